"""What glossary terms look like after Traditional has been turned into Simplified.

Texts are matched after that step, and it changes words as well as characters (a Taiwan word may come out as the mainland
one, or as something in between). OpenCC takes longer to load than the whole glossary, so the result for the bundled
terms is kept beside them; `python -m index.glossary_taiwan` writes it anew and the test suite compares.
"""

from collections.abc import Iterable
from functools import cache
from typing import Protocol

import resources
from index.glossary_lines import SIMPLIFIED, GlossaryLine, line_of, read_rows


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


def changed_forms(lines: Iterable[GlossaryLine]) -> list[tuple[str, list[str]]]:
    """Return for each Chinese term the simplified forms that its line does not already hold; sorted by term."""
    rows: dict[str, dict[str, None]] = {}
    for line in lines:
        held = {*line.zh, *line.tw}
        for terms, taiwan in ((line.zh, False), (line.tw, True)):
            for term in terms:
                new = [form for form in simplified(term, taiwan=taiwan) if form not in held]
                rows.setdefault(term, {}).update(dict.fromkeys(new))
    return [(term, list(forms)) for term, forms in sorted(rows.items()) if forms]


def simplified_map() -> str:
    """Return the kept result for the bundled lines: term, tab, forms separated by `|`, a line each."""
    changed = changed_forms(line_of(row) for row in read_rows())
    return "".join(f"{term}\t{'|'.join(forms)}\n" for term, forms in changed)


def main() -> None:
    """Write the kept result anew."""
    path = resources.folder("glossary") / SIMPLIFIED
    path.write_text(simplified_map(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
