"""The composition root: `build` makes the wired application without running it, `run` enters the event loop."""

import gc
import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

import resources
from desk.catalogues.wiring import ImportWiring
from desk.clipboard import DeskClipboard
from desk.clipboard_watch import ClipboardWatch
from desk.faults import FaultDesk
from desk.handing import Place
from desk.instance import InstanceServer
from desk.memory.library_thread import LibraryThread
from desk.payload.thread import PayloadThread
from desk.question.build_process import BuildProcess
from desk.question.meaning_flow import MeaningFlow
from desk.question.meaning_thread import MeaningThread
from desk.question.meaning_wiring import MeaningWiring
from desk.question.query_flow import Asked
from desk.question.search_thread import SearchThread
from desk.question.search_worker import LIMIT, SHOWN_MS, OpenEngine
from desk.request import Request
from desk.screen import make_application
from desk.session import Session
from desk.settings.choices import Settings
from desk.settings.preferences import Preferences
from desk.tray_wiring import TrayWiring
from desk.window import MainWindow
from desk.wiring import Wiring
from index.folders import Folders

if TYPE_CHECKING:
    from index.search.ahead import Ahead
    from index.search.early import EarlyEngine
    from index.search.engine import SearchEngine

__all__ = ["Application", "Request", "build", "open_window", "run"]

_SWITCH_S = 0.001
_LOADED_MS = 4000
"""So long after the search is there, panes and dialogs are loaded too: a look for garbage among them takes 45 ms."""
_UNSEEN_MS = 1000
"""A window that is not painted for so long, as where it is hidden by others, keeps the threads waiting no longer."""


class Application(QObject):
    """Everything of one running desk."""

    def __init__(
        self, app: QApplication, folders: Folders, open_engine: OpenEngine, ahead: "Ahead | None" = None
    ) -> None:
        super().__init__()
        self._app, self._ahead = app, ahead
        self.preferences = Preferences(app, folders, self)
        self.clipboard = DeskClipboard(app.clipboard(), self)
        self.search = SearchThread(
            folders, open_engine, _is_built, self, open_early=partial(_open_early, ahead=ahead)
        )
        self.payloads = PayloadThread(folders, self)
        self.library = LibraryThread(folders, self)
        self.builder = BuildProcess(folders, _build_command, self)
        self.window = MainWindow(self.preferences.look())
        self.imports = ImportWiring(self.window, self.library, folders, self.preferences.look)
        self.wiring = Wiring(
            self.window,
            self.search,
            self.payloads,
            self.builder,
            self.library,
            self.clipboard,
            self.preferences,
            self.imports,
        )
        reader = MeaningThread(folders, _meaning_is_wanted, self.search.is_newest, self)
        learner = BuildProcess(folders, _meaning_command, self)
        self.meaning = MeaningFlow(self.search, reader, learner, self)
        MeaningWiring(self.window, self.meaning, self.wiring.show_better, self.preferences)
        self.watch = ClipboardWatch(app.clipboard(), self.search, self)
        self.watch.found.connect(self.wiring.take_text)
        self.preferences.settings_changed.connect(self._take_settings)
        self.tray = TrayWiring(
            self.window, self.preferences, lambda: self._raise(""), self.wiring.paste_clipboard
        )
        self.wiring.quit_wanted.connect(self.tray.quit)
        self.faults = FaultDesk(self.window, self)
        self.server: InstanceServer | None = None
        app.focusChanged.connect(self._focus_changed)
        self.window.closing.connect(self._keep)
        self._unseen = QTimer(self)
        self._unseen.setSingleShot(True)
        self._unseen.setInterval(_UNSEEN_MS)
        self._unseen.timeout.connect(self._start_threads)
        self._answered = QTimer(self)
        self._answered.setSingleShot(True)
        self._answered.setInterval(SHOWN_MS)
        self._answered.timeout.connect(self._start_library)

    def start(self, request: Request) -> None:
        """Show the window and do what was asked for; the threads start once it can be seen."""
        session = self.preferences.session()
        self.window.restore(session)
        self.preferences.apply()
        self._take_settings(self.preferences.settings())
        self.tray.take_settings(self.preferences.settings())
        if session.query or session.chips:
            asked = Asked(text=session.query, chips=frozenset(session.chips))
            self.wiring.resume(asked, session.entry)
        self._do(request)
        if not self.wiring.query.now().is_empty():
            self.window.show_start(start=False)  # its answer comes in a moment
            if self._ahead is not None:
                self._ahead.prepare(self.wiring.query.query(), limit=LIMIT)
        # In the user's language before it is shown, not after.
        QApplication.sendPostedEvents(self.window, QEvent.Type.LanguageChange.value)
        self.window.show()
        self.window.field.take_focus()
        self.wiring.memory.memory.look_at_hand()
        self.window.painted.connect(self._start_threads)
        self._unseen.start()

    def _start_threads(self) -> None:
        """Start the threads: what they load would keep the window from being painted."""
        self._unseen.stop()
        self.window.painted.disconnect(self._start_threads)
        self.search.start()
        self.payloads.start()
        if self.wiring.query.now().is_empty():
            self.library.start()  # the start page shows what it holds
        else:  # what is asked comes first, and is shown before anything else is loaded
            self.search.answered.connect(self._answered.start)
            self.search.failed.connect(self._answered.start)

    def _start_library(self) -> None:
        self.search.answered.disconnect(self._answered.start)
        self.search.failed.disconnect(self._answered.start)
        self.library.start()

    def listen(self, place: Place) -> None:
        """Take the requests of second starts."""
        self.server = InstanceServer(place, self)
        self.server.requested.connect(self._second_start)
        self.server.listen()

    def stop(self) -> None:
        """End threads and processes in order; nothing of ours may run when the application goes."""
        if self.server is not None:
            self.server.stop()
        self._unseen.stop()
        self._answered.stop()
        self._app.focusChanged.disconnect(self._focus_changed)
        self.tray.stop()
        self.watch.switch(on=False)
        # Told first, waited for below: none goes on meanwhile with what nobody wants any more.
        self.search.forget()
        self.payloads.cancel()
        self.imports.close()
        self.builder.stop()
        self.meaning.stop()
        self.payloads.stop()
        self.search.stop()
        self.library.stop()
        self.clipboard.let_go()
        self.faults.remove()
        self.preferences.stop()

    def _second_start(self, request: object) -> None:
        if isinstance(request, Request):
            self._raise(request.token)
            self._do(request)

    def _raise(self, token: str) -> None:
        if token:
            # Qt's Wayland plug-in takes the token for the next activation from here.
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def _do(self, request: Request) -> None:
        if request.paste is not None:
            self.wiring.take_text(request.paste, sure=True)
        elif request.clipboard:
            self.wiring.paste_clipboard()
        elif request.query is not None:
            self.wiring.search_for(request.query)

    def _take_settings(self, settings: object) -> None:
        if isinstance(settings, Settings):
            self.watch.switch(on=settings.watch_clipboard)
            self.window.status.show_watch(on=settings.watch_clipboard)

    def _keep(self) -> None:
        geometry, columns, rows = self.window.place()
        self.wiring.query.remember()
        asked = self.wiring.query.to_write()
        row = self.window.results.current_row()
        self.preferences.keep(
            Session(
                geometry=geometry,
                columns=columns,
                rows=rows,
                chips_height=min(self.window.filters.height(), 1000) if self.window.filters.chips() else 0,
                query=asked.text,
                chips=tuple(sorted(asked.chips)),
                entry=row.entry.id if row and self.wiring.payload.found() is None else "",
                welcomed=True,
            )
        )

    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        self.window.frame_focus(now)


