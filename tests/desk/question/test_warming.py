"""What the search loads in its first idle moment stays; what an engine opened later loads does not."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal

from desk.question.warming import Warming


class FakeWorker(QObject):
    """Notes whether garbage is looked for while it loads."""

    cold = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.looked: list[bool] = []
        self.is_cut_short = False

    def warm(self, _number: int) -> None:
        """Load nothing."""
        self.looked.append(gc.isenabled())
        if self.is_cut_short:
            self.cold.emit()


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Let everything be looked through again afterwards."""
    yield
    gc.unfreeze()


def test_only_what_is_loaded_first_stays(qapp: object) -> None:
    worker = FakeWorker()
    warming = Warming(worker)
    for _ in range(3):
        warming.warm(1)
    assert worker.looked == [False, True, True]
    assert gc.isenabled()


def test_what_was_cut_short_goes_on_so(qapp: object) -> None:
    worker = FakeWorker()
    warming = Warming(worker)
    worker.is_cut_short = True
    warming.warm(1)
    worker.is_cut_short = False
    warming.warm(2)
    warming.warm(3)
    assert worker.looked == [False, False, True]
