"""The head of an entry: nothing of it is cut off, however narrow or low the pane is and however large the letters."""

from collections.abc import Callable
from itertools import combinations

import msgspec
import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desk.detail.page import Page
from desk.detail.pane import DetailPane
from desk.memory.flow import Kept
from desk.style.badge import StatusBadge
from desk.style.look import Look
from index.catalogue import OWN
from index.entry import CatalogueEntry, CatalogueId

LONG = "Organizations.Quota.ExceededForCreatedOrganizationalUnits.4001048"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window that gives a pane the room that it has, not the room that the pane wants."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    return made


@pytest.fixture
def pane(window: QWidget, look: Look) -> DetailPane:
    """A pane in it."""
    made = DetailPane(look, window)
    made.show()
    return made


def _parts(pane: DetailPane) -> list[QWidget]:
    head = pane.parts()[0]
    kinds = (QLabel, QPushButton, QToolButton, StatusBadge)
    return [one for one in head.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible()]


def _place(one: QWidget, head: QWidget) -> tuple[int, int, int, int]:
    at = one.mapTo(head, one.rect().topLeft())
    return at.x(), at.y(), one.width(), one.height()


def _nothing_is_cut(pane: DetailPane) -> None:
    head = pane.parts()[0]
    parts = _parts(pane)
    for one in parts:
        x, y, width, height = _place(one, head)
        name = f"{type(one).__name__} {getattr(one, 'text', str)()}"
        assert x >= 0, name
        assert y >= 0, name
        assert x + width <= head.width(), name
        assert y + height <= head.height(), name
        if isinstance(one, QLabel):
            assert one.heightForWidth(width) <= height, name
        elif width < head.width() - 40:  # else it fills the line
            assert width >= one.sizeHint().width(), name
    for one, other in combinations(parts, 2):
        assert not one.geometry().intersects(other.geometry()) or one.parent() is not other.parent()
    assert any(one.objectName() == "" and getattr(one, "text", str)() == "Copy ticket" for one in parts)


@pytest.mark.parametrize("size", [9.0, 10.5, 16.0, 24.0])
@pytest.mark.parametrize("room", [(320, 120), (320, 260), (396, 175), (560, 400), (860, 700)])
@pytest.mark.parametrize("code", ["Ecs.1000", LONG])
def test_nothing_is_cut_off(
    qtbot: QtBot, pane: DetailPane, make_entry, look: Look, code: str, room: tuple[int, int], size: float
) -> None:
    pane.set_look(msgspec.structs.replace(look, size=size))
    pane.resize(*room)
    pane.show_page(Page(entry=make_entry(code), language="en"))
    qtbot.waitUntil(lambda: _nothing_is_cut(pane))


def test_a_low_pane_leaves_room_for_the_page(qtbot: QtBot, pane: DetailPane, make_entry) -> None:
    pane.resize(400, 175)
    pane.show_page(Page(entry=make_entry(), language="en"))
    head = pane.parts()[0]
    qtbot.waitUntil(lambda: 0 < head.height() <= 100)
    # AND with room again everything is there
    pane.resize(900, 700)
    texts = {"Code", "Plain text", "Copy ticket", "Copy for"}
    qtbot.waitUntil(lambda: texts <= {getattr(one, "text", str)() for one in _parts(pane)})


def test_in_a_low_pane_the_head_gives_way_to_a_note(qtbot: QtBot, pane: DetailPane, make_entry) -> None:
    entry = make_entry()
    pane.resize(400, 195)
    pane.show_page(Page(entry=entry, language="en"))
    head, note = pane.parts()[0], pane.note()
    assert head.isVisible()
    note.open(entry.id, entry.code, "")
    assert not head.isVisible()
    qtbot.waitUntil(lambda: note.height() >= note.minimumSizeHint().height())
    note.close_editor()
    assert head.isVisible()
    # AND with room both are there
    pane.resize(400, 700)
    note.open(entry.id, entry.code, "")
    assert head.isVisible()


def test_what_is_ones_own_is_told_above_the_page(
    pane: DetailPane, make_entry: Callable[..., CatalogueEntry]
) -> None:
    """A note stands below all else, and an own entry looks like a vendor's: neither may be overlooked."""
    entry = make_entry()
    pane.show_page(Page(entry=entry, language="en"))
    labels = pane.parts()[0].findChildren(QLabel)
    assert [one.text() for one in labels if "Desk" in one.text()][-1] == "Example Cloud · Desk"
    pane.show_kept(Kept(entry=entry, note="Ask **ACME**", pinned=True))
    assert [one.text() for one in labels if "Cloud" in one.text()] == [
        "★ pinned · ✎ my note · Example Cloud · Desk"
    ]
    own = msgspec.structs.replace(entry, catalogue=CatalogueId(OWN + "example"))
    pane.show_page(Page(entry=own, language="en"))
    assert any(one.text().endswith("own entry · Example Cloud · Desk") for one in labels)
