"""The dividers of the window: where the panes part, moved by keys, kept for the next start; room for a long paste.

What is below is as high as somebody made it, or as high as a short text needs: the rest of that room is the entry's.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desk.style.plain_splitter import PlainSplitter

_COLUMNS = (480, 760)
_ROWS = (400, 280)
_GAP = 8
_PARTS = 2
_STEP = 48
"""Pixels that a key moves a divider."""

Sizes = tuple[int, ...]


class Dividers:
    """List beside detail, and both above what was pasted."""

    def __init__(self) -> None:
        self.columns = PlainSplitter(Qt.Orientation.Horizontal)
        self.rows = PlainSplitter(Qt.Orientation.Vertical)
        for splitter in (self.columns, self.rows):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(_GAP)
        self._heights: Sizes = _ROWS  # as somebody wants them
        self._fitted = 0
        self._before: list[int] | None = None
        self.rows.splitterMoved.connect(self._moved)

    def set_columns(self, left: QWidget, right: QWidget) -> None:
        """Part these by the first divider."""
        self.columns.addWidget(left)
        self.columns.addWidget(right)
        self.columns.setStretchFactor(0, 2)
        self.columns.setStretchFactor(1, 3)
        self.columns.setSizes(list(_COLUMNS))

    def set_below(self, pane: QWidget) -> None:
        """Put a pane below everything."""
        self.rows.addWidget(pane)
        self.rows.setStretchFactor(0, 1)
        self.rows.setSizes(list(self._heights))

    def fit(self, wanted: int) -> None:
        """Make what is below so high, in pixels, and at most as high as somebody made it."""
        self._fitted = min(wanted, self._heights[1])
        fitted = [max(sum(self.rows.sizes()) - self._fitted, 0), self._fitted]
        if self._before is None:
            self.rows.setSizes(fitted)
        else:
            self._before = fitted

    def restore(self, columns: Sizes, rows: Sizes) -> None:
        """Part as last time."""
        if _are_sane(columns):
            self.columns.setSizes(list(columns))
        if _are_sane(rows):
            self._heights = rows
            self.rows.setSizes(list(rows))

    def sizes(self) -> tuple[Sizes, Sizes]:
        """Return columns and rows to keep, as somebody wants them."""
        return tuple(self.columns.sizes()), self._heights

    def enlarge(self) -> bool:
        """Give what is below all the room that the others can spare, or give it back; tells whether it is large now."""
        if self._before is not None:
            self.give_back()
            return False
        self._before = self.rows.sizes()
        self.rows.setSizes([0, sum(self._before)])  # the others keep the least that they can be read in
        return True

    def give_back(self) -> None:
        """Let what is below be as high as before it was enlarged."""
        if self._before is not None:
            self.rows.setSizes(self._before)
            self._before = None

    def _moved(self) -> None:
        self._before = None  # it is as somebody wants it to be
        above, below = self.rows.sizes()
        if (
            not self._fitted <= below <= self._heights[1]
        ):  # between them no more is shown, so nothing more is said
            self._heights = above, below


def move_divider(window: QWidget, way: Qt.Orientation, by: int) -> bool:
    """Move the divider nearest to the keyboard so many steps right or down; False where there is none, or no room.

    `way` is how the parts lie beside each other. A divider round the focus comes before others of the window.
    """
    splitter = _nearest(window, way)
    if splitter is None:
        return False
    before = splitter.sizes()
    first, last = _shown(splitter)
    sizes = list(before)
    sizes[first] = max(before[first] + by * _STEP, 0)
    sizes[last] = max(before[last] - by * _STEP, 0)
    splitter.setSizes(sizes)
    if splitter.sizes() == before:
        return False
    splitter.splitterMoved.emit(splitter.sizes()[0], 1)
    return True


def _nearest(window: QWidget, way: Qt.Orientation) -> QSplitter | None:
    at: QWidget | None = window.focusWidget()
    while at is not None:
        if isinstance(at, QSplitter) and _parts(at, way):
            return at
        at = at.parentWidget()
    return next((one for one in window.findChildren(QSplitter) if _parts(one, way)), None)


def _parts(splitter: QSplitter, way: Qt.Orientation) -> bool:
    """Tell whether a splitter has two parts that lie so beside each other now."""
    return splitter.orientation() == way and splitter.isVisible() and len(_shown(splitter)) == _PARTS


def _shown(splitter: QSplitter) -> list[int]:
    parts = ((number, splitter.widget(number)) for number in range(splitter.count()))
    return [number for number, part in parts if part is not None and part.isVisible()]


def _are_sane(sizes: Sizes) -> bool:
    """Tell whether a splitter may take these: two parts that a screen has room for."""
    return len(sizes) == _PARTS and all(0 < size < 10_000 for size in sizes)  # noqa: PLR2004 - pixels of a sane screen
