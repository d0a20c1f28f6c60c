"""How everything looks right now: colours and fonts, handed to the panes as one value."""

from functools import lru_cache

import msgspec
from PySide6.QtGui import QFont, QFontDatabase

from desk.style.theme import Colours

_LATIN = (
    "Inter",
    "Segoe UI",
    "SF Pro Text",
    "Noto Sans",
    "Roboto",
    "Cantarell",
    "Ubuntu",
    "Liberation Sans",
    "Arial",
)
_CHINESE = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei UI",
    "PingFang SC",
    "WenQuanYi Micro Hei",
)
_MONO = ("JetBrains Mono", "Cascadia Mono", "SF Mono", "Noto Sans Mono", "DejaVu Sans Mono")
_MONO_CHINESE = ("Noto Sans Mono CJK SC", *_CHINESE)

SMALLEST, USUAL, LARGEST = 8.0, 10.5, 24.0
"""Sizes of the plain text, in points."""


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """Colours and fonts."""

    colours: Colours
    """The colours."""
    families: tuple[str, ...]
    """Families of plain text, first choice first; those for Chinese stand first in a Chinese window."""
    chinese: tuple[str, ...]
    """Families for runs of Chinese text."""
    mono: tuple[str, ...]
    """Families of codes and payloads."""
    size: float
    """Size of plain text, in points."""

    def font(self, factor: float = 1.0, *, bold: bool = False) -> QFont:
        """Return the font of plain text, scaled."""
        return self._font(self.families, factor, bold=bold)

    def mono_font(self, factor: float = 1.0, *, bold: bool = False) -> QFont:
        """Return the font of codes and payloads, scaled."""
        font = self._font(self.mono, factor, bold=bold)
        font.setStyleHint(QFont.StyleHint.Monospace)
        return font

    def _font(self, families: tuple[str, ...], factor: float, *, bold: bool) -> QFont:
        font = QFont(list(families))
        font.setPointSizeF(self.size * factor)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


@lru_cache(maxsize=1)
def _installed() -> frozenset[str]:
    """Return the font families there are, asked for once: Qt goes through all fonts each time."""
    return frozenset(QFontDatabase.families())


def make_look(colours: Colours, *, language: str, size: float = USUAL) -> Look:
    """Choose fonts that are there; the system's own come after the preferred ones."""
    there = _installed()

    def pick(wanted: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in wanted if name in there)

    general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    chinese = pick(_CHINESE)
    latin = pick(_LATIN)
    plain = (*chinese, *latin) if language.startswith("zh") else (*latin, *chinese)
    return Look(
        colours=colours,
        families=(*plain, general),
        chinese=(*chinese, general),
        mono=(*pick(_MONO), *pick(_MONO_CHINESE), fixed),
        size=min(max(size, SMALLEST), LARGEST),
    )
