"""A desk in a process of its own that writes on a note and fills in an own entry, and then waits to be killed.

Called with a root folder; the text of the note and that of the solution come on standard input, parted by a form feed.
They are typed key by key, with many a rest. A line on standard output says when both are in the library.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desk.action_spec import Act
from desk.app import Application, build
from desk.memory.own_entry_dialog import OwnEntryDialog
from desk.request import Request
from index.folders import Folders

PASTE = '{"error_code":"WKS.77777777","error_msg":"the vulture cannot land"}'


def until(holds: Callable[[], bool]) -> None:
    """Let the desk work until something holds."""
    while not holds():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def type_in(desk: Application, field: QPlainTextEdit, text: str) -> None:
    """Type a text; after every sixth letter it is kept, as where the typing rests."""
    for place, letter in enumerate(text):
        field.insertPlainText(letter)
        if not place % 6:
            desk.wiring.memory.unsaved.keep_now()


def write(desk: Application, note: str, solution: str) -> None:
    """Begin a note, and an own entry for a pasted error."""
    window = desk.window
    until(lambda: window.detail.page() is not None)
    desk.wiring.actions[Act.NOTE].trigger()
    type_in(desk, window.detail.note()._field, note)
    desk.wiring.take_text(PASTE, sure=True)
    until(lambda: bool(window.payload.errors.items()))
    desk.wiring.actions[Act.OWN_ENTRY].trigger()
    until(lambda: window.findChild(OwnEntryDialog) is not None)
    dialog = window.findChild(OwnEntryDialog)
    until(lambda: dialog.isVisible() and bool(dialog.form.service.text()))
    type_in(desk, dialog.form.solution, solution)


def main() -> None:
    """Write, and wait."""
    desk = build(Request(query="Ecs.0219"), Folders.under(Path(sys.argv[1])))
    beat = QTimer()
    beat.start(20)  # so that every wait looks again
    until(lambda: bool(desk.window.filters.chips()))
    write(desk, *sys.stdin.read().split("\f"))
    kept: list[object] = []
    # The rest that follows the last key keeps the last letters; the library's thread works in order.
    until(lambda: not desk.wiring.memory.unsaved._rest.isActive())
    desk.library.run(lambda library: kept.append(library.unsaved.all()))
    until(lambda: bool(kept))
    sys.stdout.write("done\n")
    sys.stdout.flush()
    QApplication.exec()


if __name__ == "__main__":
    main()
