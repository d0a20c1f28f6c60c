"""A child that a thread waits for: until it has answered, or until nobody wants its answer any more."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from index.child import bury
from index.errors import Stopped

if TYPE_CHECKING:
    import subprocess

_LOOK_S = 0.05
"""Between two looks whether the answer is still wanted."""


def run_child(
    command: list[str], should_stop: Callable[[], bool], *, finishes: bool = False
) -> tuple[int, bytes]:
    """Run a child; returns its exit status and what it printed. Raises OSError where it cannot be started.

    Once `should_stop()` is true nobody waits any more: the child is ended, or with `finishes` left alone to end its work
    without us. That raises Stopped.
    """
    import subprocess  # noqa: PLC0415 - known to the window from its start, needed much later

    nothing = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603 - our own module
        command, stdin=nothing, stdout=subprocess.PIPE, stderr=nothing, start_new_session=finishes
    )
    while True:
        try:
            said, _ = process.communicate(timeout=_LOOK_S)
        except subprocess.TimeoutExpired:
            if not should_stop():
                continue
            if finishes:
                _let_go(process)
            else:
                bury(process)
            raise Stopped("the work was cancelled") from None
        return process.returncode, said


def _let_go(process: "subprocess.Popen[bytes]") -> None:
    """Leave a child to itself; who sees to its end is the system."""
    if process.stdout is not None:
        process.stdout.close()
    process.returncode = 0  # otherwise Python warns that it still runs: that is what is wanted here
