"""Everything the window can do, as one table; menu, keys, overlay and the README's list are made from it."""

from collections.abc import Callable, Mapping
from enum import StrEnum

import msgspec
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from desk.marking import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate


class Act(StrEnum):
    """Identifiers of actions."""

    FIELD = "field"
    PASTE = "paste"
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
    PIN = "pin"
    OWN_ENTRY = "own-entry"
    NEXT_ERROR = "next-error"
    PREVIOUS_ERROR = "previous-error"
    CLOSE_PAYLOAD = "close-payload"
    NEXT_PANE = "next-pane"
    PREVIOUS_PANE = "previous-pane"
    BACK = "back"
    FORWARD = "forward"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL_SIZE = "usual-size"
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


class KeySpec(msgspec.Struct, frozen=True, kw_only=True):
    """A key that a pane handles itself, listed in the overlay with the others."""

    group: Group
    """Heading in the overlay."""
    text: str
    """What it does, in English."""
    keys: str
    """The key."""


_Key = QKeySequence.StandardKey

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        id=Act.FIELD,
        group=Group.SEARCH,
        text=QT_TRANSLATE_NOOP("Actions", "To the search field"),
        keys=("Ctrl+K", "Ctrl+L", "/"),
        icon="search",
    ),
    ActionSpec(
        id=Act.PASTE,
        group=Group.PASTED,
        text=QT_TRANSLATE_NOOP("Actions", "Read the clipboard"),
        standard=_Key.Paste,
        icon="paste",
    ),
    ActionSpec(
        id=Act.CLEAR,
        group=Group.SEARCH,
        text=QT_TRANSLATE_NOOP("Actions", "Clear the text, then the filters"),
        keys=("Esc",),
        in_menu=False,
    ),
    ActionSpec(
        id=Act.FIND,
        group=Group.SEARCH,
        text=QT_TRANSLATE_NOOP("Actions", "Find in the entry"),
        standard=_Key.Find,
        icon="find",
    ),
    ActionSpec(
        id=Act.COPY_TICKET,
        group=Group.COPY,
        text=QT_TRANSLATE_NOOP("Actions", "Copy the ticket"),
        keys=("Ctrl+Shift+C",),
        icon="ticket",
    ),
    ActionSpec(
        id=Act.COPY_PLAIN,
        group=Group.COPY,
        text=QT_TRANSLATE_NOOP("Actions", "Copy the ticket as plain text"),
        keys=("Shift+Return", "Shift+Enter"),
        icon="text",
    ),
    ActionSpec(
        id=Act.COPY_MENU,
        group=Group.COPY,
        text=QT_TRANSLATE_NOOP("Actions", "Copy the ticket for…"),
        keys=("Ctrl+Shift+M",),
        icon="copies",
    ),
    ActionSpec(
        id=Act.HIDDEN,
        group=Group.COPY,
        text=QT_TRANSLATE_NOOP("Actions", "What is hidden in the ticket"),
        keys=("Ctrl+Shift+H",),
        icon="hidden",
    ),
    ActionSpec(
        id=Act.COPY_ROW,
        group=Group.COPY,
        text=QT_TRANSLATE_NOOP("Actions", "Copy code and message"),
        standard=_Key.Copy,
        icon="copy",
    ),
    ActionSpec(
        id=Act.COPY_CODE,
        group=Group.COPY,
        text=QT_TRANSLATE_NOOP("Actions", "Copy the code"),
        keys=("Ctrl+Shift+K",),
        icon="code",
    ),
    ActionSpec(
        id=Act.COPY_IDS,
        group=Group.COPY,
        text=QT_TRANSLATE_NOOP("Actions", "Copy the request ids"),
        keys=("Ctrl+Shift+R",),
        icon="id",
    ),
    ActionSpec(
        id=Act.NOTE,
        group=Group.KEEP,
        text=QT_TRANSLATE_NOOP("Actions", "Write my note"),
        keys=("Ctrl+E",),
        icon="note",
    ),
    ActionSpec(
        id=Act.PIN,
        group=Group.KEEP,
        text=QT_TRANSLATE_NOOP("Actions", "Pin the code, or take the pin off"),
        keys=("Ctrl+D",),
        icon="pin",
    ),
    ActionSpec(
        id=Act.OWN_ENTRY,
        group=Group.KEEP,
        text=QT_TRANSLATE_NOOP("Actions", "Own entry for this code"),
        standard=_Key.New,
        icon="new",
    ),
    ActionSpec(
        id=Act.IMPORT,
        group=Group.KEEP,
        text=QT_TRANSLATE_NOOP("Actions", "Import error-code pages…"),
        keys=("Ctrl+I",),
        icon="import",
    ),
    ActionSpec(
        id=Act.CATALOGUES,
        group=Group.KEEP,
        text=QT_TRANSLATE_NOOP("Actions", "Catalogues…"),
        keys=("Ctrl+Shift+I",),
        icon="catalogues",
    ),
    ActionSpec(
        id=Act.NEXT_ERROR,
        group=Group.PASTED,
        text=QT_TRANSLATE_NOOP("Actions", "Next error"),
        keys=("F8",),
        icon="down",
    ),
    ActionSpec(
        id=Act.PREVIOUS_ERROR,
        group=Group.PASTED,
        text=QT_TRANSLATE_NOOP("Actions", "Previous error"),
        keys=("Shift+F8",),
        icon="up",
    ),
    ActionSpec(
        id=Act.CLOSE_PAYLOAD,
        group=Group.PASTED,
        text=QT_TRANSLATE_NOOP("Actions", "Close the pasted text"),
        keys=("Ctrl+Shift+W",),
        icon="close",
    ),
    ActionSpec(
        id=Act.NEXT_PANE,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("Actions", "Next pane"),
        keys=("F6",),
        in_menu=False,
    ),
    ActionSpec(
        id=Act.PREVIOUS_PANE,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("Actions", "Previous pane"),
        keys=("Shift+F6",),
        in_menu=False,
    ),
    ActionSpec(
        id=Act.BACK,
        group=Group.SEARCH,
        text=QT_TRANSLATE_NOOP("Actions", "Back"),
        keys=("Alt+Left",),
        icon="back",
    ),
    ActionSpec(
        id=Act.FORWARD,
        group=Group.SEARCH,
        text=QT_TRANSLATE_NOOP("Actions", "Forward"),
        keys=("Alt+Right",),
        icon="forward",
    ),
    ActionSpec(
        id=Act.LARGER,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("Actions", "Larger text"),
        keys=("Ctrl++", "Ctrl+="),
        icon="larger",
    ),
    ActionSpec(
        id=Act.SMALLER,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("Actions", "Smaller text"),
        keys=("Ctrl+-",),
        icon="smaller",
    ),
    ActionSpec(
        id=Act.USUAL_SIZE,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("Actions", "Usual text size"),
        keys=("Ctrl+0",),
    ),
    ActionSpec(
        id=Act.THEME,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("Actions", "Switch light and dark"),
        keys=("Ctrl+Shift+D",),
        icon="theme",
    ),
    ActionSpec(
        id=Act.LANGUAGE,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("Actions", "English / 中文"),
        keys=("Ctrl+Shift+L",),
        icon="language",
    ),
    ActionSpec(
        id=Act.TEMPLATES,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("Actions", "Ticket templates"),
        icon="template",
    ),
    ActionSpec(
        id=Act.GLOSSARY,
        group=Group.KEEP,
        text=QT_TRANSLATE_NOOP("Actions", "My glossary: words that mean the same"),
        keys=("Ctrl+Shift+G",),
        icon="glossary",
    ),
    ActionSpec(
        id=Act.SETTINGS,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("Actions", "Settings"),
        keys=("Ctrl+,",),
        icon="settings",
    ),
    ActionSpec(
        id=Act.KEYS,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("Actions", "All keys"),
        keys=("F1",),
        icon="keyboard",
    ),
    ActionSpec(
        id=Act.ABOUT,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("Actions", "About Error Desk"),
        icon="info",
    ),
    ActionSpec(
        id=Act.MENU,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("Actions", "Menu"),
        keys=("F10",),
        in_menu=False,
    ),
    ActionSpec(
        id=Act.QUIT,
        group=Group.WINDOW,
        text=QT_TRANSLATE_NOOP("Actions", "Quit"),
        keys=("Ctrl+Q",),
        icon="quit",
    ),
)

