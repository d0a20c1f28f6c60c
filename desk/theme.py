"""Colours for light, dark and high contrast, and what Qt is told about them: a palette and a small style sheet.

Every pair of text and background here keeps a contrast of at least 4.5 to 1; a test computes it.
"""

from enum import StrEnum

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

import resources


class Theme(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two colours that are always used together."""

    text: str
    """Colour of the letters."""
    ground: str
    """Colour behind them."""


class Colours(msgspec.Struct, frozen=True, kw_only=True):
    """All colours of one look, as `#rrggbb`."""

    dark: bool
    """Light letters on a dark ground."""
    window: str
    """Behind the panes."""
    surface: str
    """Behind texts and rows."""
    raised: str
    """Behind headings, chips and notices."""
    line: str
    """Borders and separators."""
    text: str
    """Letters."""
    muted: str
    """Letters of lesser weight."""
    accent: str
    """Links, focus, the mark of the selected row."""
    on_accent: str
    """Letters on the accent."""
    selected: str
    """Behind the selected row and active chips."""
    mark: Pair
    """What matches the query."""
    value: Pair
    """Values of this customer."""
    error: Pair
    """An error's code in a payload, and server errors."""
    warning: Pair
    """Client errors, cautions."""
    good: Pair
    """Success."""
    info: Pair
    """Redirections, request ids."""
    secret: Pair
    """What is hidden in copies."""
    none: Pair
    """Where no status is given."""


LIGHT = Colours(
    dark=False,
    window="#f4f6f8",
    surface="#ffffff",
    raised="#eef1f5",
    line="#d9dfe6",
    text="#18212d",
    muted="#566274",
    accent="#1d5fc4",
    on_accent="#ffffff",
    selected="#e3edfc",
    mark=Pair(text="#3d2f00", ground="#ffe69a"),
    value=Pair(text="#0b4a52", ground="#cdeef0"),
    error=Pair(text="#92180f", ground="#fce3e0"),
    warning=Pair(text="#744600", ground="#fdeed0"),
    good=Pair(text="#125a36", ground="#dbf3e3"),
    info=Pair(text="#1a4f9c", ground="#e0ebfb"),
    secret=Pair(text="#5b2a86", ground="#efe3f9"),
    none=Pair(text="#475263", ground="#e8ecf1"),
)

DARK = Colours(
    dark=True,
    window="#15181d",
    surface="#1c2026",
    raised="#262b33",
    line="#363d48",
    text="#e5e9ef",
    muted="#a2adbc",
    accent="#82b1ff",
    on_accent="#0c1a30",
    selected="#243757",
    mark=Pair(text="#ffedb3", ground="#5c4a12"),
    value=Pair(text="#b6f0f2", ground="#12494f"),
    error=Pair(text="#ffbab2", ground="#55221d"),
    warning=Pair(text="#ffd68f", ground="#4a3810"),
    good=Pair(text="#a9e8c2", ground="#17452d"),
    info=Pair(text="#b4d0ff", ground="#20375c"),
    secret=Pair(text="#dfc1ff", ground="#40285a"),
    none=Pair(text="#c0c9d5", ground="#333a45"),
)


def colours_of(theme: Theme, system: Qt.ColorScheme) -> Colours:
    """Return the colours for what the user chose, or for what the system says."""
    if theme is Theme.SYSTEM:
        return DARK if system == Qt.ColorScheme.Dark else LIGHT
    return DARK if theme is Theme.DARK else LIGHT


def status_pair(status: int | None, colours: Colours) -> Pair:
    """Return the colours of a status badge."""
    if status is None:
        return colours.none
    classes = {1: colours.info, 2: colours.good, 3: colours.info, 4: colours.warning, 5: colours.error}
    return classes.get(status // 100, colours.none)


def palette(colours: Colours) -> QPalette:
    """Return the palette Fusion paints with."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.raised,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.raised,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.error.text,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Accent: colours.accent,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.Light: colours.raised,
        QPalette.ColorRole.Midlight: colours.raised,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Dark: colours.line,
        QPalette.ColorRole.Shadow: colours.line,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made


def stylesheet(colours: Colours) -> str:
    """Return the style sheet: rounded fields, chips and quiet panes; sizes come in steps of 4 pixels."""
    c = colours
    tick = (resources.folder("icons") / f"check-{'dark' if c.dark else 'light'}.svg").as_posix()
    return f"""
    QToolTip {{ color: {c.text}; background: {c.raised}; border: 1px solid {c.line}; padding: 4px 8px; }}
    QLineEdit {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 8px; padding: 4px 8px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QLineEdit:focus {{ border: 2px solid {c.accent}; padding: 3px 7px; }}
    QLineEdit#searchField {{ padding: 8px 12px; border-radius: 10px; }}
    QLineEdit#searchField:focus {{ padding: 7px 11px; }}
    QFrame#card, QFrame[card="true"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 10px;
        padding: 1px; }}
    QFrame[card="true"][focused="true"] {{ border: 2px solid {c.accent}; padding: 0; }}
    QFrame[card="true"] QListView, QFrame[card="true"] QTextBrowser, QFrame[card="true"] QPlainTextEdit {{ background: transparent; border: none; }}
    QFrame#hintBar {{ background: {c.warning.ground}; border: none; border-radius: 6px; }}
    QFrame#hintBar QLabel {{ color: {c.warning.text}; }}
    QFrame#headline {{ background: transparent; border: none; border-bottom: 1px solid {c.line}; }}
    QLabel#muted {{ color: {c.muted}; }}
    QPushButton {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; border-radius: 8px;
        padding: 5px 12px; }}
    QPushButton:hover {{ background: {c.raised}; }}
    QPushButton:pressed {{ background: {c.selected}; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: 4px 11px; }}
    QPushButton:disabled {{ color: {c.muted}; background: {c.window}; }}
    QPushButton[primary="true"] {{ background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent}; }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[primary="true"]:disabled {{ background: {c.raised}; color: {c.muted}; border-color: {c.line}; }}
    QToolButton {{ background: transparent; color: {c.text}; border: 1px solid transparent; border-radius: 8px;
        padding: 5px; }}
    QToolButton:hover {{ background: {c.raised}; }}
    QToolButton:focus {{ border: 2px solid {c.accent}; padding: 4px; }}
    QToolButton::menu-indicator {{ image: none; }}
    QToolButton#chip {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: 13px; padding: 3px 10px; }}
    QToolButton#chip:hover {{ background: {c.raised}; }}
    QToolButton#chip:focus {{ border: 2px solid {c.accent}; padding: 2px 9px; }}
    QToolButton#chip:checked {{ background: {c.selected}; border: 1px solid {c.accent}; color: {c.text}; }}
    QToolButton#chip:checked:focus {{ border: 2px solid {c.accent}; padding: 2px 9px; }}
    QToolButton#chip:disabled {{ color: {c.muted}; background: transparent; border-style: dashed; }}
    QCheckBox {{ spacing: 8px; }}
    QCheckBox::indicator {{ width: 16px; height: 16px; border: 1px solid {c.muted}; border-radius: 4px;
        background: {c.surface}; }}
    QCheckBox::indicator:focus {{ border: 2px solid {c.accent}; }}
    QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url("{tick}"); }}
    QSplitter::handle {{ background: transparent; }}
    QStatusBar {{ background: {c.window}; color: {c.muted}; }}
    QStatusBar::item {{ border: none; }}
    QMenu {{ background: {c.surface}; border: 1px solid {c.line}; padding: 4px; }}
    QMenu::item {{ padding: 5px 24px 5px 16px; border-radius: 6px; }}
    QMenu::icon {{ left: 8px; }}
    QMenu::item:selected {{ background: {c.selected}; color: {c.text}; }}
    QMenu::item:disabled {{ color: {c.muted}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
    QProgressBar {{ background: {c.raised}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
    QScrollBar::handle {{ background: {c.line}; border-radius: 4px; min-height: 32px; min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {c.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
