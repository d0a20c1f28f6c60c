"""One view with what all shapes need of it, worked out once: its fields and its scopes."""

from functools import cached_property

from index.hits import Span
from index.mapped import Mapped
from index.payload.fields import Field, fields_of
from index.payload.grid import Grid, grids_of
from index.payload.places import Places
from index.payload.ruled import logs_of, ruled_of
from index.payload.scopes import Scope, scopes_of


class View:
    """A decoded view of a payload."""

    def __init__(self, mapped: Mapped) -> None:
        """Take a decoded text with its way back."""
        self.mapped = mapped
        self.text = mapped.text

    @cached_property
    def fields(self) -> list[Field]:
        """The fields of the vocabulary, in order; the names of a table's columns are none."""
        headers = Places(grid.header for grid in self.grids)
        return [each for each in fields_of(self.text) if each.sep != "\t" or not headers.hold(each.start)]

    @cached_property
    def grids(self) -> list[Grid]:
        """The tables whose columns the vocabulary knows."""
        return [*grids_of(self.text), *ruled_of(self.text), *logs_of(self.text)]

    @cached_property
    def scopes(self) -> list[Scope]:
        """Brackets and elements with the fields in them, the whole text first."""
        return scopes_of(self.text, self.fields)

    def original(self, start: int, end: int) -> Span:
        """Return the place in the text as given."""
        return self.mapped.original(start, end)
