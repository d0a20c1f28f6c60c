"""The start page: what the desk is for, recent searches, pinned codes, three examples, and the promise of privacy.

Who has asked before comes back for that: the examples stand first only until there is something of one's own.
"""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desk.language.marking import QT_TRANSLATE_NOOP
from desk.language.retranslated import Retranslated
from desk.style.flow_layout import FlowLayout
from desk.style.look import Look

translate = QCoreApplication.translate

_WIDTH = 760
_MOST_RECENT = 6

EXAMPLES: tuple[tuple[str, str, str], ...] = (
    ("query", QT_TRANSLATE_NOOP("StartPage", "Type a code, also without its prefix"), "4001048"),
    ("query", QT_TRANSLATE_NOOP("StartPage", "Ask in words, in English or Chinese"), "配额不足"),
    (
        "paste",
        QT_TRANSLATE_NOOP("StartPage", "Paste what the customer sent"),
        '{"error": {"code": "Ecs.1000", "message": "Failed to call the Nova API because timeout."}}',
    ),
)
"""How to use it, what it shows, and what to try: kind, words, text."""


class StartPage(Retranslated, QFrame):
    """Stands in the place of list and detail while nothing is asked."""

    query_chosen = Signal(str)
    """An example or recent search."""
    paste_chosen = Signal(str)
    """The example of a pasted text."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title, self._lead, self._privacy = (QLabel(self) for _ in range(3))
        self._recent_title, self._pinned_title = QLabel(self), QLabel(self)
        for label in (self._title, self._lead, self._privacy, self._recent_title, self._pinned_title):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._lead.setObjectName("muted")
        self._recent_title.setObjectName("muted")
        self._pinned_title.setObjectName("muted")
        self._cards = [_Card(kind, words, text, self) for kind, words, text in EXAMPLES]
        self._recent, self._pinned = _Words(look, self, lines=2), _Words(look, self)
        self._arrange()
        self._recent.chosen.connect(self.query_chosen)
        self._pinned.chosen.connect(self.query_chosen)
        for card in self._cards:
            signal = self.paste_chosen if card.kind == "paste" else self.query_chosen
            card.button.clicked.connect(partial(signal.emit, card.text))
            card.button.installEventFilter(self)
        for words in (self._recent, self._pinned):
            words.focused.connect(self._area.ensureWidgetVisible)
        self.set_look(look)
        self.retranslate()
        self.set_recent(())
        self.set_pins(())

    def set_recent(self, recent: tuple[str, ...]) -> None:
        """Offer recent searches."""
        self._recent.set_words(recent[:_MOST_RECENT])
        self._recent_title.setVisible(bool(recent))
        self._recent.setVisible(bool(recent))
        self._order()

    def set_pins(self, pins: tuple[str, ...]) -> None:
        """Offer pinned codes."""
        self._pinned.set_words(pins)
        self._pinned_title.setVisible(bool(pins))
        self._pinned.setVisible(bool(pins))
        self._order()

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self._look = look
        self._title.setFont(look.font(1.9, bold=True))
        self._lead.setFont(look.font(1.1))
        self._privacy.setFont(look.font(0.95))
        self._recent_title.setFont(look.font(0.92, bold=True))
        self._recent.set_look(look)
        self._pinned.set_look(look)
        self._pinned_title.setFont(look.font(0.92, bold=True))
        for card in self._cards:
            card.set_look(look)
        pair = look.colours.good
        self._privacy.setStyleSheet(
            f"color: {pair.text}; background: {pair.ground}; border-radius: 8px; padding: 8px 12px;"
        )

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Start"))
        self._title.setText(self.tr("What does this error mean?"))
        self._lead.setText(
            self.tr(
                "Type a code or a few words above, or press Ctrl+V anywhere to read what a customer sent."
            )
        )
        self._privacy.setText(
            self.tr(
                "Private: nothing leaves this computer. Pasted texts stay in memory and are never written"
                " to disk; secrets are hidden in everything you copy."
            )
        )
        self._recent_title.setText(self.tr("Recent searches"))
        self._pinned_title.setText(self.tr("Pinned codes"))
        for card in self._cards:
            card.retranslate()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # What was asked last is wanted most; the arrow keys go on from there.
        first = (*self._recent.buttons(), *self._pinned.buttons(), self._cards[0].button)[0]
        first.setFocus(event.reason())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring a card into view whose button gets the focus."""
        if event.type() == QEvent.Type.FocusIn:
            for card in self._cards:
                if card.button is watched:
                    self._area.ensureWidgetVisible(card)
        return False

    def _order(self) -> None:
        """Let Tab go on as the buttons stand: new ones come last in the whole window."""
        cards = [card.button for card in self._cards]
        own = (*self._recent.buttons(), *self._pinned.buttons())
        # First behind the cards, then the cards behind them: Qt moves nothing behind the last one of a window.
        for before, after in pairwise((cards[-1], *own, *cards) if own else ()):
            QWidget.setTabOrder(before, after)

    def _arrange(self) -> None:
        inner = QWidget(self)
        inner.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addSpacing(16)
        for words in (self._recent_title, self._recent, self._pinned_title, self._pinned):
            column.addWidget(words)
        column.addSpacing(8)
        for card in self._cards:
            column.addWidget(card)
        column.addSpacing(8)
        column.addWidget(self._privacy)
        column.addStretch(3)
        wide = QWidget(self)
        row = QHBoxLayout(wide)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 20)
        row.addStretch(1)
        self._area.setWidget(wide)
        wide.setAutoFillBackground(False)  # the area would fill it with the window's ground
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._area)


