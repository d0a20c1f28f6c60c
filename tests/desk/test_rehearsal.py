"""What dialogs are made of is loaded beforehand, in another thread and in pieces."""

import sys
from collections.abc import Callable

from desk.rehearsal import MODULES, Rehearsal

Job = Callable[[object], object]
Then = Callable[[object], object]


class _Thread:
    """Keeps what it is asked; one of its jobs is refused."""

    def __init__(self) -> None:
        self.asked: list[Job] = []
        self.ends: list[Then] = []

    def run(self, job: Job, then: Then, refused: Then) -> None:
        self.asked.append(job)
        self.ends.append(refused if len(self.asked) == 1 else then)


def test_every_module_is_loaded_there_one_after_the_other_whatever_is_refused(qapp: object) -> None:
    thread = _Thread()
    rehearsal = Rehearsal(thread.run)
    rehearsal.go_on()
    for number in range(1, len(MODULES) + 1):
        assert len(thread.asked) == number
        thread.asked[-1](None)
        thread.ends[-1]("done, or refused")
    assert len(thread.asked) == len(MODULES)
    assert set(MODULES) <= set(sys.modules)
