"""Colours for light, dark and high contrast, and the palette that Qt is told.

Every pair of text and background keeps a contrast of at least 4.5 to 1, in high contrast 7 to 1; a test computes it.
"""

from enum import StrEnum

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QStyleHints


class Theme(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "high-contrast"


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two colours that are always used together."""

    text: str
    """Colour of the letters."""
    ground: str
    """Colour behind them."""
    lined: bool = False
    """An outline or a line below sets them apart as well: in high contrast colours are not enough."""


class Colours(msgspec.Struct, frozen=True, kw_only=True):
    """All colours of one look, as `#rrggbb`."""

    dark: bool
    """Light letters on a dark ground."""
    strong: bool = False
    """High contrast: thick frames, and outlines where otherwise a tint is enough."""
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


def _lined(text: str, ground: str) -> Pair:
    return Pair(text=text, ground=ground, lined=True)


CONTRAST_DARK = Colours(
    dark=True,
    strong=True,
    window="#000000",
    surface="#000000",
    raised="#1a1a1a",
    line="#ffffff",
    text="#ffffff",
    muted="#e0e0e0",
    accent="#ffe033",
    on_accent="#000000",
    selected="#00335c",
    mark=_lined("#000000", "#ffe033"),
    value=_lined("#000000", "#5cf2f2"),
    error=_lined("#ffffff", "#8f0000"),
    warning=_lined("#ffd899", "#3d2200"),
    good=_lined("#b3ffc9", "#00330f"),
    info=_lined("#cce0ff", "#001f4d"),
    secret=_lined("#f2d9ff", "#38005c"),
    none=_lined("#ffffff", "#333333"),
)

CONTRAST_LIGHT = Colours(
    dark=False,
    strong=True,
    window="#ffffff",
    surface="#ffffff",
    raised="#f0f0f0",
    line="#000000",
    text="#000000",
    muted="#262626",
    accent="#00308f",
    on_accent="#ffffff",
    selected="#d6e4ff",
    mark=_lined("#000000", "#ffdd33"),
    value=_lined("#000000", "#66e5e5"),
    error=_lined("#ffffff", "#8f0000"),
    warning=_lined("#4d2600", "#ffe8c7"),
    good=_lined("#00380f", "#d1f7db"),
    info=_lined("#00245c", "#d9e8ff"),
    secret=_lined("#3d0066", "#f0deff"),
    none=_lined("#000000", "#e6e6e6"),
)


def colours_of(theme: Theme, system: Qt.ColorScheme, *, contrast: bool = False) -> Colours:
    """Return the colours for what the user chose, or for what the system says.

    `contrast`: the system asks for high contrast, which counts where the system is to decide. High contrast chosen
    here stands on black, unless the system is a light one.
    """
    if theme is Theme.CONTRAST:
        return CONTRAST_LIGHT if system == Qt.ColorScheme.Light else CONTRAST_DARK
    if theme is Theme.SYSTEM:
        dark = system == Qt.ColorScheme.Dark
        if contrast:
            return CONTRAST_DARK if dark else CONTRAST_LIGHT
        return DARK if dark else LIGHT
    return DARK if theme is Theme.DARK else LIGHT


def wants_contrast(hints: QStyleHints) -> bool:
    """Tell whether the system asks for high contrast, where Qt can say so."""
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour with this share of another in it.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(round(a + (b - a) * share) for a, b in pairs).hex()


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
