"""Text that lost its marks: a line that is nothing but a code stands for the heading it was, a numbered line for an item.

LampNotFoundException                          1) Code: LMP1, meaning: off, solution: switch it on
There is no such lamp.                         2) Code: LMP2, meaning: hot, solution: wait

HTTP Status Code: 404
"""

import re

from index.importing.formats.markup import tidy
from index.importing.page import Block, Heading, Text
from index.importing.values import Kind, kind_of

_LONGEST_NAME, _LONGEST_TITLE = 100, 80
_FEWEST = 2
_NUMBERED = re.compile(r"\s*\d{1,3}\s?[)）.、]\s*(?=[^:：]{1,20}[:：][^:：]+[,，;；][^:：]{1,20}[:：])")


def blocks_by_names(text: str) -> list[Block]:
    """Read paragraphs, with lines that are codes as headings; [] where there are not at least two of either kind."""
    lines = text.split("\n")
    names = _names(lines)
    numbered = {at for at, line in enumerate(lines) if _NUMBERED.match(line)}
    if max(len(names), len(numbered)) < _FEWEST:
        return []
    blocks: list[Block] = []
    paragraph: list[str] = []
    title = next((at for at, line in enumerate(lines) if line.strip()), 0)
    for at, line in enumerate([*lines, ""]):
        alone = at in names or (at == title and at not in numbered and len(line) <= _LONGEST_TITLE)
        if paragraph and (alone or at in numbered or not line.strip()):
            blocks.append(Text(text=tidy("\n".join(paragraph)), where=f"line {at + 1 - len(paragraph)}"))
            paragraph = []
        if alone:
            blocks.append(Heading(text=tidy(line), level=4 if at in names else 1, where=f"line {at + 1}"))
        elif line.strip():
            paragraph.append(line)
    return blocks


def _names(lines: list[str]) -> set[int]:
    """Return the lines that are codes, with something said below them; those of parameters are of another case."""
    found = []
    for at, line in enumerate(lines):
        name = line.strip()
        opens = at == 0 or not lines[at - 1].strip()
        if name and opens and len(name) <= _LONGEST_NAME and kind_of(name) is Kind.CODE:
            found.append(at)
    upper = sum(lines[at].strip()[0].isupper() for at in found)
    if upper * 2 > len(found):
        return {at for at in found if not lines[at].strip()[0].islower()}
    return set(found)
