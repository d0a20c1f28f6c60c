"""What a screen reader and a keyboard get: names, roles, an order that goes round, a focus that is seen, spoken news."""

from collections.abc import Callable, Iterator

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QDialog, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from desk.app import Application, Request

OpenDesk = Callable[..., Application]
OpenDialog = Callable[[Application, str], QDialog]
PASTED = """\
Hello, since this morning:
{"code":"AppNotExist","request_id":"req-7f3a1c2d-9b8e-4f5a-8b7c-8d9e0f1a2b3c"}
{"error":{"code":"Ecs.1000","message":"Failed to call the Nova API because timeout."}}
Authorization: Bearer EXAMPLETOKENEXAMPLETOKENEXAMPLE
"""
_DULL_ROLES = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window}


def _tree(root: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Go through everything that is not hidden."""
    if root.state().invisible:
        return
    yield root
    for number in range(root.childCount()):
        child = root.child(number)
        if child is not None and child.isValid():
            yield from _tree(child)


def _name(node: QAccessibleInterface) -> str:
    # On Linux a combo box is called by what is chosen in it; the name of the field is told beside it.
    owner = node.object()
    own = owner.accessibleName() if isinstance(owner, QComboBox) else ""
    return own or node.text(QAccessible.Text.Name)


def _takes_tab(node: QAccessibleInterface) -> bool:
    """Tell whether Tab stops here; parts of Qt's that hand the focus on do not count."""
    owner = node.object()
    if not isinstance(owner, QWidget):
        return node.state().focusable
    wanted = bool(owner.focusPolicy() & Qt.FocusPolicy.TabFocus) and owner.isEnabled()
    return wanted and owner.focusProxy() is None and not isinstance(owner, QTabWidget)


def _faults(top: QWidget) -> list[str]:
    """List controls without a name or role, rows without words, and neighbours that cannot be told apart."""
    faults = []
    for node in _tree(QAccessible.queryAccessibleInterface(top)):
        owner = node.object()
        who = f"{type(owner).__name__} {owner.objectName()}" if owner else node.role().name
        if _takes_tab(node):
            # A cell of a table may be empty: a page without a date.
            if not _name(node).strip() and node.role() != QAccessible.Role.Cell:
                faults.append(f"{who} has no name")
            if node.role() in _DULL_ROLES:
                faults.append(f"{who} {_name(node)!r} says of itself only {node.role().name}")
        children = [node.child(number) for number in range(node.childCount())]
        heard = [
            (child.role(), _name(child))
            for child in children
            if child is not None and child.isValid() and not child.state().invisible and _takes_tab(child)
        ]
        # Rows of a list are told apart by their place.
        if node.role() not in {QAccessible.Role.List, QAccessible.Role.Table, QAccessible.Role.Tree}:
            faults += [f"two {name!r} in {who}" for role, name in set(heard) if heard.count((role, name)) > 1]
    return faults


def _tab(qtbot: QtBot, top: QWidget, start: QWidget) -> list[QWidget]:
    """Press Tab until the focus is back at the start; returns where it stopped."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    stops = [start]
    for _ in range(200):
        qtbot.keyClick(stops[-1], Qt.Key.Key_Tab)
        now = top.focusWidget()
        if now is start:
            return stops
        stops.append(now)
    pytest.fail(f"Tab never comes back: {[_said(stop) for stop in stops[-6:]]}")


def _said(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}"


def _unseen(stops: list[QWidget], top: QWidget) -> list[str]:
    """List the stops that look the same with the focus and without it."""
    unseen = []
    for stop in dict.fromkeys(stops):
        if not (stop.isEnabled() and stop.isVisible()):
            continue  # what the dialog has read meanwhile has switched it off
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        frame = stop if not isinstance(stop, QAbstractScrollArea) else (stop.parentWidget() or stop)
        frame = top if stop.window() is top and not isinstance(top, QDialog) else frame
        QCoreApplication.processEvents()
        lit = frame.grab().toImage()
        stop.clearFocus()
        QCoreApplication.processEvents()
        if frame.grab().toImage() == lit:
            unseen.append(_said(stop))
    return unseen


@pytest.fixture
def desk(qtbot: QtBot, open_desk: OpenDesk) -> Application:
    """A desk whose panes all show something, in an active window."""
    made = open_desk(Request(paste=PASTED))
    qtbot.waitUntil(lambda: made.window.detail.page() is not None)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    return made


def test_everything_in_the_window_has_a_name_and_a_role(qtbot: QtBot, desk: Application) -> None:
    for _language in range(2):
        # WHEN all panes are there THEN everything can be told apart
        assert _faults(desk.window) == []
        # AND so it is with the find bar and the note open
        desk.wiring.actions["find"].trigger()
        desk.wiring.actions["note"].trigger()
        assert _faults(desk.window) == []
        desk.wiring.actions["clear"].trigger()
        # AND with results, with none, and on the start page
        for words in ("quota", "zzzzqqqq", "EnvNotExist"):
            desk.wiring.search_for(words)
            qtbot.waitUntil(lambda: not desk.window.is_at_start())
            assert _faults(desk.window) == []
        desk.wiring.actions["clear"].trigger()
        desk.wiring.actions["language"].trigger()


def test_rows_are_read_out_with_what_they_show(desk: Application) -> None:
    window = desk.window
    rows = [_name(node) for node in _tree(QAccessible.queryAccessibleInterface(window.results))]
    assert any("AppNotExist" in row and "404" in row for row in rows)
    errors = [_name(node) for node in _tree(QAccessible.queryAccessibleInterface(window.payload.errors))]
    assert any("Ecs.1000" in error for error in errors)


def test_tab_goes_round_all_panes_and_is_always_seen(qtbot: QtBot, desk: Application) -> None:
    window = desk.window
    stops = _tab(qtbot, window, window.field)
    # THEN every control of every pane was visited, and each showed it
    panes = (window.results, window.detail, window.payload, window.menu_button)
    visited = [next((p for p in panes if p is stop or p.isAncestorOf(stop)), None) for stop in stops]
    in_turn = [pane for pane in dict.fromkeys(visited) if pane is not None]
    assert in_turn == [window.results, window.detail, window.payload, window.menu_button]
    names = [stop.accessibleName() for stop in stops]
    assert {"Copy ticket", "Copy request ids", "Pasted text", "Errors in the pasted text"} <= {
        stop.accessibleName() or stop.text()
        for stop in stops
        if hasattr(stop, "text") or stop.accessibleName()
    }, names
    assert _unseen(stops, window) == []
    # AND Shift+Tab goes the same way back
    qtbot.keyClick(window.field, Qt.Key.Key_Backtab)
    assert window.focusWidget() is stops[-1]


def test_chips_come_between_the_field_and_the_list(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(query="quota"))
    qtbot.waitUntil(lambda: bool(desk.window.results.rows()))
    stops = _tab(qtbot, desk.window, desk.window.field)
    chips = [stops.index(chip) for chip in desk.window.filters.chips() if chip.isEnabled()]
    assert chips == sorted(chips)
    assert stops[chips[-1] + 1 :].index(desk.window.results) <= 1, "behind the last chip, or behind More"


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_every_dialog_can_be_read_and_walked(
    qtbot: QtBot,
    desk: Application,
    dialogs: dict[str, str],
    open_dialog: OpenDialog,
    close_dialogs: Callable[[], None],
    language: str,
) -> None:
    if language != desk.preferences.language():
        desk.wiring.actions["language"].trigger()
    faults: dict[str, list[str]] = {}
    for act in dialogs:
        # WHEN it is opened THEN something in it has the focus at once
        dialog = open_dialog(desk, act)
        first = dialog.focusWidget()
        tabs = next((one for one in dialog.findChildren(QTabWidget) if one.isVisible()), None)
        for page in range(tabs.count() if tabs is not None else 1):
            if tabs is not None:
                tabs.setCurrentIndex(page)
                first = tabs.tabBar()
            # AND all of it has names, and Tab goes round it
            faults[f"{act} {page}"] = _faults(dialog)
            if language == "en":
                faults[f"{act} {page}"] += _unseen(_tab(qtbot, dialog, first), dialog)
        assert dialog.windowTitle()
        close_dialogs()
    assert {where: found for where, found in faults.items() if found} == {}


def test_news_and_results_are_spoken(
    qtbot: QtBot, open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN a screen reader
    spoken: list[str] = []

    class Listening:
        @staticmethod
        def isActive() -> bool:  # noqa: N802 - Qt's name
            return True

        @staticmethod
        def updateAccessibility(event: object) -> None:  # noqa: N802 - Qt's name
            spoken.append(event.message())

    monkeypatch.setattr(QtGui, "QAccessible", Listening)
    desk = open_desk()
    # WHEN the typing rests THEN the number of results is said, once
    for text in ("q", "qu", "quota"):
        desk.window.field.setText(text)
    qtbot.waitUntil(lambda: any("found" in line for line in spoken))
    assert len([line for line in spoken if "found" in line]) == 1
    # AND so is a copy
    desk.wiring.actions["copy-code"].trigger()
    qtbot.waitUntil(lambda: any(line.startswith("Copied") for line in spoken))
    # AND how many errors a pasted text has
    desk.wiring.take_text(PASTED)
    qtbot.waitUntil(lambda: any("2" in line and "rror" in line for line in spoken))
