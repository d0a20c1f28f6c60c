"""The place of the pane of pasted texts in the window: it is made when it is first asked for, most starts paste nothing."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desk.style.look import Look

if TYPE_CHECKING:
    from desk.payload.pane import PayloadPane
    from desk.payload.pane_parts import PaneParts

_LOWEST = 140


class PanePlace:
    """Makes the pane, at once or part by part, and tells those who wait for it."""

    def __init__(
        self, window: QWidget, look: Callable[[], Look], put: Callable[["PayloadPane"], object]
    ) -> None:
        """Stay empty; `put` puts a new pane in its place in the window."""
        self._window, self._look, self._put = window, look, put
        self._pane: PayloadPane | None = None
        self._parts: PaneParts | None = None
        self._waits: list[Callable[[PayloadPane], object]] = []

    def there(self) -> "PayloadPane | None":
        """Return the pane, if there is one yet."""
        return self._pane

    def pane(self) -> "PayloadPane":
        """Return the pane, made now where there is none."""
        if self._pane is None:
            self._pane = self._made()
        return self._pane

    def when_made(self, wire: Callable[["PayloadPane"], object]) -> None:
        """Do this with the pane as soon as there is one."""
        if self._pane is not None:
            wire(self._pane)
        else:
            self._waits.append(wire)

    def steps(self) -> list[Callable[[], object]]:
        """Return what makes the pane part by part, each in a turn of its own; nothing where it is there."""
        if self._pane is not None:
            return []
        from desk.payload.pane_parts import PaneParts  # noqa: PLC0415 - a tenth of the start

        self._parts = PaneParts(self._look(), self._window)
        return [*self._parts.steps(), self.pane]

    def _made(self) -> "PayloadPane":
        from desk.payload.pane import PayloadPane  # noqa: PLC0415 - a tenth of the start

        pane = PayloadPane(self._look(), self._window, self._parts)
        pane.setMinimumHeight(_LOWEST)
        pane.hide()
        self._put(pane)
        waits, self._waits = self._waits, []
        for wire in waits:
            wire(pane)
        return pane
