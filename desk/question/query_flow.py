"""What is asked: the text and the chips together."""

from collections import deque

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from desk.question.chips import Chosen, chips_of, filters_of, united, without
from desk.question.history import History, Step
from index.hits import Facets
from index.query import Query, parse

_REST_MS = 1500
_MOST = 100
_LONGEST = 200


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One question."""

    text: str = ""
    """As typed."""
    chips: Chosen = frozenset()
    """Chips that are active beside what is typed."""
    pasted: bool = False
    """The text began as one that came off the clipboard: it may hold anything, and nothing of it is ever written."""

    def is_empty(self) -> bool:
        """Tell whether nothing is asked."""
        return not self.text.strip() and not self.chips

    def size(self) -> int:
        """Return that it holds no pasted text to speak of."""
        return 0

    def is_same(self, other: object) -> bool:
        """Tell whether the other is the same question."""
        return self == other


class QueryFlow(QObject):
    """Keeps the question, asks it, and remembers those that rested for a while."""

    changed = Signal()
    """Another question than before is asked."""
    asked = Signal(object)
    """A `Query` to answer."""
    emptied = Signal()
    """Nothing is asked any more."""
    text_set = Signal(str)
    """Show this text in the field."""
    chips_set = Signal(object)
    """Show these chips as active."""
    remembered = Signal(str)
    """This text was typed, asked and kept."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = Asked()
        self._known = Facets()
        self.history = History()
        self._kept: Asked | None = None
        self._pasted: deque[str] = deque(maxlen=_MOST)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.remember)

    def set_known(self, known: Facets) -> None:
        """Tell which filter values there are."""
        self._known = known

    def now(self) -> Asked:
        """Return the present question."""
        return self._now

    def to_write(self) -> Asked:
        """Return what of the present question may be written to the disk: nothing of a long or a pasted text."""
        return self._now if _is_short(self._now.text) and not self._now.pasted else Asked()

    def query(self) -> Query:
        """Return the present question with its chips as filters."""
        typed = parse(self._now.text)
        return typed.with_filters(united(typed.filters, filters_of(self._now.chips)))

    def type(self, text: str) -> None:
        """Take the text of the field; a pasted one stays that, however it is changed, until the field is empty."""
        if text != self._now.text:
            # The field's own undo brings pasted texts back.
            pasted = bool(text) and (self._now.pasted or text in self._pasted)
            self._set(msgspec.structs.replace(self._now, text=text, pasted=pasted))

    def toggle(self, active: Chosen) -> None:
        """Take the chips as they are now; a typed filter that was switched off leaves the text."""
        typed = parse(self._now.text)
        by_text = chips_of(typed.filters, self._known)
        gone = by_text - active
        text = str(without(typed, gone)) if gone else self._now.text
        self._set(msgspec.structs.replace(self._now, text=text, chips=active - by_text))
        if gone:
            self.text_set.emit(text)

    def show(self, asked: Asked) -> None:
        """Ask this and show it."""
        self._set(asked)
        self.text_set.emit(asked.text)

    def vouch(self) -> None:
        """Take back that the present text was pasted: it is a code that a catalogue has, and nothing else."""
        self._now = msgspec.structs.replace(self._now, pasted=False)

    def clear_step(self) -> bool:
        """Take the text away, or the chips if there is none; False where both were empty."""
        if self._now.text:
            self.show(Asked(chips=self._now.chips))
        elif self._now.chips:
            self.show(Asked())
        else:
            return False
        return True

    def forget(self) -> None:
        """Ask nothing any more, without telling anybody but the chips."""
        self._now, self._kept = Asked(), None
        self._rest.stop()
        self.chips_set.emit(frozenset())

    def ask_again(self) -> None:
        """Ask the same again, over newer data."""
        self._tell()

    def remember(self) -> None:
        """Keep the present question for the way back; one that was pasted only here, in memory."""
        now = self._now
        self._rest.stop()
        if not self._is_new():
            return
        self.history.add(now)
        self._kept = now
        if now.text.strip() and not now.pasted:
            self.remembered.emit(now.text.strip())

    def can_go(self, by: int, paste: Step | None = None) -> bool:
        """Tell whether `go` leads anywhere."""
        if self._is_new():
            return by < 0 and self.history.can_go(by, self._now)  # behind a new question there is none
        return self.history.can_go(by, paste or self._now)

    def go(self, by: int, paste: Step | None = None) -> Step | None:
        """Go back (-1) or forward (1), from the pasted text that is shown, if one is, else from the present question.

        A question is asked again; a pasted text is returned, for somebody else to show.
        """
        self.remember()
        step = self.history.go(by, paste or self._now)
        if isinstance(step, Asked):
            self._kept = step
            self.show(step)
            self._rest.stop()
        return step

    def _is_new(self) -> bool:
        """Tell whether the present question is one to remember, and another than the one remembered last."""
        return not self._now.is_empty() and _is_short(self._now.text) and self._now != self._kept

    def _set(self, asked: Asked) -> None:
        self._now = asked
        if asked.pasted:
            self._pasted.append(asked.text)
        self.changed.emit()
        self._rest.start()
        self._tell()

    def _tell(self) -> None:
        self.chips_set.emit(self._now.chips | chips_of(parse(self._now.text).filters, self._known))
        if self._now.is_empty():
            self._rest.stop()
            self.emptied.emit()
        else:
            self.asked.emit(self.query())


def _is_short(text: str) -> bool:
    return "\n" not in text and len(text) < _LONGEST
