"""How long the window's thread works while very many entries come in for a look before they are installed."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.app import Application
from desk.catalogues import wiring
from desk.catalogues.import_state import Shown

Step = Callable[[], object]

_ENTRIES = 12_000


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """An import reads a page of very many entries."""
    script = Path(__file__).with_name("import_child.py")
    monkeypatch.setattr(wiring, "_command", lambda _folders: [sys.executable, str(script), str(_ENTRIES)])


@pytest.mark.usefixtures("many")
def test_very_many_entries_on_their_way_in(desk: Application, watchdog, close_dialogs: Step) -> None:
    # GIVEN a page of 12,000 entries in tables of several kinds
    seen: list[int] = []

    def busy() -> bool:
        dialog = desk.imports._import
        return dialog is not None and dialog._busy

    def page():
        return desk.imports._import.form.page

    def choose(shown: Shown) -> None:
        page().shown.setCurrentIndex(page().shown.findData(str(shown)))
        page().shown.activated.emit(page().shown.currentIndex())
        seen.append(page().model.rowCount())

    def rename() -> None:
        page().provider.setText("Another Cloud")
        page().provider.editingFinished.emit()

    watchdog.wait_for(busy)
    # WHEN it is looked through, narrowed, named, and put away again THEN no turn is too long
    watchdog.holds(
        [
            lambda: desk.imports.open_import([Path("codes.csv")]),
            lambda: choose(Shown.CHANGED),
            lambda: choose(Shown.ALL),
            lambda: page().table.selectRow(_ENTRIES - 1),
            rename,
            lambda: seen.append(page().table.currentIndex().row()),
            *[lambda n=n: page().tabs.setCurrentIndex(n) for n in (1, 2, 0)],
            close_dialogs,
        ]
    )
    assert seen[:3] == [_ENTRIES // 3, _ENTRIES, _ENTRIES - 1]
