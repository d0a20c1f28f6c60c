"""A support engineer asks in words that no entry has; the sentence model is played by a small stand-in."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.app import Application
from index.folders import Folders
from index.meaning import building, model

OpenDesk = Callable[..., Application]


class StandIn:
    """Finds every question near to what is told of locked servers, and to nothing else."""

    name = "stand-in-1"

    def question(self, _text: str) -> object:
        return self.passage("The ECS is locked.")

    def passage(self, text: str) -> object:
        numpy = pytest.importorskip("numpy")
        found = numpy.zeros(model.DIMENSIONS, "float32")
        found[0 if "ECS is locked" in text else 1] = 1.0
        return found


@pytest.fixture
def with_vectors(monkeypatch: pytest.MonkeyPatch, folders: Folders) -> None:
    monkeypatch.setattr(model, "is_installed", lambda: True)
    monkeypatch.setattr(model, "installed_name", lambda: StandIn.name)
    monkeypatch.setattr(model, "load", StandIn)
    building.build(folders)


def _codes(desk: Application) -> list[str]:
    return [row.entry.code for row in desk.window.results.rows()]


@pytest.mark.usefixtures("with_vectors")
def test_what_no_word_finds_is_found_by_its_meaning(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN an open desk
    desk = open_desk()
    # WHEN the engineer types words that stand nowhere, and rests
    qtbot.keyClicks(desk.window.field, "zeppelin xylophone")
    # THEN what means the same comes by itself, first and selected
    qtbot.waitUntil(lambda: "Ecs.0605" in _codes(desk), timeout=10_000)
    assert desk.window.results.currentIndex().row() == 0
    # AND it goes when something else is asked
    desk.window.field.setText("Ecs.0219")
    qtbot.waitUntil(lambda: _codes(desk)[:1] == ["Ecs.0219"])


@pytest.mark.usefixtures("with_vectors")
def test_a_list_that_is_being_read_stays_as_it_is(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN a poor answer, and an engineer who went on to its second row
    desk = open_desk()
    qtbot.keyClicks(desk.window.field, "xylophone quota")
    qtbot.waitUntil(lambda: len(_codes(desk)) > 2)
    before = _codes(desk)
    with qtbot.waitSignal(desk.search.answered_by_meaning, timeout=10_000) as better:
        qtbot.keyClick(desk.window.field, Qt.Key.Key_Down)
    # THEN the better answer does not take the list away
    assert [hit.entry.code for hit in better.args[0].hits] != before
    assert _codes(desk) == before
    assert desk.window.results.currentIndex().row() == 1
