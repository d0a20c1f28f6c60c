"""A copy of this process that serves on pipes: it has loaded already what we have, where a new program begins with nothing.

Only for the first steps of a program: what is copied must have no threads and no windows. Linux alone allows it safely;
elsewhere, system libraries may have begun threads of their own.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

import msgspec

_STANDARD = 2
"""The last of the descriptors that every program has."""

Serve = Callable[[IO[bytes], IO[bytes]], object]
"""Reads questions from the first and writes answers to the second, until there are no more questions."""


class Served(msgspec.Struct, frozen=True, kw_only=True):
    """Our side of a process that serves."""

    questions: IO[bytes]
    """What it reads; it ends when this is closed."""
    answers: IO[bytes]
    """What it writes, to be closed by the reader."""
    wait: Callable[[], int]
    """Waits until it has ended, and returns its status; to be called once."""


def is_safe() -> bool:
    """Tell whether this system lets a process be copied."""
    return sys.platform == "linux"


def copy_that_serves(serve: Serve) -> Served:
    """Copy this process; the copy serves, says nothing on our terminal, and ends. Raises OSError where there can be none."""
    asked, questions = os.pipe()
    answers, said = os.pipe()
    try:
        copy = os.fork()
    except OSError:
        for end in (asked, questions, answers, said):
            os.close(end)
        raise
    if copy == 0:
        _serve_and_end(serve, asked, said)
    os.close(asked)
    os.close(said)
    return Served(
        questions=os.fdopen(questions, "wb"),
        answers=os.fdopen(answers, "rb"),
        wait=lambda: os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1]),
    )


def _serve_and_end(serve: Serve, asked: int, said: int) -> None:
    """Be the copy: whatever happens, nothing of the program behind us may run here too."""
    status = 1
    with suppress(BaseException):
        _keep_only(asked, said)
        with os.fdopen(asked, "rb") as questions, os.fdopen(said, "wb") as answers:
            serve(questions, answers)
        status = 0
    os._exit(status)


def _keep_only(*kept: int) -> None:
    """Close all files but these; the window's socket is among them, which is to end with the window and not with us."""
    silence = os.open(os.devnull, os.O_RDWR)
    for standard in set(range(_STANDARD + 1)).difference(kept):
        os.dup2(silence, standard)
    for descriptor in [int(link.name) for link in Path("/proc/self/fd").iterdir()]:
        if descriptor > _STANDARD and descriptor not in kept:
            with suppress(OSError):  # the listing itself was among them
                os.close(descriptor)
