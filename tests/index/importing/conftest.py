"""Time beside size, for all tests of importing."""

import gc
import time
from collections.abc import Callable

import pytest

Prepared = Callable[[int], Callable[[], object]]
"""Prepares a piece of work on so many things."""
_TIMES = 4
_ROOMY, _SLACK_S = 2.0, 0.2
"""What takes quadratic time takes four times as long as it should, and more."""


def _taken(work: Callable[[], object]) -> float:
    """Return the processor seconds that work takes, without those of collecting what others left."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    try:
        work()
    finally:
        gc.enable()
    return time.process_time() - start


def _grows(work: Prepared, few: int) -> None:
    """Assert that work on four times as much takes about four times as long; `work(n)` prepares it for `n` things."""
    work(few // 10)()
    early, late = (_taken(work(count)) for count in (few, few * _TIMES))
    assert late < _ROOMY * _TIMES * early + _SLACK_S, (early, late)


@pytest.fixture
def grows_with_its_size() -> Callable[[Prepared, int], None]:
    """Assert that work takes a time that grows with its size only."""
    return _grows
