"""Connects what questions mean with the window: better answers to the list, the making of vectors to the status bar."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desk.question.meaning_flow import MeaningFlow
from desk.settings.preferences import Preferences
from desk.task_progress import TaskProgress
from desk.window import MainWindow


class MeaningWiring(QObject):
    """Beside `desk.wiring`, which goes first."""

    def __init__(
        self,
        window: MainWindow,
        meaning: MeaningFlow,
        show_better: Callable[[object], None],
        preferences: Preferences,
    ) -> None:
        super().__init__(window)
        self._window, self._meaning, self._preferences = window, meaning, preferences
        self._task: TaskProgress | None = None
        meaning.answered.connect(show_better)
        meaning.progressed.connect(self._show_progress)
        meaning.ended.connect(self._end)
        meaning.failed.connect(window.status.show_news)

    def _show_progress(self, done: int, total: int) -> None:
        if self._task is None:  # rarely needed, so not made at the start
            self._task = TaskProgress(self._preferences.look(), self._window.status)
            self._task.cancelled.connect(self._meaning.cancel)
            self._preferences.look_changed.connect(self._task.set_look)
            self._window.status.add_lasting(self._task)
        self._task.show_progress(done, total)

    def _end(self) -> None:
        if self._task is not None:
            self._task.end()
