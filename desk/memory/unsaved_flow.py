"""What is being written goes into the library soon after the last key, so that a kill or a power cut takes none of it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from desk.memory.library_thread import LibraryThread
from index.library.values import CodeRef, Unsaved, Written

if TYPE_CHECKING:
    from index.library.desk_library import DeskLibrary

_REST_MS = 500
"""Nothing was typed for so long."""
_LONGEST_MS = 2500
"""Not kept for so long, also where the typing never rests."""


class Writing(msgspec.Struct, frozen=True, kw_only=True):
    """A text as it is at this moment."""

    key: str
    """Names it, as `Unsaved.key` does."""
    kind: Written
    """What it is to become."""
    ref: CodeRef
    """What it is about."""
    texts: tuple[str, ...]
    """What is written; nothing visible is nothing to keep."""
    cursor: int | None = None
    """Where in the one text it is being typed."""


Take = Callable[[], Writing]
"""Looks at what is written now."""


class UnsavedFlow(QObject):
    """Keeps what is being written, and knows what of it was left."""

    left = Signal(object)
    """What is half written and on no screen: `Unsaved`s, the newest first."""
    failed = Signal(str)
    """One line, told once: why what is being written cannot be kept."""

    def __init__(self, library: LibraryThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._taking: dict[str, Take] = {}
        self._left: dict[str, Unsaved] = {}
        self._on_screen: set[str] = set()
        self._latest = QDeadlineTimer()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.keep_now)
        self._has_failed = False

    def look(self) -> None:
        """Look for what was being written when the desk ended last."""
        self._library.run(lambda library: library.unsaved.all(), self._find, lambda _line: None)

    def typed(self, key: str, take: Take) -> None:
        """Something was typed; `take` is asked for all of it once the typing rests."""
        if not self._taking:
            self._latest = QDeadlineTimer(_LONGEST_MS)
        self._taking[key] = take
        self._on_screen.add(key)
        self._rest.start(min(_REST_MS, max(self._latest.remainingTime(), 0)))

    def keep_now(self) -> None:
        """Keep now what was typed and not yet kept."""
        self._rest.stop()
        taking, self._taking = self._taking, {}
        for take in taking.values():
            self._keep(take())

    def end(self, key: str, *, drop: bool = True) -> None:
        """Take it for stored or given up; without `drop` somebody else takes it out of the library."""
        self._taking.pop(key, None)
        self._on_screen.discard(key)
        if drop:
            self._library.run(lambda library: library.unsaved.drop(key), refused=lambda _line: None)

    def put_back(self, one: Unsaved) -> None:
        """Take back that it was given up."""
        self._keep(Writing(key=one.key, kind=one.kind, ref=one.ref, texts=one.texts))
        self._take_for_left(one)

    def leave(self, one: Writing) -> None:
        """Take it for left: it is on no screen any more, and neither stored nor given up."""
        if not any(text.strip() for text in one.texts):
            self.end(one.key)
            return
        self._on_screen.discard(one.key)
        if self._taking.pop(one.key, None) is not None:
            self._keep(one)
        self._take_for_left(
            Unsaved(key=one.key, kind=one.kind, ref=one.ref, texts=one.texts, changed=datetime.now(UTC))
        )

    def take_up(self, key: str) -> Unsaved | None:
        """Return what was left and forget that it was: it is on a screen again, or was given up."""
        one = self._left.pop(key, None)
        if one is not None:
            self._on_screen.add(key)
            self._tell()
        return one

    def is_left(self, key: str) -> bool:
        """Tell whether it is half written and on no screen."""
        return key in self._left

    def what_is_left(self) -> tuple[Unsaved, ...]:
        """Return what is half written and on no screen, the newest first."""
        return tuple(self._left.values())

    def _take_for_left(self, one: Unsaved) -> None:
        others = {key: other for key, other in self._left.items() if key != one.key}
        self._left = {one.key: one, **others}
        self._tell()

    def _keep(self, one: Writing) -> None:
        def keep(library: "DeskLibrary") -> object:
            return library.unsaved.keep(one.key, one.kind, one.ref, one.texts, one.cursor)

        self._library.run(keep, self._kept, self._refused)

    def _kept(self, _count: object) -> None:
        self._has_failed = False

    def _refused(self, line: str) -> None:
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(self.tr("What you write would be lost in a crash: {reason}").format(reason=line))

    def _find(self, found: object) -> None:
        if isinstance(found, tuple):
            self._left |= {one.key: one for one in found if one.key not in self._on_screen}
            self._tell()

    def _tell(self) -> None:
        self.left.emit(self.what_is_left())
