"""What can be wrong with a template."""

import msgspec
from typing_extensions import override

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
    message: str
    """What is wrong, for the person who wrote it."""

    @override
    def __str__(self) -> str:
        """Say it in one line."""
        return f"line {self.line}: {self.message}"


class TemplateStop(Exception):  # noqa: N818 - raised inside a template, becomes a TemplateFault
    """A template asks for too much or for something that there is not."""
