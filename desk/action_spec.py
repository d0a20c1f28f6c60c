"""What a line of the table of actions is made of."""

from enum import StrEnum

import msgspec
from PySide6.QtGui import QKeySequence

from desk.language.marking import QT_TRANSLATE_NOOP


class Act(StrEnum):
    """Identifiers of actions."""

    FIELD = "field"
    PASTE = "paste"
    OPEN_FILE = "open-file"
    CLEAR = "clear"
    FIND = "find"
    COPY_TICKET = "copy-ticket"
    COPY_PLAIN = "copy-plain"
    COPY_MENU = "copy-menu"
    HIDDEN = "hidden"
    COPY_ROW = "copy-row"
    COPY_CODE = "copy-code"
    COPY_IDS = "copy-ids"
    NOTE = "note"
    UNSAVED = "unsaved"
    PIN = "pin"
    OWN_ENTRY = "own-entry"
    REMOVE_OWN = "remove-own"
    FORGET_SEARCHES = "forget-searches"
    UNDO = "undo"
    NEXT_ERROR = "next-error"
    PREVIOUS_ERROR = "previous-error"
    CLOSE_PAYLOAD = "close-payload"
    ENLARGE_PAYLOAD = "enlarge-payload"
    TABLE = "table"
    COPY_TABLE = "copy-table"
    NEXT_PANE = "next-pane"
    PREVIOUS_PANE = "previous-pane"
    LEFT_WIDER = "left-wider"
    LEFT_NARROWER = "left-narrower"
    LOWER_HIGHER = "lower-higher"
    LOWER_LESS_HIGH = "lower-less-high"
    BACK = "back"
    FORWARD = "forward"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usual-size"
    TEXTS = "texts"
    THEME = "theme"
    LANGUAGE = "language"
    TEMPLATES = "templates"
    IMPORT = "import"
    CATALOGUES = "catalogues"
    GLOSSARY = "glossary"
    SETTINGS = "settings"
    KEYS = "keys"
    ABOUT = "about"
    MENU = "menu"
    QUIT = "quit"


class Group(StrEnum):
    """Headings of the overlay."""

    SEARCH = QT_TRANSLATE_NOOP("Actions", "Search")
    COPY = QT_TRANSLATE_NOOP("Actions", "Copy")
    KEEP = QT_TRANSLATE_NOOP("Actions", "Keep")
    PASTED = QT_TRANSLATE_NOOP("Actions", "Pasted text")
    WINDOW = QT_TRANSLATE_NOOP("Actions", "Window")


class ActionSpec(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the table."""

    id: Act
    """Identifier."""
    group: Group
    """Heading in the overlay."""
    text: str
    """What it does, in English; translated when shown."""
    keys: tuple[str, ...] = ()
    """Its keys, the first one shown."""
    standard: QKeySequence.StandardKey | None = None
    """Its keys as the platform has them, instead of `keys`."""
    icon: str = ""
    """Name of its picture in resources/icons."""
    in_menu: bool = True
    """It stands in the menu; else it is only a key."""
    everywhere: bool = False
    """Its keys work while a dialog has the keyboard, too: it is about the program, not about what stands behind the dialog."""


class KeySpec(msgspec.Struct, frozen=True, kw_only=True):
    """A key that a pane handles itself, listed in the overlay with the others."""

    group: Group
    """Heading in the overlay."""
    text: str
    """What it does, in English."""
    keys: str
    """The key."""
    dialog: str = ""
    """`objectName` of the dialog that handles it; "" is the main window."""
