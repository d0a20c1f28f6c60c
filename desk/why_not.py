"""What would do nothing just now: greyed in the menu while that is open, and said where its key is pressed.

The keys themselves always work: an action that is switched off would swallow its key without a word.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desk.action_spec import Act
from desk.memory.undo import UndoStack
from desk.payload.coming_back import ComingBack
from desk.payload.flow import PayloadFlow
from desk.question.keys_ahead import KeysAhead
from desk.tickets.copy_flow import CopyFlow
from desk.window import MainWindow


class WhyNot(QObject):
    """Knows why an action would do nothing."""

    said = Signal(str)
    """One line, instead of what was asked for."""

    def __init__(
        self,
        window: MainWindow,
        back: ComingBack,
        payload: PayloadFlow,
        copy: CopyFlow,
        undo: UndoStack,
        ahead: KeysAhead,
    ) -> None:
        super().__init__(window)
        self._window, self._payload = window, payload
        self._copy, self._undo, self._ahead = copy, undo, ahead
        self._asked: dict[Act, Callable[[], str]] = {
            Act.UNDO: self._nothing_undone,
            **dict.fromkeys((Act.COPY_TICKET, Act.COPY_PLAIN, Act.COPY_MENU, Act.HIDDEN), self._no_ticket),
            **dict.fromkeys((Act.COPY_ROW, Act.NOTE, Act.PIN, Act.REMOVE_OWN), self._no_row),
            Act.COPY_CODE: self._no_code,
            Act.COPY_IDS: self._no_ids,
            Act.FIND: self._no_entry,
            **dict.fromkeys((Act.NEXT_ERROR, Act.PREVIOUS_ERROR), self._no_error),
            **dict.fromkeys((Act.CLOSE_PAYLOAD, Act.ENLARGE_PAYLOAD), self._no_paste),
            Act.TABLE: self._no_table,
            Act.COPY_TABLE: self._no_table_to_copy,
            Act.BACK: lambda: "" if back.can_go(-1) else self.tr("There is no earlier question."),
            Act.FORWARD: lambda: "" if back.can_go(1) else self.tr("There is no later question."),
        }

    def why_not(self, act: Act) -> str:
        """Say why an action would do nothing; "" is that it would, or that what is under way will tell."""
        asked = self._asked.get(act)
        return asked() if asked is not None and not self._ahead.is_under_way() else ""

    def guarded(self, act: Act, do: Callable[[], object]) -> Callable[[], None]:
        """Return what does this, or says why there is nothing to do."""

        def guarded() -> None:
            reason = self.why_not(act)
            if reason:
                self.said.emit(reason)
            else:
                do()

        return guarded

    def grey(self, menu: QMenu, actions: Mapping[Act, QAction]) -> None:
        """Grey what would do nothing, for as long as this menu is open."""

        def begin() -> None:
            for act in self._asked:
                actions[act].setEnabled(not self.why_not(act))

        def end() -> None:
            for act in self._asked:
                actions[act].setEnabled(True)

        menu.aboutToShow.connect(begin)
        menu.aboutToHide.connect(end)

    def _nothing_undone(self) -> str:
        return self.tr("There is nothing to bring back.") if self._undo.is_empty() else ""

    def _no_ticket(self) -> str:
        if self._copy.source() is not None:
            return ""
        return self.tr("Nothing to copy yet: search or paste something first.")

    def _no_row(self) -> str:
        if self._window.results.current_row() is not None:
            return ""
        return self.tr("No entry is selected: search or paste something first.")

    def _no_code(self) -> str:
        current = self._payload.current() if self._payload.is_active() else None
        return "" if current is not None and current.error.code else self._no_row()

    def _no_ids(self) -> str:
        found = self._payload.found()
        return "" if found is not None and found.request_ids else self.tr("There are no request ids to copy.")

    def _no_entry(self) -> str:
        if not self._window.is_at_start() and self._window.detail.page() is not None:
            return ""
        return self.tr("No entry is shown to look through.")

    def _no_error(self) -> str:
        shown = self._window.shows_payload()
        if shown and (self._window.payload.shows_triage() or self._window.payload.errors.items()):
            return ""
        return self.tr("No pasted text with errors is open.")

    def _no_table(self) -> str:
        if self._window.shows_payload() and self._window.payload.head.switch.isVisible():
            return ""
        return self.tr("There is no table of codes: it is offered for texts with many errors, and for logs.")

    def _no_table_to_copy(self) -> str:
        if self._window.shows_payload() and self._window.payload.head.table.isVisible():
            return ""
        return self.tr("No table of codes is shown.")

    def _no_paste(self) -> str:
        if self._window.shows_payload() or self._payload.found() is not None:
            return ""
        return self.tr("No pasted text is open.")
