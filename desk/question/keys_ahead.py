"""Keys that are quicker than the answer: they mean what is on the way, not what is still shown."""

import contextlib
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject


class KeysAhead(QObject):
    """Keeps what was wanted while an answer or a reading is under way, until it is shown or given up."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: list[Callable[[], object]] = []
        self._watched: tuple[Callable[[], bool], ...] = ()

    def watch(self, *under_way: Callable[[], bool]) -> None:
        """Ask these whether something is under way."""
        self._watched = under_way

    def when_shown(self, do: Callable[[], object]) -> None:
        """Do this now, or once that is shown what is under way; several in their order."""
        self._wanted.append(do)
        self.go_on()

    def held(self, do: Callable[[], object]) -> Callable[[], None]:
        """Return what does this `when_shown`."""
        return lambda: self.when_shown(do)

    def go_on(self) -> None:
        """Do what was wanted, unless something else is under way by now."""
        while self._wanted and not self.is_under_way():
            self._wanted.pop(0)()

    def is_under_way(self) -> bool:
        """Tell whether an answer or a reading is under way."""
        return any(is_under_way() for is_under_way in self._watched)

    def forget(self) -> None:
        """Drop what was wanted: what it was wanted of does not come any more, or something else was begun."""
        self._wanted.clear()

    @contextlib.contextmanager
    def handed_over(self) -> Iterator[None]:
        """Let what comes next answer what was wanted so far."""
        wanted, self._wanted = self._wanted, []
        yield
        self._wanted = wanted
