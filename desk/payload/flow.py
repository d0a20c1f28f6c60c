"""What was pasted: its errors, which of them is current, and which rows the user confirmed. All of it in memory only."""

from PySide6.QtCore import QObject, Signal

from desk.results.rows import Row, row_of_match
from index.entry import EntryId
from index.hits import Span
from index.reports import Confidence, Explanation, Match, MatchedError


class PayloadFlow(QObject):
    """Keeps one explanation."""

    rows_ready = Signal(object)
    """Rows of the current error, as a tuple of `Row`."""
    unknown = Signal(object)
    """The current error (`MatchedError`) is in no catalogue."""
    confirmed = Signal(int)
    """The row of this error was chosen by the user."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Explanation | None = None
        self._chosen: dict[int, EntryId] = {}
        self._at = -1
        self._language = "en"
        self._active = False
        self._ids_total = 0
        self._aside: tuple[Explanation | None, dict[int, EntryId], int] | None = None

    def set_language(self, language: str) -> None:
        """Prefer this language in rows."""
        self._language = language

    def take(self, found: Explanation) -> None:
        """Keep what was read."""
        self._found, self._chosen, self._at, self._active = found, {}, -1, True
        self._aside, self._ids_total = None, 0

    def take_again(self, found: Explanation, chosen: dict[int, EntryId]) -> None:
        """Keep what was read and confirmed before."""
        self.take(found)
        self._chosen = dict(chosen)

    def renew(self, found: Explanation) -> None:
        """Keep the same errors with other rows; what was confirmed stays, where it is still among them."""
        self._found = found
        self._chosen = {
            number: chosen
            for number, chosen in self._chosen.items()
            if any(match.entry.id == chosen for match in offered(found.errors[number]))
        }

    def kept(self) -> tuple[Explanation | None, dict[int, EntryId], int]:
        """Return what was read, not what is shown in its place for a while, with its confirmed rows and position."""
        found, chosen, at = self._aside or (self._found, self._chosen, self._at)
        return found, dict(chosen), at

    def lend(self, found: Explanation, ids_total: int = 0) -> None:
        """Show something else for a while: what was read is laid aside with what was confirmed.

        `ids_total` tells how many request ids there are, where not all of them are kept.
        """
        aside = self._aside or (self._found, self._chosen, self._at)
        self.take(found)
        self._aside, self._ids_total = aside, ids_total

    def take_back(self) -> None:
        """Go on with what was laid aside."""
        if self._aside is not None:
            (self._found, self._chosen, self._at), self._aside = self._aside, None
            self._ids_total = 0

    def clear(self) -> None:
        """Forget it."""
        self._found, self._chosen, self._at, self._active = None, {}, -1, False
        self._aside = None

    def rest(self) -> None:
        """Step back behind a question; the text stays and can be taken up again."""
        self._active = False

    def is_active(self) -> bool:
        """Tell whether list and detail show this text's errors, not the answer to a question."""
        return self._active

    def found(self) -> Explanation | None:
        """Return what was read."""
        return self._found

    def ids(self) -> tuple[tuple[str, ...], int]:
        """Return the request ids, and how many there are in all."""
        ids = self._found.request_ids if self._found is not None else ()
        return ids, max(len(ids), self._ids_total)

    def chosen(self) -> dict[int, EntryId]:
        """Return the confirmed rows: entry by number of the error."""
        return dict(self._chosen)

    def position(self) -> int:
        """Return the position of the current error, -1 where there is none."""
        return self._at

    def current(self) -> MatchedError | None:
        """Return the current error."""
        if self._found is None or not 0 <= self._at < len(self._found.errors):
            return None
        return self._found.errors[self._at]

    def select(self, number: int) -> None:
        """Make an error current and tell its rows."""
        self._at = number
        matched = self.current()
        if matched is None:
            return
        self._active = True
        if offered(matched):
            self.rows_ready.emit(self._rows(matched))
        else:
            self.unknown.emit(matched)

    def confirm(self, digit: int) -> bool:
        """Choose the row with this digit for the current error; False where there is no such row."""
        matched = self.current()
        if (
            not self._active
            or matched is None
            or not self._has_digits(matched)
            or digit > len(offered(matched))
        ):
            return False
        self._chosen[self._at] = offered(matched)[digit - 1].entry.id
        self.confirmed.emit(self._at)
        self.rows_ready.emit(self._rows(matched))
        return True

    def value_spans(self, entry_id: str) -> tuple[Span, ...]:
        """Return where the values of a candidate stand in the current error's message.

        The reading tells their places in the pasted text. Where the message was decoded on the way, its letters stand
        elsewhere, and the values are looked up in order.
        """
        matched = self.current()
        match = next((one for one in matched.matches if one.entry.id == entry_id), None) if matched else None
        if self._found is None or matched is None or match is None or not matched.error.message:
            return ()
        message, at = matched.error.message, matched.error.message_span
        if at is not None and self._found.text[at[0] : at[1]] == message:
            inside = (span for span in match.value_spans if at[0] <= span[0] <= span[1] <= at[1])
            return tuple((start - at[0], end - at[0]) for start, end in inside)
        return _in_order(message, match.values or ())

    def is_unproved(self, entry_id: str) -> bool:
        """Tell whether this row only has the current error's code, and nobody confirmed it."""
        matched = self.current()
        return (
            self._active
            and matched is not None
            and self._chosen.get(self._at) != entry_id
            and any(match.entry.id == entry_id for match in matched.possible)
        )

    def chosen_entry(self) -> EntryId | None:
        """Return the confirmed row of the current error."""
        return self._chosen.get(self._at)

    def _rows(self, matched: MatchedError) -> tuple[Row, ...]:
        digits = self._has_digits(matched)
        chosen = self._chosen.get(self._at)
        return tuple(
            row_of_match(
                match,
                self._language,
                digit=number if digits and number <= 9 else None,  # noqa: PLR2004 - there are nine digits
                chosen=match.entry.id == chosen,
            )
            for number, match in enumerate(offered(matched), 1)
        )

    @staticmethod
    def _has_digits(matched: MatchedError) -> bool:
        several = matched.confidence is Confidence.CHOOSE and len(matched.matches) > 1
        return several or (not matched.matches and bool(offered(matched)))


def offered(matched: MatchedError) -> tuple[Match, ...]:
    """Return the rows to show of an error: its own, else those of its code where the text names no other product."""
    return matched.matches or (() if matched.foreign else matched.possible)


def _in_order(message: str, values: tuple[str, ...]) -> tuple[Span, ...]:
    spans: list[Span] = []
    at = 0
    for value in values:
        start = message.find(value, at) if value else -1
        if start >= 0:
            at = start + len(value)
            spans.append((start, at))
    return tuple(spans)
