"""Shows the current error's rows in the list, and says where no catalogue has its code."""

from PySide6.QtCore import QObject

from desk.detail.page import UnknownPage
from desk.payload.flow import PayloadFlow
from desk.results.empty_state import Notice
from desk.results.row_folding import told_apart
from desk.results.rows import Row
from desk.window import MainWindow
from index.advice import advice_for
from index.reports import MatchedError


class RowsShown(QObject):
    """PayloadFlow -> list and detail."""

    def __init__(self, window: MainWindow, payload: PayloadFlow) -> None:
        super().__init__(window)
        self._window, self._payload = window, payload
        self._language = "en"
        payload.rows_ready.connect(self._show_rows)
        payload.unknown.connect(self._show_unknown)

    def set_language(self, language: str) -> None:
        """Show texts of entries, and advice, in this language first."""
        self._language = language
        self._payload.set_language(language)
        if self._payload.is_active():
            self._payload.select(self._payload.position())

    def _show_rows(self, rows: tuple[Row, ...]) -> None:
        self._window.results.set_rows(told_apart(rows))
        chosen = self._payload.chosen_entry()
        if chosen:
            self._window.results.select_entry(chosen)

    def _show_unknown(self, matched: MatchedError) -> None:
        error = matched.error
        self._window.results.show_notice(
            Notice(
                title=self.tr("Another product's code") if matched.foreign else self.tr("In no catalogue"),
                hint=self.tr("The nearest codes that exist:") if matched.closest else "",
                suggestions=matched.closest,
            )
        )
        self._window.detail.show_unknown(
            UnknownPage(
                code=error.code or error.message or "",
                namesakes=", ".join(matched.namesakes()),
                message=error.message if error.code else None,
                advice=advice_for(error.status, self._language, texts=(error.message or "",)),
            )
        )
