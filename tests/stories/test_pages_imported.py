"""An error-code page on its way into the desk: by the menu's key, or dropped on the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.actions import Act
from desk.app import Application
from desk.style.quiet_table import choose_rows
from index.folders import Folders

OpenDesk = Callable[..., Application]

PAGE = """# Error codes

| HTTP status | Error code | Message | Solution |
|---|---|---|---|
| 400 | Quokka.0001 | The burrow {0} is empty. | Dig. |
| 404 | Quokka.0002 | No such quokka. | Look again. |
| 409 | Quokka.0003 | The quokka is being photographed. | Wait for the smile. |
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "quokka.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_dropped_page_is_offered_imported_found_and_taken_out_again(
    qtbot: QtBot, open_desk: OpenDesk, folders: Folders, page: Path
) -> None:
    # GIVEN a page dropped where customers' texts are dropped
    desk = open_desk()
    window = desk.window
    window.payload.files_dropped.emit((str(page),))
    # THEN it is read as a text, and offered: nothing is decided for the user
    qtbot.waitUntil(window.offer.isVisible, timeout=20_000)
    assert window.offer.text() == "quokka.md looks like an error-code page with 3 entries."
    assert not (folders.data / "packs").exists()
    # WHEN the offer is taken with its key, and the preview is installed
    desk.wiring.actions[Act.IMPORT].trigger()
    dialog = desk.imports._import
    qtbot.waitUntil(lambda: dialog.form.state() == "Say whose it is, or untick it: quokka.md", timeout=20_000)
    assert not dialog.form.install.isEnabled()
    assert window.offer.isHidden()
    dialog.form.page.provider.setText("Example Cloud")
    with qtbot.waitSignal(dialog._process.compared, timeout=20_000):
        dialog.form.page.provider.editingFinished.emit()
    with qtbot.waitSignal(dialog.installed, timeout=20_000):
        dialog.form.install.click()
    assert "Imported: 3 entries of Example Cloud · Quokka" in window.status.news()
    # THEN the index is built anew by itself and the entries are found by words of their message
    qtbot.waitUntil(lambda: not desk.builder.is_running(), timeout=60_000)
    desk.wiring.search_for("quokka photographed")
    qtbot.waitUntil(lambda: _first(desk) == "Quokka.0003", timeout=60_000)
    # WHEN it is removed in the list of catalogues
    desk.wiring.actions[Act.CATALOGUES].trigger()
    catalogues = desk.imports._catalogues
    qtbot.waitUntil(lambda: bool(catalogues.catalogues()))
    names = [one.header.id for one in catalogues.catalogues()]
    choose_rows(catalogues.form.table, [names.index("example-cloud.quokka")])
    catalogues.form.remove.click()
    # THEN it is gone
    qtbot.waitUntil(lambda: "Removed: Example Cloud · Quokka" in window.status.news())
    assert list((folders.data / "packs").glob("*.jsonl")) == []
    qtbot.waitUntil(lambda: not desk.builder.is_running(), timeout=60_000)


def test_a_customers_text_is_not_offered(qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path) -> None:
    log = tmp_path / "customer.log"
    log.write_text(
        "2026-05-01 10:00:01 ERROR call failed: Ecs.0219 The ECS is locked.\n"
        "2026-05-01 10:00:02 ERROR call failed: Ecs.0000 Request error.\n"
        "2026-05-01 10:00:03 ERROR call failed: Ecs.0005 System error.\n",
        encoding="utf-8",
    )
    desk = open_desk()
    desk.imports.look_at((str(log),))
    looking = desk.imports._looking
    with qtbot.waitSignal(looking.compared, timeout=20_000):
        pass
    assert desk.window.offer.isHidden()


def _first(desk: Application) -> str:
    rows = desk.window.results.rows()
    return rows[0].entry.code if rows else ""
