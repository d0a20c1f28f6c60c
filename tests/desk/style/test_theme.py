"""All looks keep the contrast that readers need, and high contrast does not lean on colours alone."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from desk.style.style_sheet import stylesheet
from desk.style.theme import (
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    LIGHT,
    Colours,
    Pair,
    Theme,
    colours_of,
    mixed,
    palette,
    status_pair,
)

_ALL = [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK]


def _luminance(colour: str) -> float:
    parts = [value / 255 for value in QColor(colour).getRgb()[:3]]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG's ratio of two colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", _ALL)
def test_every_pair_of_text_and_ground_is_readable(colours: Colours) -> None:
    pairs = [value for value in msgspec.structs.astuple(colours) if isinstance(value, Pair)]
    grounds = (colours.window, colours.surface, colours.raised, colours.selected)
    pairs += [Pair(text=colours.text, ground=ground) for ground in grounds]
    pairs += [Pair(text=colours.muted, ground=ground) for ground in grounds]
    pairs += [Pair(text=colours.on_accent, ground=colours.accent)]
    pairs += [Pair(text=colours.accent, ground=colours.surface)]
    pairs += [
        Pair(text=colours.on_accent, ground=mixed(colours.accent, colours.text, share))
        for share in (0.12, 0.24)
    ]
    poor = {(pair.text, pair.ground): contrast(pair.text, pair.ground) for pair in pairs}
    least = 7.0 if colours.strong else 4.5
    assert {pair: ratio for pair, ratio in poor.items() if ratio < least} == {}


def test_a_button_with_the_keyboard_has_one_frame() -> None:
    """Its border says it; Qt's own mark would lie on the words."""
    (rule,) = (line for line in stylesheet(LIGHT).splitlines() if line.strip().startswith("QPushButton {"))
    assert "outline: none" in rule


@pytest.mark.parametrize("colours", [CONTRAST_LIGHT, CONTRAST_DARK])
def test_high_contrast_draws_lines_as_well_as_colours(colours: Colours) -> None:
    pairs = [value for value in msgspec.structs.astuple(colours) if isinstance(value, Pair)]
    assert all(pair.lined for pair in pairs)
    assert all(contrast(line, colours.surface) >= 7 for line in (colours.line, colours.accent))
    assert "border: 4px solid" in stylesheet(colours)  # the focus
    assert "border: 4px solid" not in stylesheet(LIGHT)


def test_the_system_decides_unless_the_user_does() -> None:
    assert colours_of(Theme.SYSTEM, Qt.ColorScheme.Dark) is DARK
    assert colours_of(Theme.SYSTEM, Qt.ColorScheme.Unknown) is LIGHT
    assert colours_of(Theme.LIGHT, Qt.ColorScheme.Dark) is LIGHT


def test_high_contrast_is_chosen_or_follows_the_system() -> None:
    assert colours_of(Theme.CONTRAST, Qt.ColorScheme.Unknown) is CONTRAST_DARK
    assert colours_of(Theme.CONTRAST, Qt.ColorScheme.Light) is CONTRAST_LIGHT
    assert colours_of(Theme.SYSTEM, Qt.ColorScheme.Dark, contrast=True) is CONTRAST_DARK
    assert colours_of(Theme.SYSTEM, Qt.ColorScheme.Unknown, contrast=True) is CONTRAST_LIGHT
    assert colours_of(Theme.DARK, Qt.ColorScheme.Unknown, contrast=True) is DARK


def test_status_classes_have_colours_of_their_own() -> None:
    pairs = {status_pair(status, LIGHT).ground for status in (None, 200, 302, 404, 500)}
    assert len(pairs) == 5
    assert status_pair(999, LIGHT) == LIGHT.none


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("colours", _ALL)
def test_qt_takes_palette_and_style_sheet(colours: Colours, qtlog: object) -> None:
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415 - needs the application

    label = QLabel("x")
    label.setStyleSheet(stylesheet(colours))
    label.ensurePolished()
    assert palette(colours).window().color() == QColor(colours.window)
    assert qtlog.records == []
    label.deleteLater()
