"""What can be wrong with a template."""

import msgspec
from typing_extensions import override

from index.errors import Said

LONGEST_SOURCE = 16_000
"""Characters of a template."""
LONGEST_RESULT = 200_000
"""Characters that a template may write, values included."""
MOST_ROUNDS = 20_000
"""Rounds of all loops of one run together."""
MOST_SECONDS = 0.5
"""Time of one run."""


class TemplateFault(msgspec.Struct, frozen=True, kw_only=True):
    """One thing wrong with a template."""

    line: int
    """The line, from 1."""
    said: Said
    """What is wrong, for the person who wrote it, in its parts."""

    @property
    def message(self) -> str:
        """What is wrong."""
        return str(self.said)

    @property
    def with_line(self) -> Said:
        """What is wrong, and where."""
        return Said("line {line}: {fault}", {"line": self.line, "fault": self.said})

    @override
    def __str__(self) -> str:
        """Say it in one line."""
        return str(self.with_line)


class TemplateStop(Exception):  # noqa: N818 - raised inside a template, becomes a TemplateFault
    """A template asks for too much or for something that there is not."""

    def __init__(self, template: str, /, **values: str | int) -> None:
        """Take what is wrong, as a template with values."""
        self.said = Said(template, dict(values))
        super().__init__(str(self.said))