PANE_KEYS: tuple[KeySpec, ...] = (
    KeySpec(
        group=Group.SEARCH, keys="Down, Up", text=QT_TRANSLATE_NOOP("Actions", "Into and through the results")
    ),
    KeySpec(group=Group.SEARCH, keys="Return", text=QT_TRANSLATE_NOOP("Actions", "To the entry")),
    KeySpec(
        group=Group.SEARCH, keys="Alt+1 … Alt+9", text=QT_TRANSLATE_NOOP("Actions", "Filter chips on and off")
    ),
    KeySpec(
        group=Group.PASTED, keys="1 … 9", text=QT_TRANSLATE_NOOP("Actions", "Confirm one of several rows")
    ),
)

CHIP_KEYS: tuple[str, ...] = tuple(f"Alt+{digit}" for digit in range(1, 10))
"""Keys of the first nine chips."""


def sequences(spec: ActionSpec) -> list[QKeySequence]:
    """Return the keys of an action on this platform."""
    if spec.standard is not None:
        return QKeySequence.keyBindings(spec.standard)
    return [QKeySequence(keys) for keys in spec.keys]


def make_actions(parent: QObject, todo: Mapping[Act, Callable[[], object]]) -> dict[Act, QAction]:
    """Make the QActions; each identifier has a function that does it."""
    made: dict[Act, QAction] = {}
    for spec in ACTIONS:
        action = QAction(parent)
        action.setObjectName(spec.id)
        action.setShortcuts(sequences(spec))
        action.triggered.connect(lambda _checked=False, act=spec.id: todo[act]())
        made[spec.id] = action
    retranslate(made)
    return made


def retranslate(actions: Mapping[Act, QAction]) -> None:
    """Say the texts in the window's language."""
    for spec in ACTIONS:
        text = translate("Actions", spec.text)
        actions[spec.id].setText(text)
        actions[spec.id].setToolTip(text)


def overlay_lines() -> dict[str, list[tuple[str, str]]]:
    """Return what the overlay shows: by heading, keys and what they do."""
    lines: dict[str, list[tuple[str, str]]] = {translate("Actions", group): [] for group in Group}
    native = QKeySequence.SequenceFormat.NativeText
    for spec in ACTIONS:
        shown = sequences(spec)[: 1 if spec.standard else 3]
        keys = ", ".join(key.toString(native) for key in shown)
        if keys:
            lines[translate("Actions", spec.group)].append((keys, translate("Actions", spec.text)))
    for key in PANE_KEYS:
        lines[translate("Actions", key.group)].append((key.keys, translate("Actions", key.text)))
    return lines
