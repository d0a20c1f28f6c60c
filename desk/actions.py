"""Everything the window can do, as one table by subject; menu, keys, overlay and the README's list are made from it."""

from functools import partial

from PySide6.QtGui import QKeySequence

from desk.action_spec import Act, ActionSpec, Group, KeySpec
from desk.language.marking import QT_TRANSLATE_NOOP

_Key = QKeySequence.StandardKey


def _row(
    group: Group,
    act: Act,
    text: str,
    *keys: str,
    standard: QKeySequence.StandardKey | None = None,
    icon: str = "",
    in_menu: bool = True,
    everywhere: bool = False,
) -> ActionSpec:
    return ActionSpec(
        id=act,
        group=group,
        text=text,
        keys=keys,
        standard=standard,
        icon=icon,
        in_menu=in_menu,
        everywhere=everywhere,
    )


_search, _copy, _keep, _pasted, _window = (partial(_row, group) for group in Group)
_all = partial(_window, everywhere=True)

ACTIONS: tuple[ActionSpec, ...] = (
    _search(
        Act.FIELD, QT_TRANSLATE_NOOP("Actions", "To the search field"), "Ctrl+K", "Ctrl+L", "/", icon="search"
    ),
    _search(
        Act.CLEAR, QT_TRANSLATE_NOOP("Actions", "Clear the text, then the filters"), "Esc", in_menu=False
    ),
    _search(Act.FIND, QT_TRANSLATE_NOOP("Actions", "Find in the entry"), standard=_Key.Find, icon="find"),
    _search(Act.BACK, QT_TRANSLATE_NOOP("Actions", "Back"), "Alt+Left", icon="back"),
    _search(Act.FORWARD, QT_TRANSLATE_NOOP("Actions", "Forward"), "Alt+Right", icon="forward"),
    _copy(Act.COPY_TICKET, QT_TRANSLATE_NOOP("Actions", "Copy the ticket"), "Ctrl+Shift+C", icon="ticket"),
    _copy(
        Act.COPY_PLAIN,
        QT_TRANSLATE_NOOP("Actions", "Copy the ticket as plain text"),
        "Shift+Return",
        "Shift+Enter",
        icon="text",
    ),
    _copy(Act.COPY_MENU, QT_TRANSLATE_NOOP("Actions", "Copy the ticket for…"), "Ctrl+Shift+M", icon="copies"),
    _copy(
        Act.HIDDEN,
        QT_TRANSLATE_NOOP("Actions", "What is hidden in the ticket"),
        "Ctrl+Shift+H",
        icon="hidden",
    ),
    _copy(
        Act.COPY_ROW, QT_TRANSLATE_NOOP("Actions", "Copy code and message"), standard=_Key.Copy, icon="copy"
    ),
    _copy(Act.COPY_CODE, QT_TRANSLATE_NOOP("Actions", "Copy the code"), "Ctrl+Shift+K", icon="code"),
    _copy(Act.COPY_IDS, QT_TRANSLATE_NOOP("Actions", "Copy the request ids"), "Ctrl+Shift+R", icon="id"),
    _keep(Act.NOTE, QT_TRANSLATE_NOOP("Actions", "Write my note"), "Ctrl+E", icon="note"),
    _keep(
        Act.UNSAVED,
        QT_TRANSLATE_NOOP("Actions", "Go on with what is half written"),
        "Ctrl+Shift+E",
        icon="note",
    ),
    _keep(Act.PIN, QT_TRANSLATE_NOOP("Actions", "Pin the code, or take the pin off"), "Ctrl+D", icon="pin"),
    _keep(
        Act.OWN_ENTRY,
        QT_TRANSLATE_NOOP("Actions", "Own entry for this code, or change mine"),
        standard=_Key.New,
        icon="new",
    ),
    _keep(
        Act.REMOVE_OWN,
        QT_TRANSLATE_NOOP("Actions", "Remove this own entry"),
        "Ctrl+Shift+Del",
        icon="close",
    ),
    _keep(Act.FORGET_SEARCHES, QT_TRANSLATE_NOOP("Actions", "Forget the recent searches"), icon="close"),
    _keep(
        Act.UNDO,
        QT_TRANSLATE_NOOP("Actions", "Bring back what was removed or closed"),
        standard=_Key.Undo,
        icon="undo",
    ),
    _keep(Act.IMPORT, QT_TRANSLATE_NOOP("Actions", "Import error-code pages…"), "Ctrl+I", icon="import"),
    _keep(Act.CATALOGUES, QT_TRANSLATE_NOOP("Actions", "Catalogues…"), "Ctrl+Shift+I", icon="catalogues"),
    _keep(
        Act.GLOSSARY,
        QT_TRANSLATE_NOOP("Actions", "My glossary: words that mean the same"),
        "Ctrl+Shift+G",
        icon="glossary",
    ),
    _pasted(Act.PASTE, QT_TRANSLATE_NOOP("Actions", "Read the clipboard"), standard=_Key.Paste, icon="paste"),
    _pasted(
        Act.OPEN_FILE,
        QT_TRANSLATE_NOOP("Actions", "Open a log or text file…"),
        standard=_Key.Open,
        icon="open",
    ),
    _pasted(Act.NEXT_ERROR, QT_TRANSLATE_NOOP("Actions", "Next error"), "F8", icon="down"),
    _pasted(Act.PREVIOUS_ERROR, QT_TRANSLATE_NOOP("Actions", "Previous error"), "Shift+F8", icon="up"),
    _pasted(
        Act.CLOSE_PAYLOAD, QT_TRANSLATE_NOOP("Actions", "Close the pasted text"), "Ctrl+Shift+W", icon="close"
    ),
    _pasted(
        Act.ENLARGE_PAYLOAD,
        QT_TRANSLATE_NOOP("Actions", "Give the pasted text all the room"),
        "F11",
        icon="larger",
    ),
    _pasted(
        Act.TABLE,
        QT_TRANSLATE_NOOP("Actions", "Table of codes, or back to the text"),
        "Ctrl+T",
        icon="columns",
    ),
    _pasted(
        Act.COPY_TABLE, QT_TRANSLATE_NOOP("Actions", "Copy the table of codes"), "Ctrl+Shift+T", icon="copy"
    ),
    _window(Act.NEXT_PANE, QT_TRANSLATE_NOOP("Actions", "Next pane"), "F6", in_menu=False),
    _window(Act.PREVIOUS_PANE, QT_TRANSLATE_NOOP("Actions", "Previous pane"), "Shift+F6", in_menu=False),
    _all(Act.LEFT_WIDER, QT_TRANSLATE_NOOP("Actions", "Left pane wider"), "F7", in_menu=False),
    _all(Act.LEFT_NARROWER, QT_TRANSLATE_NOOP("Actions", "Left pane narrower"), "Shift+F7", in_menu=False),
    _all(Act.LOWER_HIGHER, QT_TRANSLATE_NOOP("Actions", "Lower pane higher"), "F9", in_menu=False),
    _all(Act.LOWER_LESS_HIGH, QT_TRANSLATE_NOOP("Actions", "Lower pane shorter"), "Shift+F9", in_menu=False),
    _all(Act.LARGER, QT_TRANSLATE_NOOP("Actions", "Larger text"), "Ctrl++", "Ctrl+=", icon="larger"),
    _all(Act.SMALLER, QT_TRANSLATE_NOOP("Actions", "Smaller text"), "Ctrl+-", icon="smaller"),
    _all(Act.USUAL_SIZE, QT_TRANSLATE_NOOP("Actions", "Usual text size"), "Ctrl+0"),
    _window(
        Act.TEXTS,
        QT_TRANSLATE_NOOP("Actions", "Texts of the entry: one language or both"),
        "Ctrl+Shift+B",
        icon="columns",
    ),
    _all(Act.THEME, QT_TRANSLATE_NOOP("Actions", "Switch light and dark"), "Ctrl+Shift+D", icon="theme"),
    _all(Act.LANGUAGE, QT_TRANSLATE_NOOP("Actions", "English / 中文"), "Ctrl+Shift+L", icon="language"),
    _window(Act.TEMPLATES, QT_TRANSLATE_NOOP("Actions", "Ticket templates"), icon="template"),
    _window(Act.SETTINGS, QT_TRANSLATE_NOOP("Actions", "Settings"), "Ctrl+,", icon="settings"),
    _all(Act.KEYS, QT_TRANSLATE_NOOP("Actions", "All keys"), "F1", icon="keyboard"),
    _window(Act.ABOUT, QT_TRANSLATE_NOOP("Actions", "About Error Desk"), icon="info"),
    _window(Act.MENU, QT_TRANSLATE_NOOP("Actions", "Menu"), "F10", in_menu=False),
    _all(Act.QUIT, QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", icon="quit"),
)


DIVIDERS = frozenset({Act.LEFT_WIDER, Act.LEFT_NARROWER, Act.LOWER_HIGHER, Act.LOWER_LESS_HIGH})
"""What moves dividers: of use only where there are some."""

PANE_KEYS: tuple[KeySpec, ...] = (
    KeySpec(
        group=Group.SEARCH, keys="Down, Up", text=QT_TRANSLATE_NOOP("Actions", "Into and through the results")
    ),
    KeySpec(group=Group.SEARCH, keys="Return", text=QT_TRANSLATE_NOOP("Actions", "To the entry")),
    KeySpec(
        group=Group.SEARCH,
        keys="F3, Shift+F3",
        text=QT_TRANSLATE_NOOP("Actions", "To the next place found, or the one before"),
    ),
    KeySpec(
        group=Group.SEARCH, keys="Alt+1 … Alt+9", text=QT_TRANSLATE_NOOP("Actions", "Filter chips on and off")
    ),
    KeySpec(
        group=Group.PASTED, keys="1 … 9", text=QT_TRANSLATE_NOOP("Actions", "Confirm one of several rows")
    ),
    KeySpec(
        group=Group.PASTED,
        keys="Space",
        text=QT_TRANSLATE_NOOP("Actions", "Sort the table of codes by this column"),
    ),
)

DIALOG_KEYS: tuple[KeySpec, ...] = (
    KeySpec(
        group=Group.WINDOW,
        dialog="settingsDialog",
        keys="Space",
        text=QT_TRANSLATE_NOOP("Actions", "Mark a service, or take the mark off"),
    ),
    KeySpec(
        group=Group.WINDOW,
        dialog="settingsDialog",
        keys="Alt+Up, Alt+Down",
        text=QT_TRANSLATE_NOOP("Actions", "Move a marked service"),
    ),
    KeySpec(
        group=Group.WINDOW,
        dialog="cataloguesDialog",
        keys="Del",
        text=QT_TRANSLATE_NOOP("Actions", "Remove the chosen catalogues"),
    ),
    KeySpec(
        group=Group.WINDOW,
        dialog="cataloguesDialog",
        keys="Ctrl+Z",
        text=QT_TRANSLATE_NOOP("Actions", "Bring back what was removed"),
    ),
    KeySpec(
        group=Group.WINDOW,
        dialog="importDialog",
        keys="Space",
        text=QT_TRANSLATE_NOOP("Actions", "Install a document, or not"),
    ),
    KeySpec(
        group=Group.WINDOW,
        dialog="importDialog",
        keys="Del",
        text=QT_TRANSLATE_NOOP("Actions", "Take a document off the list"),
    ),
    KeySpec(
        group=Group.WINDOW,
        dialog="ownEntryDialog",
        keys="Ctrl+Return",
        text=QT_TRANSLATE_NOOP("Actions", "Store the entry"),
    ),
    KeySpec(
        group=Group.WINDOW,
        dialog="hiddenDialog",
        keys="Space",
        text=QT_TRANSLATE_NOOP("Actions", "Show a secret in this copy, or hide it again"),
    ),
    KeySpec(
        group=Group.WINDOW,
        dialog="templatesDialog",
        keys="Ctrl+S",
        text=QT_TRANSLATE_NOOP("Actions", "Save the template"),
    ),
)
"""Keys of single dialogs: F1 shows them there, with what its letters press and what works everywhere."""

CHIP_KEYS: tuple[str, ...] = tuple(f"Alt+{digit}" for digit in range(1, 10))
"""Keys of the first nine chips."""
