"""Where the user was when the window closed: its place, its splitters, the last query. Never a pasted text."""

import base64
import binascii
from pathlib import Path
from typing import Annotated

import msgspec

from desk import stored
from index.errors import Said
from index.folders import Folders

_Short = Annotated[str, msgspec.Meta(max_length=400)]


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """What is restored at the next start."""

    geometry: Annotated[str, msgspec.Meta(max_length=4000)] = ""
    """Qt's own description of the window's place, base64."""
    columns: tuple[int, ...] = ()
    """Widths of list and detail, in pixels."""
    rows: tuple[int, ...] = ()
    """Heights of the upper panes and the payload pane, in pixels."""
    chips_height: Annotated[int, msgspec.Meta(ge=0, le=1000)] = 0
    """Height of the filter bar, in pixels: its room is kept until the chips come, so that nothing jumps."""
    query: _Short = ""
    """Text of the search field, if it was one short line that was typed, not pasted."""
    chips: tuple[tuple[_Short, _Short], ...] = ()
    """Active filters: group and value."""
    entry: _Short = ""
    """Id of the selected entry."""
    welcomed: bool = False
    """The first-start page was seen."""


def path_of(folders: Folders) -> Path:
    """Return where the session lies."""
    return folders.state / "session.json"


def load(folders: Folders) -> tuple[Session, Said | None]:
    """Read the session; also returns a line to show where the file was damaged."""
    return stored.load(path_of(folders), Session)


def save(folders: Folders, session: Session) -> None:
    """Write the session. Raises StorageError."""
    stored.save(path_of(folders), session)


def pack_bytes(data: bytes) -> str:
    """Write bytes as text."""
    return base64.b64encode(data).decode("ascii")


def unpack_bytes(text: str) -> bytes:
    """Read bytes back; nothing where the text is damaged."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""