def build(
    request: Request,
    folders: Folders,
    *,
    open_engine: OpenEngine | None = None,
    ahead: "Ahead | None" = None,
) -> Application:
    """Make the application of one user, shown but not running; `open_engine` is for tests."""
    app = make_application()
    app.setApplicationName("error-desk")
    app.setApplicationDisplayName("Error Desk")
    app.setDesktopFileName("error-desk")
    app.setWindowIcon(QIcon(str(resources.folder("icons") / "error-desk.svg")))
    application = Application(app, folders, open_engine or _open_engine, ahead)
    application.start(request)
    return application


def open_window(request: Request, folders: Folders, ahead: "Ahead | None" = None) -> Application:
    """Make the application as it runs in a process of its own, where it may change what holds for the whole process."""
    # Short turns keep the window smooth while a search runs in its thread.
    sys.setswitchinterval(_SWITCH_S)
    # All that is loaded at the start stays: to look through it for garbage again and again takes a tenth of the start.
    gc.disable()
    application = build(request, folders, ahead=ahead)
    for known in (application.search.opened, application.search.failed):
        known.connect(lambda: QTimer.singleShot(_LOADED_MS, _keep_loaded))
    return application


def _keep_loaded() -> None:
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def run(request: Request, folders: Folders, place: Place, ahead: "Ahead | None" = None) -> int:
    """Open the window, listen at this place, and stay until it is closed; returns the exit status."""
    application = open_window(request, folders, ahead)
    application.listen(place)
    application.faults.install()
    status = QApplication.exec()
    application.stop()
    return status


def _open_engine(folders: Folders) -> "SearchEngine":
    from index.search.engine import SearchEngine  # noqa: PLC0415 - loads Whoosh on the search thread, not at the start

    return SearchEngine.open(folders, build=False)


def _open_early(folders: Folders, ahead: "Ahead | None") -> "EarlyEngine":
    from index.search.early import EarlyEngine  # noqa: PLC0415 - as above

    return EarlyEngine.open(folders, ahead)


def _is_built(folders: Folders) -> bool:
    from index import build  # noqa: PLC0415 - as above

    return build.is_built(folders)


def _build_command(folders: Folders) -> list[str]:
    from index import build  # noqa: PLC0415 - only where there is something to build

    return build.command(folders)


def _meaning_is_wanted(folders: Folders) -> bool:
    from index.meaning import building  # noqa: PLC0415 - runs on the meaning thread, not at the start

    return building.is_wanted(folders)


def _meaning_command(folders: Folders) -> list[str]:
    from index.meaning import building  # noqa: PLC0415 - seldom needed, and not at the start

    return building.command(folders)
