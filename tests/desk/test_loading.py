"""What is loaded for good is not looked through for garbage any more."""

import gc
import threading
from collections.abc import Iterator

import pytest

from desk.loading import for_good


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Let garbage be looked for again afterwards; what was there before stays as the fixture of all tests keeps it."""
    yield
    gc.enable()


def test_garbage_is_not_looked_for_meanwhile_nor_in_what_was_loaded() -> None:
    kept = gc.get_freeze_count()
    with for_good():
        assert not gc.isenabled()
        loaded = [[n] for n in range(1_000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() > kept + len(loaded)


def test_where_nobody_looks_for_garbage_it_stays_so() -> None:
    gc.disable()
    with for_good():
        pass
    assert not gc.isenabled()


@pytest.mark.parametrize("first_ends_first", [True, False])
def test_two_may_load_at_once(first_ends_first: bool) -> None:  # noqa: FBT001 - a case of the test
    first, second = for_good(), for_good()
    first.__enter__()
    entered = threading.Thread(target=second.__enter__)
    entered.start()
    entered.join()
    for one in (first, second) if first_ends_first else (second, first):
        one.__exit__(None, None, None)
    assert gc.isenabled()


def test_what_cannot_be_loaded_leaves_all_as_it_was() -> None:
    with pytest.raises(ImportError), for_good():
        raise ImportError
    assert gc.isenabled()
