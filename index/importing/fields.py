"""What a column or labelled text holds."""

from enum import StrEnum


class Field(StrEnum):
    """What a column or labelled text holds."""

    CODE = "code"
    STATUS = "status"
    MESSAGE = "message"
    DESCRIPTION = "description"
    SOLUTION = "solution"
    NAME = "name"
    """A name of the error beside or instead of its code: `Error`, `Type`, `Value`, `Exception`, `Hex`."""
    MODULE = "module"
    """Says to what the row belongs; no part of an entry."""
    PARAMETER = "parameter"
    """Speaks of parameters: the table is about requests, not about errors."""
    OTHER = "other"
    """Words that say nothing."""


TEXT_FIELDS = frozenset((Field.MESSAGE, Field.DESCRIPTION, Field.SOLUTION))
"""The fields that hold sentences."""
