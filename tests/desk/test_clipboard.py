"""The clipboard: what is put there, what is left at the end, and what is watched."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk import clipboard as clipboard_module
from desk import clipboard_watch
from desk.clipboard import DeskClipboard
from desk.clipboard_watch import ClipboardWatch
from desk.question.search_thread import SearchThread
from index.folders import Folders


def test_rich_text_goes_with_plain_text_and_plain_text_stays(qapp: QApplication) -> None:
    owner = QObject()
    clipboard = DeskClipboard(qapp.clipboard(), owner)
    clipboard.put("plain", "<b>rich</b>")
    data = qapp.clipboard().mimeData()
    assert (data.text(), data.html()) == ("plain", "<b>rich</b>")
    clipboard.let_go()
    assert qapp.clipboard().text() == "plain"
    assert not qapp.clipboard().mimeData().hasHtml()


def test_what_is_read_is_clean(qapp: QApplication) -> None:
    owner = QObject()
    qapp.clipboard().setText("a\x00b")
    assert "\x00" not in DeskClipboard(qapp.clipboard(), owner).text()


def test_where_only_the_focus_may_read_it_is_waited_for(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN a desktop as Wayland is, and no window of ours in front
    monkeypatch.setattr(clipboard_module, "_needs_focus", lambda: True)
    owner, read = QObject(), list[str]()
    clipboard = DeskClipboard(qapp.clipboard(), owner)
    assert QApplication.focusWindow() is None
    # WHEN the clipboard is wanted, twice
    assert not clipboard.when_readable(lambda: read.append("older"))
    assert not clipboard.when_readable(lambda: read.append("newer"))
    qapp.processEvents()
    assert read == []
    # THEN it is read once a window comes to the front: what was wanted last, and once
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: read == ["newer"])
    qapp.focusWindowChanged.emit(window.windowHandle())
    qapp.processEvents()
    assert read == ["newer"]
    assert clipboard.when_readable(lambda: read.append("at once"))
    assert read == ["newer", "at once"]


def test_elsewhere_it_is_read_at_once(qapp: QApplication) -> None:
    owner, read = QObject(), list[str]()
    assert DeskClipboard(qapp.clipboard(), owner).when_readable(lambda: read.append("now"))
    assert read == ["now"]


class FakeThread(QObject):
    """Looks up at once, or once it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[Callable[[], object]] | None = None

    def look_up(self, look: Callable[[object], object], then: Callable[[object], object]) -> None:
        """Do it here."""
        if self.held is None:
            then(look(None))
        else:
            self.held.append(lambda: then(look(None)))


@pytest.fixture
def watch(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> ClipboardWatch:
    """A watch that takes every text with `Ecs` for known."""
    monkeypatch.setattr(clipboard_watch, "_holds_known", lambda text, _table: "Ecs" in text)
    monkeypatch.setattr(type(qapp.clipboard()), "ownsClipboard", lambda _self: False)
    made = ClipboardWatch(qapp.clipboard(), FakeThread())
    made.switch(on=True)
    return made


def test_only_known_codes_are_told(qtbot: QtBot, qapp: QApplication, watch: ClipboardWatch) -> None:
    with qtbot.waitSignal(watch.found) as found:
        qapp.clipboard().setText("Ecs.1000")
    assert found.args == ["Ecs.1000"]
    with qtbot.assertNotEmitted(watch.found):
        qapp.clipboard().setText("dear all")
        qapp.clipboard().setText("Ecs" * 10_000)
    watch.switch(on=False)
    with qtbot.assertNotEmitted(watch.found):
        qapp.clipboard().setText("Ecs.1001")


def test_nothing_is_told_once_nobody_watches(qtbot: QtBot, qapp: QApplication, watch: ClipboardWatch) -> None:
    # GIVEN a text that is still being looked at
    watch._thread.held = []
    qapp.clipboard().setText("Ecs.1000")
    # WHEN the watch is switched off THEN what was found comes too late
    watch.switch(on=False)
    with qtbot.assertNotEmitted(watch.found):
        for look in watch._thread.held:
            look()
    assert len(watch._thread.held) == 1


def test_secrets_of_password_managers_are_not_looked_at(
    qtbot: QtBot, qapp: QApplication, watch: ClipboardWatch
) -> None:
    data = QMimeData()
    data.setText("Ecs.1000")
    data.setData("x-kde-passwordManagerHint", b"secret")
    with qtbot.assertNotEmitted(watch.found):
        qapp.clipboard().setMimeData(data)
    watch.switch(on=False)
    qapp.clipboard().setText("")


def test_a_real_text_is_judged_by_the_catalogues(bundled_folders: Folders) -> None:
    from index.store import open_table  # noqa: PLC0415 - slow

    table = open_table(bundled_folders)
    assert clipboard_watch._holds_known(
        '{"code":"Ecs.1000","message":"itemNotFound: x could not be found."}', table
    )
    assert not clipboard_watch._holds_known("see you at ten", table)
    table.close()
    assert issubclass(SearchThread, QObject)
