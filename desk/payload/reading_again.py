"""Reads the pasted text again where there are other catalogues by now, and leaves everything else as it is shown."""

from PySide6.QtCore import QObject

from desk.payload.flow import PayloadFlow
from desk.payload.thread import PayloadThread
from desk.settings.preferences import Preferences
from desk.window import MainWindow
from index.reports import Explanation, ReportedError


class ReadingAgain(QObject):
    """Beside `desk.payload.wiring`: the same errors, with the rows they have now."""

    def __init__(
        self, window: MainWindow, payloads: PayloadThread, payload: PayloadFlow, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._window, self._payloads, self._payload = window, payloads, payload
        self._preferences = preferences
        payloads.explained_again.connect(self._take)

    def begin(self) -> None:
        """Read the text that is shown again, if there is one; it goes on being shown meanwhile."""
        found = self._shown()
        if found is not None and not self._payloads.is_reading():
            self._payloads.read_again(found.text, preferred=self._preferences.settings().preferred_services)

    def _shown(self) -> Explanation | None:
        """Return what is shown of a text; None for the table of a log and for what is lent to it."""
        if not self._window.shows_payload() or self._window.payload.shows_triage():
            return None
        return self._payload.found()

    def _take(self, found: object) -> None:
        before = self._shown()
        if before is None or not isinstance(found, Explanation) or _errors(found) != _errors(before):
            return
        self._payload.renew(found)
        self._window.payload.renew(found)
        if self._payload.is_active():
            self._payload.select(self._payload.position())


def _errors(found: Explanation) -> list[ReportedError]:
    return [matched.error for matched in found.errors]
