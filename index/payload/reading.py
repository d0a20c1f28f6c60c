"""What the shapes hand on: pieces of a view, and findings made of them."""

from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of a view, and what it says once its own escapes are undone."""

    text: str
    """What it says."""
    start: int
    """Where it starts in the view."""
    end: int
    """Where it ends in the view."""


class Strength(IntEnum):
    """How plainly a text reports an error."""

    MENTION = 1
    """A word that could be a code stands somewhere."""
    BARE = 2
    """Something with the form of a code stands somewhere."""
    PROSE = 3
    """A sentence of a library or tool reports it."""
    FIELD = 4
    """A field holds it."""


@dataclass(slots=True, kw_only=True)
class Finding:
    """One error as one shape reads it in one view."""

    code: Piece | None
    """Its code."""
    message: Piece | None = None
    """Its message."""
    status: int | None = None
    """Its HTTP status as stated beside it."""
    status_piece: Piece | None = None
    """Where the status stands."""
    ids: list[Piece] = field(default_factory=list)
    """Request ids beside it."""
    strength: Strength = Strength.PROSE
    """How plainly it is reported."""
    sure: int = 2
    """How sure the key is that holds the code, 0 to 3."""
    start: int = 0
    """Where everything that belongs to it starts in the view."""
    end: int = 0
    """Where that ends."""
    void: bool = False
    """It is no error of a service, and keeps other readings of the same words from being one."""
    wrapper: bool = False
    """It only wraps another error where there is one inside."""
