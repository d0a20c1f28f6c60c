"""What the library gives out: references to codes, notes, pins, searches, own entries, and what is damaged."""

from datetime import datetime
from enum import StrEnum

import msgspec

from index.catalogue import catalogue_id
from index.entry import CatalogueEntry
from index.errors import BadInput
from index.hits import Span
from index.text import clean, fold_code

_LONGEST_NAME = 200


class CodeRef(msgspec.Struct, frozen=True, kw_only=True):
    """A code of a service of a provider: what notes and pins hang on, so that they outlive every catalogue."""

    provider: str
    """`Huawei Cloud`."""
    service: str
    """`SWR`."""
    code: str
    """As the page prints it."""

    @property
    def key(self) -> str:
        """The form in which two references are the same: `huawei-cloud.swr:svcstg.swr.4001048`."""
        return f"{catalogue_id(self.provider, self.service)}:{fold_code(self.code)}"


class KeptCodes(msgspec.Struct, frozen=True, kw_only=True):
    """Codes that the user has something about."""

    note: tuple[CodeRef, ...] = ()
    """Codes with a note."""
    pin: tuple[CodeRef, ...] = ()
    """Pinned codes."""


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """What the user wrote about a code."""

    ref: CodeRef
    """The code."""
    text: str
    """Markdown, with LF."""
    changed: datetime
    """When it was written, in UTC."""
    damaged: bool = False
    """The text does not fit its checksum: something outside the program changed it."""


class NoteVersion(msgspec.Struct, frozen=True, kw_only=True):
    """One state of a note; an empty text is a note that was taken away."""

    number: int
    """Grows with time; names the version."""
    text: str
    """Markdown, with LF."""
    changed: datetime
    """When it was written, in UTC."""
    undone: bool = False
    """It is not in the line of the present text: it was undone."""
    damaged: bool = False
    """The text does not fit its checksum."""


class NoteHit(msgspec.Struct, frozen=True, kw_only=True):
    """A note that a search found."""

    note: Note
    """The note."""
    spans: tuple[Span, ...]
    """Where the words stand in its text, sorted; empty where they stand in code, service or provider only."""


class Pin(msgspec.Struct, frozen=True, kw_only=True):
    """A code that the user keeps at hand."""

    ref: CodeRef
    """The code."""
    added: datetime
    """When it was pinned, in UTC."""
    damaged: bool = False
    """The pin does not fit its checksum."""


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """A query of the history."""

    text: str
    """One line, as it was asked."""
    searched: datetime
    """When it was asked last, in UTC."""
    damaged: bool = False
    """The text does not fit its checksum."""


class OwnEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that the user wrote."""

    entry: CatalogueEntry
    """The entry as the search takes it in."""
    changed: datetime
    """When it was written, in UTC."""
    damaged: bool = False
    """It does not fit its checksum."""


class Written(StrEnum):
    """What can be left half written."""

    NOTE = "note"
    """A note; its one text is the whole of it."""
    OWN_ENTRY = "own-entry"
    """An own entry; its texts are those of the form, in the order of the form."""


class Unsaved(msgspec.Struct, frozen=True, kw_only=True):
    """A text that was being written and was neither kept nor given up."""

    key: str
    """Names it; the one of a note is the `CodeRef.key` of its code."""
    kind: Written
    """What it was to become."""
    ref: CodeRef
    """What it is about; of an own entry any part may still be empty."""
    texts: tuple[str, ...]
    """What was written, secrets masked."""
    masked: int = 0
    """How many places of it were masked."""
    changed: datetime
    """When it was written on last, in UTC."""
    damaged: bool = False
    """It does not fit its checksum."""


class GlossaryLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line that the user added to the glossary."""

    number: int
    """Names the line; stays when it is changed."""
    line: str
    """In the form of the glossary's own lines."""
    changed: datetime
    """When it was written, in UTC."""
    damaged: bool = False
    """It does not fit its checksum."""


class Damage(msgspec.Struct, frozen=True, kw_only=True):
    """A row that does not fit its checksum."""

    table: str
    """`notes`, `pins`, `searches`, `own_entries`, `glossary_lines` or `unsaved`."""
    number: int
    """Number of the row in its table."""
    texts: dict[str, str]
    """What stands there now, by column."""

    @property
    def line(self) -> str:
        """The row's name in one line."""
        shown = next(
            (text for name, text in self.texts.items() if name in {"text", "code", "line"} and text), ""
        )
        about = " ".join(shown.split())[:60]
        return f"{self.table}, row {self.number} is damaged" + (f": {about}" if about else "")


def ref_of(entry: CatalogueEntry) -> CodeRef:
    """Return what notes and pins of an entry hang on."""
    return CodeRef(provider=entry.provider, service=entry.service, code=entry.code)


def checked(ref: CodeRef) -> CodeRef:
    """Return the reference as it may be stored. Raises BadInput where a part is empty, too long or several lines."""
    parts = {name: clean(getattr(ref, name)).strip() for name in ref.__struct_fields__}
    for name, part in parts.items():
        if not part or len(part) > _LONGEST_NAME or len(part.splitlines()) > 1:
            raise BadInput(
                "a {what} of one line with 1 to {most} characters is needed, not {given!r}",
                what=name,
                most=_LONGEST_NAME,
                given=part[:40],
            )
    return CodeRef(**parts)
