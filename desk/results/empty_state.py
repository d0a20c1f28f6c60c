"""What an empty list says: what is the matter, what to do next, and suggestions to choose from."""

from functools import partial

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desk.style.look import Look

_MOST = 5
_AIR, _PADDING = 24, 32
"""Pixels around everything, and what a button has beside its words."""


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """Words for an empty list."""

    title: str
    """What is the matter, one line."""
    hint: str = ""
    """What to do next."""
    suggestions: tuple[str, ...] = ()
    """Codes or words to search for instead."""


class EmptyWords(QWidget):
    """Lies over a viewport and fills it."""

    chosen = Signal(str)
    """One of the suggestions."""

    def __init__(self, look: Look, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._title, self._hint = QLabel(self), QLabel(self)
        for label in (self._title, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setObjectName("muted")
        self._buttons: list[QPushButton] = []
        self._words: tuple[str, ...] = ()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(_AIR, _AIR, _AIR, _AIR)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        self._place = QVBoxLayout()
        self._place.setSpacing(8)
        self._place.setContentsMargins(0, 8, 0, 0)
        column.addLayout(self._place)
        column.addStretch(3)
        viewport.installEventFilter(self)
        self.set_look(look)
        self.hide()

    def show_notice(self, notice: Notice | None) -> None:
        """Show these words, or nothing."""
        for button in self._buttons:
            self._place.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        if notice is None:
            self.hide()
            return
        self._words = notice.suggestions[:_MOST]
        self._title.setText(notice.title)
        self._hint.setText(notice.hint)
        self._hint.setVisible(bool(notice.hint))
        for words in self._words:
            button = QPushButton(words.replace("&", "&&"), self)
            button.setAccessibleName(words)
            button.setAutoDefault(True)
            button.clicked.connect(partial(self.chosen.emit, words))
            self._place.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._buttons.append(button)
        self.setGeometry(self._viewport.rect())
        self._fit()
        self.show()

    def take_focus(self) -> bool:
        """Go to the first suggestion; False where there is none."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(self._buttons)

    def texts(self) -> tuple[str, str]:
        """Return title and hint as shown."""
        return self._title.text(), self._hint.text()

    def set_look(self, look: Look) -> None:
        """Change fonts."""
        self._title.setFont(look.font(1.15, bold=True))
        self._hint.setFont(look.font())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
            if not self.isHidden():
                self._fit()
        return False

    def _fit(self) -> None:
        """Give way where there is little room: first the margins, then the hint, then the last suggestions."""
        column, room = self._column, self.rect()
        column.setContentsMargins(_AIR, _AIR, _AIR, _AIR)
        for button in self._buttons:
            button.show()
        self._hint.setVisible(bool(self._hint.text()))
        for button, words in zip(self._buttons, self._words, strict=True):
            most = room.width() - 2 * _AIR - _PADDING
            fitting = button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(most, _PADDING))
            button.setText(fitting.replace("&", "&&"))
        if column.heightForWidth(room.width()) > room.height():
            column.setContentsMargins(_AIR, 2, _AIR, 2)
        if self._buttons and column.heightForWidth(room.width()) > room.height():
            self._hint.hide()
        for button in reversed(self._buttons[1:]):
            if column.heightForWidth(room.width()) > room.height():
                button.hide()


class EmptyState(QObject):
    """The words of a list, table or page while it is empty, made when there is first something to say."""

    chosen = Signal(str)
    """One of the suggestions."""

    def __init__(self, look: Look, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._look, self._area = look, area
        self._state: EmptyWords | None = None

    def show_notice(self, notice: Notice | None) -> None:
        """Show these words, or nothing."""
        if self._state is None:
            if notice is None:
                return
            # Asked for its viewport, Qt has the binding load all kinds of widgets there are.
            self._state = EmptyWords(self._look, self._area.viewport())
            self._state.chosen.connect(self.chosen)
        self._state.show_notice(notice)

    def take_focus(self) -> bool:
        """Go to the first suggestion; False where there is none."""
        return self.texts() is not None and self._state is not None and self._state.take_focus()

    def texts(self) -> tuple[str, str] | None:
        """Return title and hint as shown, None where nothing is said."""
        state = self._state
        return state.texts() if state is not None and state.isVisibleTo(self._area) else None

    def set_look(self, look: Look) -> None:
        """Change fonts."""
        self._look = look
        if self._state is not None:
            self._state.set_look(look)
