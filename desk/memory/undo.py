"""One way back for everything that can be taken back: removals, and what was hidden in a copy."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Signal

_MOST = 50


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was done."""

    said: str
    """What was done, in the window's language: `Note deleted`; "" where somebody else says it."""
    back: Callable[[], object]
    """Takes it back; may go on after it returns."""
    kind: str = ""
    """Another step of the same kind takes its place; "" is none."""


class UndoStack(QObject):
    """The last things done, newest last. It is kept for as long as the window runs, and never on disk."""

    said = Signal(str)
    """One line: what was done and how it comes back, or what has come back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Step] = []
        self._is_newest = False

    def push(self, step: Step, *, oldest: bool = False) -> None:
        """Something was done that can be taken back; the `oldest` step is taken back last."""
        if step.said:
            self.said.emit(self.tr("{what} · Ctrl+Z brings it back").format(what=step.said))
            self._is_newest = True
        others = [one for one in self._steps if not step.kind or one.kind != step.kind]
        self._steps = ([step, *others] if oldest else [*others, step])[-_MOST:]

    def undo(self) -> None:
        """Take back what was done last."""
        self._is_newest = False
        if not self._steps:
            self.said.emit(self.tr("There is nothing to bring back."))
            return
        step = self._steps.pop()
        if step.said:
            self.said.emit(self.tr("Undone: {what}").format(what=step.said))
        step.back()

    def is_empty(self) -> bool:
        """Tell whether there is nothing to take back."""
        return not self._steps

    def drop(self, step: object) -> None:
        """Forget a step that was taken back elsewhere."""
        self._steps = [one for one in self._steps if one is not step]

    def is_newest(self) -> bool:
        """Tell whether nothing was typed since the last removal: then Ctrl+Z means that, wherever the focus is."""
        return self._is_newest

    def typed(self) -> None:
        """Something was typed: Ctrl+Z in that field is about its text again."""
        self._is_newest = False
