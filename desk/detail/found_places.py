"""What the find bar finds in the page: every place is marked, one of them is the current one."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desk.detail.find_bar import FindBar
from desk.style.look import Look


class FoundPlaces(QObject):
    """Stands between a find bar and a page."""

    def __init__(self, bar: FindBar, page: QTextEdit, look: Look) -> None:
        super().__init__(bar)
        self._bar, self._page, self._look = bar, page, look
        self._places: list[QTextCursor] = []
        self._place = -1
        bar.wanted.connect(self._mark)
        bar.stepped.connect(self._step)
        bar.closed.connect(self.end)

    def set_look(self, look: Look) -> None:
        """Mark in other colours from the next step on."""
        self._look = look

    def end(self) -> None:
        """Mark nothing any more."""
        self._page.setExtraSelections([])
        self._page.setFocus()

    def _mark(self, text: str) -> None:
        self._places = []
        cursor = QTextCursor(self._page.document())
        while text and not (cursor := self._page.document().find(text, cursor)).isNull():
            self._places.append(cursor)
        self._place = -1
        self._step(1)

    def _step(self, by: int) -> None:
        if self._places:
            self._place = (self._place + by) % len(self._places)
            cursor = QTextCursor(self._places[self._place])
            cursor.setPosition(cursor.selectionStart())
            self._page.setTextCursor(cursor)
            self._page.ensureCursorVisible()
        self._page.setExtraSelections(
            [self._selection(place, current=n == self._place) for n, place in enumerate(self._places)]
        )
        self._bar.show_count(self._place + 1 if self._places else 0, len(self._places))

    def _selection(self, place: QTextCursor, *, current: bool) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        shape = QTextCharFormat()
        pair = self._look.colours.mark
        shape.setBackground(QColor(self._look.colours.accent if current else pair.ground))
        shape.setForeground(QColor(self._look.colours.on_accent if current else pair.text))
        made.cursor, made.format = place, shape
        return made
