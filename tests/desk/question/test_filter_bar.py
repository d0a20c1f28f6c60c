"""Chips: counts, stable places, and the typed form they stand for."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.question.chips import chips_of, filters_of, united, without
from desk.question.filter_bar import FilterBar, value_name
from desk.style.look import Look
from index.hits import Facets
from index.query import Filters, parse

KNOWN = Facets(
    provider={"Huawei Cloud": 400, "Open Telekom Cloud": 100},
    service={"ECS": 100, "SWR": 200, "Workspace": 200},
    status={"404": 50, "4xx": 400, "500": 90, "5xx": 90},
    language={"en": 500, "zh-Hans": 40},
    solution={"yes": 300, "no": 200},
)


@pytest.fixture
def bar(qtbot: QtBot, look: Look) -> FilterBar:
    """A bar that knows its values."""
    made = FilterBar(look)
    qtbot.addWidget(made)
    made.set_known(KNOWN)
    return made


def test_chips_keep_their_places_while_counts_change(bar: FilterBar) -> None:
    before = [chip.value for chip in bar.chips()]
    bar.set_counts(Facets(service={"SWR": 3}))
    assert [chip.value for chip in bar.chips()] == before
    texts = {chip.value: (chip.text(), chip.isEnabled()) for chip in bar.chips()}
    assert texts["SWR"] == ("SWR  3", True)
    assert texts["ECS"] == ("ECS  0", False)


def test_a_chip_tells_what_is_active(qtbot: QtBot, bar: FilterBar) -> None:
    chip = next(chip for chip in bar.chips() if chip.value == "SWR")
    with qtbot.waitSignal(bar.changed) as changed:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert changed.args == [frozenset({("service", "SWR")})]
    assert chip.text().startswith("✓")
    bar.set_counts(Facets())
    assert chip.isEnabled(), "an active chip can always be taken off"


def test_a_number_toggles_a_chip(qtbot: QtBot, bar: FilterBar) -> None:
    with qtbot.assertNotEmitted(bar.changed):
        bar.toggle(3)  # nobody sees it
    bar.show()
    with qtbot.waitSignal(bar.changed):
        bar.toggle(3)
    assert bar.chips()[2].isChecked()
    with qtbot.assertNotEmitted(bar.changed):
        bar.toggle(99)


def test_enter_presses_a_chip_as_the_space_bar_does(qtbot: QtBot, bar: FilterBar) -> None:
    bar.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(bar.changed):
            qtbot.keyClick(bar.chips()[1], key)
    # AND with other keys held down it is the window's
    with qtbot.assertNotEmitted(bar.changed):
        qtbot.keyClick(bar.chips()[1], Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)


def test_values_without_a_chip_are_in_the_menu(bar: FilterBar) -> None:
    bar._fill_more()
    names = [action.text() for action in bar._more.menu().actions()]
    assert "404  50" in names
    assert "No solution  200" in names
    bar.set_active(frozenset({("status", "404")}))
    assert bar._more.text().startswith("✓")


def test_in_a_low_window_the_chips_take_one_line(qtbot: QtBot, look: Look) -> None:
    """What is asked for needs the room more."""
    window = QWidget()
    qtbot.addWidget(window)
    bar = FilterBar(look)
    column = QVBoxLayout(window)
    column.addWidget(bar)
    column.addStretch(1)
    bar.set_known(KNOWN)
    bar.set_active(frozenset({("language", "zh-Hans")}))
    window.resize(500, 900)
    window.show()
    qtbot.waitExposed(window)
    assert all(chip.isVisible() for chip in bar.chips())
    high = bar.height()
    # WHEN the window is low
    window.resize(500, 300)
    qtbot.waitUntil(lambda: bar.height() < high)
    # THEN what is active stays, and the others are in the menu; their keys do nothing that cannot be seen
    shown = [chip.value for chip in bar.chips() if chip.isVisible()]
    assert "zh-Hans" in shown
    assert len({chip.y() for chip in bar.chips() if chip.isVisible()}) == 1
    hidden = [(number, chip) for number, chip in enumerate(bar.chips(), 1) if not chip.isVisible()]
    bar._fill_more()
    listed = [action.text() for action in bar._more.menu().actions()]
    assert hidden
    assert all(any(value_name(chip.kind, chip.value) in text for text in listed) for _, chip in hidden)
    with qtbot.assertNotEmitted(bar.changed):
        bar.toggle(hidden[0][0])
    # AND with a little more room there are two lines, in which chips keep their places
    window.resize(340, 700)
    qtbot.waitUntil(lambda: len({chip.y() for chip in bar.chips() if chip.isVisible()}) == 2)
    before = [chip.value for chip in bar.chips() if chip.isVisible()]
    bar.set_counts(Facets())
    assert [chip.value for chip in bar.chips() if chip.isVisible()] == before
    assert len(before) < len(bar.chips())
    # AND all come back with the room
    window.resize(500, 900)
    qtbot.waitUntil(lambda: all(chip.isVisible() for chip in bar.chips()))


def test_each_line_of_the_menu_has_a_letter(bar: FilterBar) -> None:
    menu = bar._more.menu()
    menu.aboutToShow.emit()
    lines = [plain_line.text() for plain_line in menu.actions() if not plain_line.isSeparator()]
    letters = [text[text.index("&") + 1].casefold() for text in lines if "&" in text]
    assert "&No solution  200" in lines
    assert "&404  50" in lines  # not a letter behind a number
    words = [letter for letter in letters if not letter.isdecimal()]
    assert len(set(words)) == len(words) > 0


def test_chips_keep_their_places_whatever_the_order_of_the_counts(bar: FilterBar) -> None:
    before = [(chip.kind, chip.value) for chip in bar.chips()]
    known = bar._known
    turned = {name: dict(reversed(getattr(known, name).items())) for name in ("provider", "service")}
    bar.set_known(msgspec.structs.replace(known, **turned, status={}, language={}, solution={}))
    now = [(chip.kind, chip.value) for chip in bar.chips()]
    assert now == before[: len(now)] != []


def test_every_chip_has_a_name_for_screen_readers(bar: FilterBar) -> None:
    assert {chip.accessibleName() for chip in bar.chips() if chip.value == "ECS"} == {"Service ECS, 100 hits"}


def test_chips_become_filters() -> None:
    chosen = frozenset({("service", "SWR"), ("service", "ECS"), ("status", "4xx"), ("solution", "yes")})
    assert filters_of(chosen) == Filters(services=("ECS", "SWR"), statuses=("4xx",), solution=True)
    assert filters_of(frozenset({("solution", "yes"), ("solution", "no")})).solution is None


def test_typed_filters_light_their_chips_and_leave_the_text_again() -> None:
    query = parse("quota service:ecs provider:huawei lang:zh has:solution")
    chips = chips_of(query.filters, KNOWN)
    assert chips == {
        ("service", "ECS"),
        ("provider", "Huawei Cloud"),
        ("language", "zh-Hans"),
        ("solution", "yes"),
    }
    left = without(query, frozenset({("service", "ECS"), ("solution", "yes")}))
    assert str(left) == "quota provider:huawei lang:zh"


def test_typed_and_chosen_stand_beside_each_other() -> None:
    both = united(Filters(services=("ecs",)), Filters(services=("SWR",), statuses=("5xx",)))
    assert both == Filters(services=("ecs", "SWR"), statuses=("5xx",))


def test_its_room_is_kept_until_there_are_chips(qtbot: QtBot, look: Look) -> None:
    bar = FilterBar(look)
    qtbot.addWidget(bar)
    bar.keep_room(70)
    assert bar.minimumHeight() == 70
    bar.set_known(KNOWN)
    assert bar.minimumHeight() == 0
    bar.keep_room(70)
    assert bar.minimumHeight() == 0
