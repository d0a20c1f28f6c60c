"""A desk in a process of its own that pastes what it is given, searches, and then waits to be killed or closes itself.

Called with a root folder and `kill` or `close`; the texts to paste come on standard input, parted by a form feed. A line on
standard output says when all of it was done.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desk.action_spec import Act
from desk.app import Application, build
from desk.handing import claim, server_name
from desk.request import Request
from index.folders import Folders


def until(holds: Callable[[], bool]) -> None:
    """Let the desk work until something holds."""
    while not holds():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def is_read(desk: Application, start: str) -> bool:
    """Tell whether the text that starts so was read, or its codes were counted and the first one looked up."""
    found, pane = desk.wiring.payload.found(), desk.window.payload
    if desk.wiring.query.now().pasted:  # a line without an error is a question
        return desk.wiring.query.now().text.startswith(start)
    if pane.shows_triage():
        return bool(pane.triage.rows()) and found is not None
    return found is not None and found.text.startswith(start)


def spend(desk: Application, texts: list[str]) -> None:
    """Paste every text, copy its ticket, leave it and come back to it, with a search before and after."""
    window = desk.window
    for text in texts:
        desk.wiring.search_for("quota")
        until(lambda: len(window.results.rows()) > 1)
        desk.wiring.query.remember()
        QApplication.clipboard().setText(text)
        window.menu_button.setFocus()
        desk.wiring.actions[Act.PASTE].trigger()
        until(partial(is_read, desk, text[:50]))
        desk.wiring.actions[Act.NEXT_ERROR].trigger()
        desk.wiring.actions[Act.COPY_TICKET].trigger()
        until(lambda: bool(window.status.news()))
        desk.wiring.query.remember()
        if window.payload.shows_triage():
            window.status.show_news("")
            window.payload.head.table.click()
            until(lambda: bool(window.status.news()))
            window.payload.head.ids_wanted.emit()
        for act in (Act.BACK, Act.FORWARD):
            desk.wiring.actions[act].trigger()
        until(partial(is_read, desk, text[:50]))
    desk.wiring.search_for("disk attach")
    until(lambda: bool(window.results.rows()))
    desk.wiring.query.remember()


def main() -> None:
    """Spend the day."""
    folders = Folders.under(Path(sys.argv[1]))
    desk = build(Request(), folders)
    desk.listen(claim(server_name(folders)))
    desk.faults.install()
    beat = QTimer()
    beat.start(20)  # so that every wait looks again
    until(lambda: bool(desk.window.filters.chips()))
    spend(desk, [text for text in sys.stdin.read().split("\f") if text])
    asked: list[object] = []
    desk.library.run(lambda library: asked.append(library.history.recent(5)))
    until(lambda: bool(asked))  # the library's thread works in order: what was remembered is written
    sys.stdout.write("done\n")
    sys.stdout.flush()
    if sys.argv[2] == "kill":
        QApplication.exec()
    desk.window.close()
    desk.stop()


if __name__ == "__main__":
    main()
