"""What glossary terms look like after Traditional has been turned into Simplified.

Texts are matched after that step, and it changes words as well as characters (a Taiwan word may come out as the mainland
one, or as something in between). OpenCC takes longer to load than the whole glossary, so the result for the bundled
terms is kept beside them; `python -m index.glossary_taiwan` writes it anew and the test suite compares.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Protocol

import resources
from index.glossary_lines import SIMPLIFIED, GlossaryLine, files, read_files


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _converter(name: str) -> _Converter:
    import opencc  # noqa: PLC0415 - 30 ms that only changed terms pay

    made: _Converter = opencc.OpenCC(name)
    return made


def simplified(term: str, *, taiwan: bool) -> tuple[str, ...]:
    """Return the forms a term takes when a text is simplified, by words and by characters, without the term itself.

    A Simplified term is first written in Traditional characters, as people in Taiwan and Hong Kong may do.
    """
    written = term if taiwan else _converter("s2t").convert(term)
    by_characters = _converter("t2s").convert(written)
    by_words = _converter("t2s").convert(_converter("tw2sp").convert(written))
    return tuple(form for form in dict.fromkeys((by_characters, by_words)) if form != term)


def simplified_map(lines: Iterable[GlossaryLine]) -> Iterator[str]:
    """Give the lines of the kept result: term, tab, its simplified forms separated by `|`; sorted."""
    rows: dict[str, dict[str, None]] = {}
    for line in lines:
        for terms, taiwan in ((line.zh, False), (line.tw, True)):
            for term in terms:
                rows.setdefault(term, {}).update(dict.fromkeys(simplified(term, taiwan=taiwan)))
    for term, forms in sorted(rows.items()):
        if forms:
            yield f"{term}\t{'|'.join(forms)}"


def main() -> None:
    """Write the kept result anew."""
    folder = resources.folder("glossary")
    text = "".join(f"{row}\n" for row in simplified_map(read_files(folder)))
    (folder / SIMPLIFIED).write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(files(folder))} files, {text.count(chr(10))} terms that change")  # noqa: T201 - a tool's answer


if __name__ == "__main__":
    main()
