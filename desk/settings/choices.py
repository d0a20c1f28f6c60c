"""What the user chose, kept in the configuration folder."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from desk import stored
from desk.detail.languages import Shown
from desk.style.look import LARGEST, SMALLEST, USUAL
from desk.style.theme import Theme
from index.errors import Said
from index.folders import Folders

Language = Literal["system", "en", "zh-Hans"]
TicketLanguage = Literal["window", "en", "zh-Hans"]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All choices; a new file holds these defaults."""

    language: Language = "system"
    """Language of the window."""
    theme: Theme = Theme.SYSTEM
    """Light, dark, or as the system says."""
    font_size: Annotated[float, msgspec.Meta(ge=SMALLEST, le=LARGEST)] = USUAL
    """Size of plain text, in points."""
    ticket_target: Annotated[str, msgspec.Meta(max_length=40)] = "text"
    """What Ctrl+Shift+C copies for."""
    ticket_language: TicketLanguage = "window"
    """Language of copied tickets."""
    ticket_template: Annotated[str, msgspec.Meta(max_length=40)] = "internal"
    """Which kind of text they are."""
    ticket_note: bool = False
    """They carry the user's note about the entry."""
    watch_clipboard: bool = False
    """Look at the clipboard when it changes, and react to known codes only."""
    tray: bool = False
    """Show an icon in the system tray."""
    entry_texts: Shown = Shown.BOTH
    """Which languages of an entry are shown, where it has several."""
    preferred_services: tuple[str, ...] = ()
    """Services whose rows come first, by catalogue id; a bare name stands for all services called so."""


def path_of(folders: Folders) -> Path:
    """Return where the settings lie."""
    return folders.config / "settings.json"


def load(folders: Folders) -> tuple[Settings, Said | None]:
    """Read the settings; also returns a line to show where the file was damaged."""
    return stored.load(path_of(folders), Settings)


def save(folders: Folders, settings: Settings) -> None:
    """Write the settings. Raises StorageError."""
    stored.save(path_of(folders), settings)
