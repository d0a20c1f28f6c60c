"""The states of docutils' parser, quicker where a cell or a list item is nothing but words.

docutils starts a parser of its own for each cell, which takes most of the time of a large table. What it would find in
a few lines of words without a mark of reStructuredText is one paragraph with just these words.
"""

import re
from collections.abc import Iterable
from typing import Any

from docutils import nodes
from docutils.parsers.rst import Parser, states
from typing_extensions import override

_WORDS = re.compile(r"[^\W_](?:(?!::)[^\\*`|_\n])*")
_NUMBERED = re.compile(r"[^\W_]+[.)](?:\s|$)")


def quick_parser() -> Parser:
    """Return a parser that gives the same tree as docutils' own, but for the lines of paragraphs in cells and items."""
    parser = Parser()
    parser.state_classes = _CLASSES
    return parser


def words_of(block: Iterable[str]) -> str:
    """Return the text of lines that are one paragraph of bare words; "" if they may be anything else."""
    lines = list(block)
    while lines and not lines[-1].strip():
        lines.pop()
    plain = all(_WORDS.fullmatch(line) and not _NUMBERED.match(line) for line in lines)
    return "\n".join(lines).rstrip() if plain else ""


class _Quick(states.RSTState):
    """Comes before each state of docutils."""

    nested_sm_cache: list[Any] = []  # noqa: RUF012 - its machines hold these states, docutils' cache holds others

    def __init__(self, state_machine: Any, debug: bool = False) -> None:  # noqa: FBT001, FBT002 - called by docutils
        super().__init__(state_machine, debug)
        self.nested_sm_kwargs = {"state_classes": _CLASSES, "initial_state": "Body"}

    @override
    def nested_parse(
        self, block: Any, input_offset: int, node: Any = None, *rest: Any, **options: Any
    ) -> Any:
        """Parse a part of the document; nobody asks where the part of a cell or an item ends."""
        if isinstance(node, nodes.entry | nodes.list_item) and (text := words_of(block)):
            node.append(nodes.paragraph(text, text))
            return input_offset + len(block)
        return super().nested_parse(block, input_offset, node, *rest, **options)


_CLASSES = tuple(type(state.__name__, (_Quick, state), {}) for state in states.state_classes)
