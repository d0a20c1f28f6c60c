"""The idle moment of the search thread, in which what rare questions need is loaded for good."""

from PySide6.QtCore import QObject, Slot

from desk.loading import for_good
from desk.question.search_worker import SearchWorker


class Warming(QObject):
    """Lives on the search thread, beside its worker."""

    def __init__(self, worker: SearchWorker) -> None:
        super().__init__()
        self._worker = worker
        self._is_whole = False
        worker.cold.connect(self._cut_short)

    @Slot(int)
    def warm(self, number: int) -> None:
        """Load it, as `SearchWorker.warm` does; what was loaded by then stays until the desk ends.

        Only until it was loaded once: an engine that is opened later takes the place of one that must not stay.
        """
        if self._is_whole:
            self._worker.warm(number)
            return
        with for_good():
            self._is_whole = True
            self._worker.warm(number)

    @Slot()
    def _cut_short(self) -> None:
        self._is_whole = False
