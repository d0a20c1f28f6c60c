"""Where Chinese is cut into words: in this process, or in a child beside a window.

The library that cuts loads its dictionary in a fifth of a second, and no other thread runs meanwhile: a window would
stand still for as long, whichever thread loads it. So beside a window a process of its own loads it, which ends when
nobody asks any more.
"""

from collections.abc import Sequence
from itertools import accumulate
from threading import Lock
from typing import IO, TYPE_CHECKING

from index.analysis import cutting_child
from index.child import bury
from index.errors import Stopped

if TYPE_CHECKING:
    import subprocess


CHILD = cutting_child.__name__
"""The module to start beside a window."""


def cut_here(text: str, *, guess: bool) -> tuple[str, ...]:
    """Cut a text into words; joined, they are the text."""
    import rjieba  # noqa: PLC0415 - 170 ms, paid when the first Chinese text comes

    return tuple(rjieba.cut(text, guess))


class ChildCutter:
    """Asks a child, which is started with the first text. Any thread may ask."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start the child so."""
        self._command = command
        self._child: subprocess.Popen[bytes] | None = None
        self._turn = Lock()
        self._ended = self._failed = False

    def cut(self, text: str, *, guess: bool) -> tuple[str, ...]:
        """Cut a text into words; here, where the child does not work. Raises Stopped once `end` was called."""
        asked = cutting_child.asked(text, guess=guess)
        with self._turn:
            lengths = [] if self._failed or self._ended else self._ask(asked)
            if sum(lengths) != len(text):
                if self._ended:
                    raise Stopped("reading the question was cancelled")
                self._give_up()
                return cut_here(text, guess=guess)
        ends = list(accumulate(lengths))
        return tuple(text[start:end] for start, end in zip([0, *ends], ends, strict=False))

    def end(self) -> None:
        """End the child, whoever waits for it."""
        self._ended = True
        child = self._child
        if child is not None:
            child.kill()
            with self._turn:
                bury(child)

    def _ask(self, asked: bytes) -> list[int]:
        """Return the lengths of the words; none where nobody answers."""
        try:
            child = self._child = self._child or self._start()
            if self._ended:  # while it was being started: nobody else knows of it
                bury(child)
                return []
            questions, answers = _pipes(child)
            questions.write(asked)
            questions.flush()
            return [int(length) for length in answers.readline().split()]
        except (OSError, ValueError):  # it did not start or is gone, or says something else
            return []

    def _give_up(self) -> None:
        """Ask no child any more: this one would fail again, and the next one would, too."""
        self._failed = True
        if self._child is not None:
            bury(self._child)

    def _start(self) -> "subprocess.Popen[bytes]":
        import subprocess  # noqa: PLC0415 - slow to load, not at the start

        pipe = subprocess.PIPE
        return subprocess.Popen(self._command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603 - our own module


class Cutting:
    """Where this process has texts cut."""

    def __init__(self) -> None:
        self._child: ChildCutter | None = None

    def use_child(self, child: ChildCutter | None) -> None:
        """Let this child cut from now on; None for this process itself."""
        self._child = child

    def cut(self, text: str, *, guess: bool) -> tuple[str, ...]:
        """Cut a text into words; joined, they are the text. Raises Stopped where the child was ended meanwhile."""
        child = self._child
        return cut_here(text, guess=guess) if child is None else child.cut(text, guess=guess)


CUTTING = Cutting()
"""Where this process has texts cut: what asks does not know whether there is a window."""


def _pipes(child: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    if child.stdin is None or child.stdout is None:
        raise OSError("the child has no pipes")
    return child.stdin, child.stdout
