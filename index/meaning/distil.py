"""Makes `resources/fallback/chinese.tsv` from CC-CEDICT: `python -m index.meaning.distil CEDICT_FILE`.

A tool for who maintains the project, not part of the running program. What is kept: common words, as the segmenter cuts
them, with those of their English meanings that are made of words which the catalogues or the glossary use. A
dictionary's remarks, names and rare characters are dropped.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import resources
from index import catalogue
from index.analysis.chinese import segment
from index.analysis.stems import STOP_WORDS, stem
from index.entry import CatalogueEntry
from index.glossary import Glossary

HEADER = """\
# Common Chinese words and what they mean in English, for words that the glossary does not know.
# Made from CC-CEDICT, published by MDBG (cc-cedict.org), shortened and filtered by index/meaning/distil.py.
# CC-CEDICT is licensed under the Creative Commons Attribution-ShareAlike 4.0 International License
# (creativecommons.org/licenses/by-sa/4.0), and so is this file; nothing else in the project is.
# A word a line: the word, a tab, its meanings, with | between them, most usual first.
"""
_LINE = re.compile(r"(?P<old>\S+) (?P<word>\S+) \[(?P<sound>[^\]]*)\] /(?P<meanings>.*)/")
_WORD = re.compile("[\u4e00-\u9fff]{1,4}")
_MEANING = re.compile(r"[a-z]+(?:[ -][a-z]+){0,2}")
_REMARK = re.compile(
    r"CL:|variant of|surname|abbr\.|\bsee |used in|\(Tw\)|erhua|\bold |archaic|literary|idiom|classifier"
)
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_ARTICLE = re.compile(r"^(?:to be|to|a|an|the) ")
_ENGLISH = re.compile("[a-z]+")
_CAMEL = re.compile("(?<=[a-z])(?=[A-Z])")
_MOST_MEANINGS = 4
_MOST_WORDS = 2
_LAST_COMMON = 0xD8
"""First byte of the first rarer character in GB 2312, which lists the common ones before."""


def meanings(line: str) -> tuple[str, list[str]] | None:
    """Read a dictionary line as a word and its short English meanings; None for a remark, a name, another form.

    >>> meanings("倉庫 仓库 [cang1 ku4] /depot/storehouse/warehouse/")
    ('仓库', ['depot', 'storehouse', 'warehouse'])
    """
    match = _LINE.match(line)
    if match is None or match["sound"][:1].isupper() or not _WORD.fullmatch(match["word"]):
        return None
    found: list[str] = []
    for part in re.split("[/;]", match["meanings"]):
        if _REMARK.search(part):
            continue
        short = _ARTICLE.sub("", _BRACKETS.sub("", part).strip().lower()).strip(" .,")
        if _MEANING.fullmatch(short) and short not in found:
            found.append(short)
    return (match["word"], found) if found else None


def vocabulary(texts: Iterable[str]) -> set[str]:
    """Return the stems of all English words in these texts."""
    return {stem(word) for text in texts for word in _ENGLISH.findall(_CAMEL.sub(" ", text).lower())}


def distil(lines: Iterable[str], stems: set[str]) -> Iterator[tuple[str, list[str]]]:
    """Give the words worth keeping with their meanings in these stems, sorted."""
    words: dict[str, list[str]] = {}
    for line in lines:
        found = meanings(line)
        if found is None or not _is_common(found[0]):
            continue
        kept = words.setdefault(found[0], [])
        kept += [meaning for meaning in found[1] if meaning not in kept and _is_told_in(meaning, stems)]
    for word, kept in sorted(words.items()):
        if kept:
            yield word, kept[:_MOST_MEANINGS]


def _is_common(word: str) -> bool:
    try:
        common = word.encode("gb2312")[0::2]
    except UnicodeEncodeError:
        return False
    return max(common) < _LAST_COMMON and segment(word) == (word,)


def _is_told_in(meaning: str, stems: set[str]) -> bool:
    words = [word for word in _ENGLISH.findall(meaning) if word not in STOP_WORDS]
    return 0 < len(words) <= _MOST_WORDS and all(stem(word) in stems for word in words)


def _entry_texts(entry: CatalogueEntry) -> Iterator[str]:
    yield entry.code
    yield entry.message or ""
    yield from entry.description.values()
    yield from entry.solution.values()


def main(arguments: list[str]) -> int:
    """Write the file from the CC-CEDICT text file named."""
    glossary = Glossary.load()
    terms = {term for concept in glossary.ids() for term in glossary.terms(concept)}
    packs = (pack for path in resources.packs() for pack in catalogue.load_pack(path))
    texts = [text for pack in packs for entry in pack.entries for text in _entry_texts(entry)]
    lines = Path(arguments[0]).read_text("utf-8").splitlines()
    words = distil(lines, vocabulary([*texts, *terms]))
    body = "".join(f"{word}\t{'|'.join(found)}\n" for word, found in words)
    (resources.folder("fallback") / "chinese.tsv").write_text(HEADER + body, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
