"""Asks what a question means once typing rests, and has the vectors of all entries made in idle moments.

Only questions that words alone answer badly are asked again. The better answer replaces the list if the question is
still the same. Without the optional extra `meaning` nothing of this happens.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desk.question.build_process import BuildProcess
from desk.question.meaning_thread import MeaningThread
from desk.question.search_thread import SearchThread
from desk.question.search_worker import Opened
from index.hits import Answer, Reason
from index.query import Query

if TYPE_CHECKING:
    from index.meaning.vectors import Meaning, OpenMeaning

_REST_MS = 250
"""Typing rests: nobody waits for the model at every key."""
_LOOK_MS = 300
"""After the engine was opened: the first question is answered before anything else is looked at."""
_IDLE_MS = 4000
"""Nothing was asked for so long: there is time to make vectors."""
_HELPED = (Reason.SOME_WORDS, Reason.SIMILAR)


class MeaningFlow(QObject):
    """The second, slower half of a question."""

    answered = Signal(object)
    """`Answer` to the present question, from words and meaning."""
    progressed = Signal(int, int)
    """How many entries were read, of how many."""
    ended = Signal()
    """No vectors are being made any more."""
    failed = Signal(str)
    """One line that says why they were not made."""

    def __init__(
        self, search: SearchThread, thread: MeaningThread, build: BuildProcess, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._search, self._thread, self._build = search, thread, build
        self._opener: OpenMeaning | None = None
        self._newest: Query | None = None
        self._query: Query | None = None
        self._cancelled = False
        self._rest, self._look, self._idle = QTimer(self), QTimer(self), QTimer(self)
        for timer, pause in ((self._rest, _REST_MS), (self._look, _LOOK_MS), (self._idle, _IDLE_MS)):
            timer.setSingleShot(True)
            timer.setInterval(pause)
        self._rest.timeout.connect(self._think)
        self._look.timeout.connect(thread.look)
        self._idle.timeout.connect(build.start)
        search.opened.connect(self._use)
        search.asked.connect(self._take_query)
        search.answered.connect(self._take_answer)
        search.answered_by_meaning.connect(self.answered)
        thread.wanted.connect(self._want)
        thread.read.connect(self._ask)
        build.progressed.connect(self.progressed)
        build.built.connect(self._built)
        build.failed.connect(self.ended)
        build.failed.connect(self.failed)

    def cancel(self) -> None:
        """Make no vectors any more, until the next start."""
        self._cancelled = True
        self._stop_build()

    def stop(self) -> None:
        """End timers, process and thread; call before the application goes."""
        for timer in (self._rest, self._look, self._idle):
            timer.stop()
        self._build.stop()
        self._thread.stop()

    def _use(self, opened: object) -> None:
        """Begin anew: the engine was opened, perhaps over other catalogues."""
        if isinstance(opened, Opened):
            self._stop_build()
            self._opener = opened.open_meaning
            self._thread.use(self._opener)
            self._look.start()

    def _want(self) -> None:
        if not self._cancelled:
            self._idle.start()

    def _built(self) -> None:
        self.ended.emit()
        self._thread.use(self._opener)
        if self._query is not None:
            self._rest.start()

    def _stop_build(self) -> None:
        self._idle.stop()
        if self._build.is_running():
            self._build.stop()
            self.ended.emit()

    def _take_query(self, query: object) -> None:
        """Forget what was resting: something else is asked, or nothing (None)."""
        self._query = None
        self._rest.stop()
        if self._idle.isActive():
            self._idle.start()
        self._newest = query if isinstance(query, Query) else None

    def _take_answer(self, answer: object) -> None:
        if isinstance(answer, Answer) and self._newest is not None and can_help(answer):
            self._query = self._newest
            self._rest.start()

    def _think(self) -> None:
        if self._query is not None:
            self._thread.think(self._search.number(), self._query)

    def _ask(self, number: int, meaning: "Meaning") -> None:
        if self._query is not None:
            self._search.ask_by_meaning(number, self._query, meaning)


def can_help(answer: Answer) -> bool:
    """Tell whether an answer is so that meaning may better it: nothing, or nothing that fits whole."""
    return answer.weak or not answer.hits or answer.hits[0].reason in _HELPED
