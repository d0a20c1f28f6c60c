"""The way back: questions and pasted texts in the order in which they were looked at. In memory only, and bounded."""

from typing import Protocol

_MOST = 100
MOST_PASTES = 20
"""Pasted texts, and tables of logs, that are kept."""
LARGEST_PASTES = 50_000_000
"""Bytes that they take together."""


class Step(Protocol):
    """Something that was looked at, as it was left."""

    def size(self) -> int:
        """Return about how many bytes of a pasted text it holds."""

    def is_same(self, other: object) -> bool:
        """Tell whether the other is the same, perhaps left otherwise."""


class History:
    """Steps, and the one that was looked at last."""

    def __init__(self) -> None:
        self._past: list[Step] = []
        self._at = -1

    def add(self, step: Step) -> None:
        """Something new is looked at: what was forward ends."""
        del self._past[self._at + 1 :]
        self._past.append(step)
        self._at = len(self._past) - 1
        self._bound()

    def visit(self, step: Step) -> None:
        """Something is looked at for the first time, or again where it stands here or next."""
        for at in (self._at, self._at + 1):
            if 0 <= at < len(self._past) and step.is_same(self._past[at]):
                self._at, self._past[at] = at, step
                return
        self.add(step)

    def renew(self, step: Step) -> None:
        """Remember how something is left now."""
        self._past = [step if step.is_same(one) else one for one in self._past]

    def forget(self, step: Step) -> None:
        """Forget something: it was closed."""
        self._drop([at for at, one in enumerate(self._past) if step.is_same(one)])

    def is_at(self, shown: Step) -> bool:
        """Tell whether this is the step that was looked at last."""
        return 0 <= self._at < len(self._past) and shown.is_same(self._past[self._at])

    def can_go(self, by: int, shown: Step) -> bool:
        """Tell whether `go` leads anywhere."""
        return 0 <= self._to(by, shown) < len(self._past)

    def go(self, by: int, shown: Step) -> Step | None:
        """Go back (-1) or forward (1) from what is shown; None where there is nothing.

        From what is no step, such as the empty desk, back leads to the step that was looked at last.
        """
        to = self._to(by, shown)
        if not 0 <= to < len(self._past):
            return None
        self._at = to
        return self._past[to]

    def _to(self, by: int, shown: Step) -> int:
        return self._at if by < 0 and not self.is_at(shown) else self._at + by

    def _bound(self) -> None:
        if len(self._past) > _MOST:
            self._drop(list(range(len(self._past) - _MOST)))
        kept: list[Step] = []
        gone: list[int] = []
        room = LARGEST_PASTES
        for at in reversed(range(len(self._past))):
            step = self._past[at]
            size = step.size()
            if size == 0 or any(step.is_same(one) for one in kept):
                continue  # no paste, or one that is held once and looked at twice
            if len(kept) < MOST_PASTES and size <= room:
                kept.append(step)
                room -= size
            else:
                gone.append(at)
        if gone:
            self._drop(gone)

    def _drop(self, gone: list[int]) -> None:
        """Take steps away, and one of two that are the same once nothing stands between them."""
        left: list[Step] = []
        at = -1
        for number, step in enumerate(self._past):
            if number not in gone and not (left and step.is_same(left[-1])):
                left.append(step)
            if number == self._at:
                at = len(left) - 1
        self._past, self._at = left, at
