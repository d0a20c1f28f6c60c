"""The status bar: what is known, what was found, what was just done, and how far a build is.

At the left what stays, at the right what comes and goes; what there is no room for ends in dots, and a tool tip tells it.
"""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QStatusBar, QWidget
from typing_extensions import override

from desk.language.counted import Counted
from desk.language.retranslated import Retranslated
from desk.news import News
from desk.style.elided_label import ElidedLabel
from desk.style.look import Look
from index.hits import Answer

_REST_MS = 700
_BAR_WIDTH, _LEAST = 120, 200
_AT_LEFT = 2
"""Widgets at the left."""


class StatusLine(Retranslated, QStatusBar):
    """Left: the catalogues and the last answer. Right: news, such as what was copied."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 16, 2)
        # What goes on gives way to these, which are looked for in their place.
        self._known, self._found = ElidedLabel(self, least=_LEAST), ElidedLabel(self, least=_LEAST)
        self._task, self._watch = ElidedLabel(self), ElidedLabel(self)
        self._news = News(look, self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        for label in self._labels():
            label.setContentsMargins(6, 4, 12, 4)
        self._lasting = 0
        self.addWidget(self._known)
        self.addWidget(self._found)
        self.addPermanentWidget(self._news)
        for lasting in (self._task, self._bar, self._watch):
            self.add_lasting(lasting)
        self._task.hide()
        self._watch.hide()
        self._bar.hide()
        self._counts = (0, 0)
        self._answer: Answer | None = None
        self._noted = 0
        self._read: Callable[[], str] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(lambda: announce(self, self._found.text()))
        self.set_look(look)
        self.retranslate()

    def add_lasting(self, widget: QWidget) -> None:
        """Show a widget at the right, before the news: these come and go, and stay in their corner."""
        self._lasting += 1
        self.insertPermanentWidget(_AT_LEFT + self._lasting - 1, widget)

    def show_known(self, entries: int, catalogues: int) -> None:
        """Show how much there is to search."""
        self._counts = (entries, catalogues)
        self.retranslate()

    def show_answer(self, answer: Answer | None) -> None:
        """Show how many were found, and how fast."""
        self._answer, self._noted = answer, 0
        self.retranslate()
        self._rest.start()  # spoken once the typing rests

    def show_noted(self, count: int) -> None:
        """Show how many more rows the user's notes brought."""
        self._noted = count
        self.retranslate()

    def tabs(self) -> tuple[QWidget, ...]:
        """Return what Tab comes to here, in order."""
        return (self._news,)

    def show_news(self, line: str) -> None:
        """Say something that just happened, for a while; a screen reader says it too."""
        self._read = None
        self._news.tell(line)
        announce(self, line)

    def show_read(self, say: Callable[[], str]) -> None:
        """Say what was read, in the language of the moment, for a while or until `end_read`."""
        self.show_news(say())
        self._read = say

    def end_read(self) -> None:
        """Say no more about what was read: it is not there any more."""
        if self._read is not None:
            self._read = None
            self._news.rest()

    def show_watch(self, *, on: bool) -> None:
        """Show that the clipboard is watched."""
        self._watch.setVisible(on)

    def news(self) -> str:
        """Return what is said now."""
        return self._news.line()

    def told(self) -> tuple[str, ...]:
        """Return what was said last, newest first."""
        return tuple(line for _, line in self._news.told())

    def found_text(self) -> str:
        """Return what is said about the last answer."""
        return self._found.text()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the build is."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._bar.show()
        self._task.setText(self.tr("Preparing the search… codes can be searched already"))
        self._task.show()

    def end_progress(self) -> None:
        """Take the progress away: the build has ended."""
        self._bar.hide()
        self._task.hide()

    def set_look(self, look: Look) -> None:
        """Change the font."""
        for label in self._labels():
            label.setFont(look.font(0.9))
        self._news.set_look(look)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Status"))
        self._bar.setAccessibleName(self.tr("Progress of the search index"))
        self._watch.setText(self.tr("◉ Watching the clipboard"))
        self._news.retranslate()
        if self._read is not None:
            self._news.say_again(self._read())
        entries, catalogues = self._counts
        if entries:
            counted = Counted()
            self._known.setText(f"{counted.entries(entries)} · {counted.catalogues(catalogues)}")
        if self._answer is None:
            self._found.clear()
            return
        shown, total, ms = len(self._answer.hits), self._answer.total, round(self._answer.took_ms)
        if total > shown:
            said = self.tr("{total} found in {ms} ms, the best {shown} shown")
        else:
            said = self.tr("{total} found in {ms} ms")
        said = said.format(total=total, ms=ms, shown=shown)
        if self._noted:
            said += self.tr(", {count} more by my notes").format(count=self._noted)
        self._found.setText("·  " + said)

    def _labels(self) -> tuple[ElidedLabel, ...]:
        return self._known, self._found, self._task, self._watch


def announce(widget: QWidget, line: str) -> None:
    """Let a screen reader say a line."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - slow to load, not at the start

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, line))