class _Words(QWidget):
    """Words to choose from, side by side; of those that need more than `lines` lines the last are left out."""

    chosen = Signal(str)
    focused = Signal(object)
    """The keyboard is on this button now."""

    def __init__(self, look: Look, parent: QWidget, lines: int = 0) -> None:
        super().__init__(parent)
        self._look, self._lines = look, lines
        self._flow = FlowLayout(self)
        self._buttons: list[QPushButton] = []

    def set_words(self, words: tuple[str, ...]) -> None:
        """Offer these."""
        while self._flow.count():
            self._flow.takeAt(0)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = []
        for one in words:
            button = QPushButton(one[:40].replace("&", "&&"), self)
            button.setFont(self._look.font(0.95))
            button.setAutoDefault(True)  # Enter chooses, not only the space bar
            button.clicked.connect(partial(self.chosen.emit, one))
            button.installEventFilter(self)
            self._flow.addWidget(button)
            button.show()
            self._buttons.append(button)
        self._leave_out()
        self.updateGeometry()

    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons, in order."""
        return tuple(self._buttons)

    def words(self) -> tuple[str, ...]:
        """Return what is offered."""
        return tuple(button.text() for button in self._buttons)

    def set_look(self, look: Look) -> None:
        """Change the font."""
        self._look = look
        for button in self._buttons:
            button.setFont(look.font(0.95))
        self._leave_out()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(watched)
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_out()

    def _leave_out(self) -> None:
        """Hide what does not find room."""
        widths = [button.sizeHint().width() for button in self._buttons]
        fitting = self._flow.fitting(widths, self.width(), self._lines) if self._lines else len(widths)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < fitting)


class _Card(QFrame):
    """One example: words, the example itself, a button to try it."""

    def __init__(self, kind: str, words: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.kind, self.text, self._words = kind, text, words
        self._label, self._example, self.button = QLabel(self), QLabel(self), QPushButton(self)
        for label in (self._label, self._example):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._example.setText(text)
        self.button.setAutoDefault(True)
        self._label.setObjectName("muted")
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self._example)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(16)
        row.addLayout(column, 1)
        row.addWidget(self.button)

    def set_look(self, look: Look) -> None:
        """Change fonts."""
        self._label.setFont(look.font(0.95))
        self._example.setFont(look.mono_font())
        self.button.setFont(look.font(0.95))

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._label.setText(translate("StartPage", self._words))
        self.button.setText(translate("StartPage", "Try it"))
        self.button.setAccessibleName(f"{translate('StartPage', 'Try it')}: {self.text}")
