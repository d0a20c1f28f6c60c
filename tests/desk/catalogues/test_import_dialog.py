"""Importing in the window: nothing is stored before Install, columns can be put right, and all of it can be undone."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from desk.catalogues.dialog import CataloguesDialog
from desk.catalogues.import_dialog import ImportDialog
from desk.catalogues.import_process import ImportProcess
from desk.catalogues.import_rows import Column
from desk.catalogues.import_state import column_groups
from desk.style.look import Look
from desk.style.quiet_table import choose_rows
from index import shelf
from index.catalogue import load_pack
from index.errors import DeskError
from index.folders import Folders
from index.importing import preview
from index.importing.install import install
from index.importing.preview import Preview
from index.importing.preview_values import Add, Command, InstallDone, command
from index.importing.reader import read_document
from index.importing.registry import Origin

PAGE = """# Error codes of the order service

Updated on 2026-03-02

| HTTP status | Error code | Message | Solution |
|---|---|---|---|
| 400 | Order.0001 | The order {0} is empty. | Add an item. |
| 404 | Order.0002 | No such order. | Check the number. |
| 409 | Order.0003 | The order is locked. | Wait. |
"""
FOREIGN = "Feilnr;Forklaring;Tiltak\nK-100;Filen finnes ikke her;Sjekk navnet\nK-101;Ingen har tilgang;Spør sjefen\n"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.under(tmp_path / "home")


class Inline(ImportProcess):
    """Does in this process what the other one would do."""

    def __init__(self, folders: Folders) -> None:
        super().__init__(folders, command)
        self._preview = Preview(folders, lambda answer: self._hand_over(msgspec.json.encode(answer)))

    def ask(self, command: Command) -> None:
        self._preview.do(msgspec.json.decode(msgspec.json.encode(command), type=Command))


@pytest.fixture
def dialog(qtbot: QtBot, folders: Folders, look: Look) -> Iterator[ImportDialog]:
    made = ImportDialog(Inline(folders), look, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def settled(qtbot: QtBot, dialog: ImportDialog, todo: Callable[[], object]) -> None:
    """Do something that the process answers, and wait for its last word."""
    with qtbot.waitSignal(dialog._process.compared):
        todo()


def written(tmp_path: Path, text: str = PAGE, name: str = "orders.md") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def cells(dialog: ImportDialog, row: int) -> list[str]:
    model = dialog.form.page.model
    return [model.data(model.index(row, column)) for column in range(model.columnCount())]


def test_pages_are_shown_whole_before_anything_is_stored(
    qtbot: QtBot, dialog: ImportDialog, folders: Folders, tmp_path: Path
) -> None:
    # GIVEN a page that does not name its provider, and a file that is no text
    broken = tmp_path / "broken.bin"
    broken.write_bytes(b"\x00\x01\x02\x03")
    # WHEN both are added
    settled(qtbot, dialog, lambda: dialog.add([broken, written(tmp_path)]))
    # THEN the entries can be looked through, the fault is one line, and nothing is on the disk
    assert cells(dialog, 0) == ["+ new", "Order.0001", "400", "The order {0} is empty.", "", "Add an item."]
    assert dialog.form.page.model.rowCount() == 3
    faulty = next(one.read for one in dialog.documents() if one.name == "broken.bin")
    assert str(faulty.refusal) == f"{broken}: not a text file"
    assert dialog.form.list.item(0).text() == "✗ broken.bin\nnot a text file"
    assert dialog.form.state() == "Say whose it is, or untick it: orders.md"
    assert not dialog.form.install.isEnabled()
    assert not folders.data.exists()
    dialog.reject()
    assert not folders.data.exists()
    assert not dialog._process.is_running()


def test_installed_is_what_was_shown(
    qtbot: QtBot, dialog: ImportDialog, folders: Folders, tmp_path: Path
) -> None:
    path = written(tmp_path)
    settled(qtbot, dialog, lambda: dialog.add([path]))
    page = dialog.form.page
    page.provider.setText("Example Cloud")
    page.service.setText("Orders")
    settled(qtbot, dialog, page.provider.editingFinished.emit)
    assert dialog.form.state() == "3 new · 0 changed · 0 gone"
    # WHEN the file changes behind the preview, and then Install is pressed
    path.write_text("something else", encoding="utf-8")
    with qtbot.waitSignal(dialog.installed) as told:
        dialog.form.install.click()
    # THEN the entries that were shown are there
    (done,) = told.args
    assert isinstance(done, InstallDone)
    assert [(one.id, one.entries) for one in done.catalogues] == [("example-cloud.orders", 3)]
    (catalogue,) = load_pack(shelf.imported_folder(folders) / "example-cloud.orders.jsonl")
    assert [entry.code for entry in catalogue.entries] == ["Order.0001", "Order.0002", "Order.0003"]
    assert not dialog.isVisible()


@pytest.mark.parametrize("field", ["provider", "service"])
def test_enter_in_a_field_does_not_install(
    qtbot: QtBot, dialog: ImportDialog, folders: Folders, tmp_path: Path, field: str
) -> None:
    settled(qtbot, dialog, lambda: dialog.add([written(tmp_path)]))
    page = dialog.form.page
    page.provider.setText("Example Cloud")
    page.service.setText("Orders")
    settled(qtbot, dialog, page.provider.editingFinished.emit)
    assert dialog.form.install.isEnabled()
    getattr(page, field).setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(getattr(page, field), key)
    assert dialog.isVisible()
    assert not shelf.imported_folder(folders).exists()


def test_a_column_that_nobody_could_know_is_named_by_hand(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    # GIVEN a table with headers in a language the importer has no words for
    settled(qtbot, dialog, lambda: dialog.add([written(tmp_path, FOREIGN, "feil.csv")]))
    assert not dialog.form.install.isEnabled()
    assert dialog.form.page.tabs.currentIndex() == 1
    columns = dialog.form.page.columns
    qtbot.waitUntil(columns.is_whole)
    boxes = {box.accessibleName(): box for box in columns.boxes}
    # WHEN the columns are named
    for name, field in (("Feilnr", "code"), ("Forklaring", "message"), ("Tiltak", "solution")):
        settled(qtbot, dialog, lambda n=name, f=field: columns.chosen.emit(n, f))
    # THEN its rows are entries
    assert "Column Feilnr is" in boxes
    assert cells(dialog, 1) == ["+ new", "K-101", "", "Ingen har tilgang", "", "Spør sjefen"]
    qtbot.waitUntil(columns.is_whole)
    chosen = [box.currentData() for box in columns.boxes]
    assert chosen == ["code", "message", "solution"]


def test_a_column_that_says_nothing_leaves_its_place_to_the_others(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    text = "# Error codes\n\n| Error code | Message |\n|---|---|\n| Order.0001 | The order is empty. |\n| Order.0002 | Gone. |\n"
    settled(qtbot, dialog, lambda: dialog.add([written(tmp_path, text)]))
    header = dialog.form.page.table.horizontalHeader()
    message, solution = (header.sectionSize(column) for column in (Column.MESSAGE, Column.SOLUTION))
    assert message > 2 * solution
    settled(qtbot, dialog, lambda: dialog.add([written(tmp_path, PAGE, "more.md")]))
    dialog.form.list.setCurrentRow(1)
    assert header.sectionSize(Column.SOLUTION) == header.sectionSize(Column.MESSAGE)


def test_new_changed_and_gone_can_be_looked_at_alone(
    qtbot: QtBot, dialog: ImportDialog, folders: Folders, tmp_path: Path
) -> None:
    before = read_document(written(tmp_path), provider="Example Cloud", service="Orders")
    install([before], folders)
    text = PAGE.replace("Wait.", "Wait an hour.").replace("Order.0002", "Order.0004")
    settled(qtbot, dialog, lambda: dialog.add([written(tmp_path, text)]))
    page = dialog.form.page
    page.provider.setText("Example Cloud")
    page.service.setText("Orders")
    settled(qtbot, dialog, page.service.editingFinished.emit)
    assert dialog.form.state() == "1 new · 1 changed · 1 gone"
    for choice, code in ((1, "Order.0004"), (2, "Order.0003"), (3, "Order.0002")):
        page.shown.setCurrentIndex(choice)
        page.shown.activated.emit(choice)
        assert [cells(dialog, row)[1] for row in range(page.model.rowCount())] == [code]


def test_a_document_can_be_left_out(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    paths = [written(tmp_path), written(tmp_path, PAGE.replace("Order.", "Cart."), "carts.md")]
    settled(qtbot, dialog, lambda: dialog.add(paths))
    assert dialog.form.install.text() == "Install 6 entries"
    dialog.form.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.form.install.text() == "Install 3 entries"
    settled(qtbot, dialog, dialog._leave)
    assert [one.name for one in dialog.documents()] == ["carts.md"]


def test_files_are_dropped_on_the_dialog(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(written(tmp_path)))])
    event = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    settled(qtbot, dialog, lambda: dialog.dropEvent(event))
    assert [one.name for one in dialog.documents()] == ["orders.md"]


def test_every_control_has_an_accessible_name(dialog: ImportDialog) -> None:
    page, form = dialog.form.page, dialog.form
    named = (page.provider, page.service, page.table, page.whole, page.left_out, page.shown, form.list)
    assert all(widget.accessibleName() for widget in named)


def test_tables_with_the_same_columns_stand_together(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    table = PAGE[PAGE.index("| HTTP") :]
    settled(qtbot, dialog, lambda: dialog.add([written(tmp_path, PAGE + "\n## More\n\n" + table)]))
    (document,) = dialog.documents()
    (group,) = column_groups(document.read)
    assert (len(group.tables), group.rows) == (2, 6)
    assert group.sample[0] == ("400", "Order.0001", "The order {0} is empty.", "Add an item.")


def test_install_waits_until_each_page_is_somebodys(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    # GIVEN a page that names its provider, and one that does not
    named = written(tmp_path, PAGE.replace("Error codes", "Alibaba Cloud error codes"), "named.md")
    settled(qtbot, dialog, lambda: dialog.add([named, written(tmp_path)]))
    assert dialog.form.state() == "Say whose it is, or untick it: orders.md"
    assert not dialog.form.install.isEnabled()
    # WHEN it is unticked
    dialog.form.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    # THEN the other one can be installed
    assert dialog.form.state() == "3 new · 0 changed · 0 gone"
    assert dialog.form.install.isEnabled()


def test_the_list_says_why_a_document_cannot_be_read(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    empty = written(tmp_path, "", "empty.md")
    settled(qtbot, dialog, lambda: dialog.add([empty, tmp_path / "lost.md"]))
    assert [dialog.form.list.item(row).text() for row in range(2)] == [
        "✗ empty.md\nan empty file",
        "✗ lost.md\nno such file",
    ]


def test_the_row_that_was_reached_is_shown_while_a_page_is_read(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "_PAUSE_S", 0.0)
    told: list[tuple[str, int, int]] = []
    dialog._process.progressed.connect(
        lambda _step: told.append((dialog.form.state(), dialog.form._bar.value(), dialog.form._bar.maximum()))
    )
    rows = "".join(f"| 404 | Order.{n:04} | No order {n}. | Look again. |\n" for n in range(1_000))
    settled(qtbot, dialog, lambda: dialog.add([written(tmp_path, PAGE + rows)]))
    # THEN first it says which file and how large, on a bar that only moves, then the rows and how far they are
    assert told[0] == (f"Reading orders.md ({(tmp_path / 'orders.md').stat().st_size / 1000:.1f} kB)…", 0, 0)
    reached = [int(said.split()[3].replace(",", "")) for said, _, _ in told[1:]]
    assert len(reached) >= 3
    assert reached == sorted(reached)
    assert all(said.endswith(" of 1,004") for said, _, _ in told[1:])
    bars = [value for _, value, _ in told[1:]]
    assert bars == sorted(bars)
    assert 0 < bars[-1] <= 100


def test_cancel_ends_a_long_reading_at_once(
    qtbot: QtBot, folders: Folders, look: Look, tmp_path: Path
) -> None:
    # GIVEN a page of many rows on its way in, in a process of its own
    process = ImportProcess(folders, command)
    dialog = ImportDialog(process, look, None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    rows = "".join(f"| 404 | Order.{n:05} | No order {n}. | Look again. |\n" for n in range(20_000))
    with qtbot.waitSignal(process.progressed, timeout=20_000, check_params_cb=lambda step: step.size > 0):
        dialog.add([written(tmp_path, PAGE + rows)])
    # WHEN it is cancelled
    start = time.monotonic()
    with qtbot.waitSignal(process.gone):
        dialog.form.cancel.click()
    # THEN nothing goes on, and nothing was stored
    assert time.monotonic() - start < 1
    assert not process.is_running()
    assert not (folders.data / "packs").exists()


def test_an_end_of_the_process_is_one_line(qtbot: QtBot, tmp_path: Path) -> None:
    script = "import sys; input(); sys.exit('the disk is gone')"
    process = ImportProcess(Folders.under(tmp_path), lambda _folders: [sys.executable, "-c", script])
    with qtbot.waitSignal(process.refused) as refused:
        process.ask(Add(paths=("x",)))
    assert refused.args == ["the disk is gone"]


@pytest.fixture
def catalogues(qtbot: QtBot, folders: Folders, look: Look) -> CataloguesDialog:
    def run(job: Callable, then: Callable, refused: Callable) -> None:
        try:
            then(job())
        except DeskError as error:
            refused(str(error))

    made = CataloguesDialog(folders, run, look, None)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    return made


def choose(dialog: CataloguesDialog, catalogue: str) -> None:
    names = [one.header.id for one in dialog.catalogues()]
    choose_rows(dialog.form.table, [names.index(catalogue)])


def test_a_removed_catalogue_brings_the_bundled_one_back_and_can_be_undone(
    catalogues: CataloguesDialog, folders: Folders, tmp_path: Path
) -> None:
    assert {one.origin for one in catalogues.catalogues()} == {Origin.BUNDLED}
    install([read_document(written(tmp_path), provider="Huawei Cloud", service="SWR")], folders)
    catalogues.refresh()
    swr = next(one for one in catalogues.catalogues() if one.header.service == "SWR")
    assert (swr.origin, swr.hides_bundled, swr.header.entries) == (Origin.IMPORTED, True, 3)
    choose(catalogues, "huawei-cloud.swr")
    said: list[str] = []
    catalogues.said.connect(said.append)
    catalogues.form.remove.click()
    assert "the bundled one is back" in said[0]
    assert "Ctrl+Z" in said[0]
    assert next(one for one in catalogues.catalogues() if one.header.service == "SWR").header.entries == 188
    catalogues.form.undo.click()
    assert next(one for one in catalogues.catalogues() if one.header.service == "SWR").header.entries == 3
    assert catalogues.form.undo.isHidden()


def test_a_bundled_catalogue_cannot_be_removed(catalogues: CataloguesDialog) -> None:
    choose(catalogues, "huawei-cloud.swr")
    assert not catalogues.form.remove.isEnabled()
    catalogues._remove()
    assert catalogues.form.news() == "Only imported catalogues can be removed."


def test_rows_are_chosen_anew_while_ctrl_is_held(qtbot: QtBot, catalogues: CataloguesDialog) -> None:
    choose(catalogues, "huawei-cloud.swr")
    qtbot.keyPress(catalogues.form.table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    catalogues.refresh()
    table = catalogues.form.table
    assert [one.row() for one in table.selectionModel().selectedRows()] == [table.currentRow()]
    choose(catalogues, "alibaba-cloud.webplus")
    assert [one.row() for one in table.selectionModel().selectedRows()] == [table.currentRow()]
    qtbot.keyRelease(table, Qt.Key.Key_Control)


def test_catalogues_are_exported_as_a_pack(catalogues: CataloguesDialog, tmp_path: Path) -> None:
    choose(catalogues, "huawei-cloud.swr")
    catalogues.export_to(tmp_path / "swr.jsonl")
    (found,) = load_pack(tmp_path / "swr.jsonl")
    assert found.header.entries == 188
    catalogues.export_to(tmp_path / "no such folder" / "swr.jsonl")
    assert catalogues.form.news().startswith("cannot write")
