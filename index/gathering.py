"""What the entries give to the index, gathered one after the other; half of many entries in a second process.

The halves are put together in the order of the entries, so that the index is the same however many processes made it.
Where the second process fails or may not be started, the first one does its half as well. `python -m index.gathering` is
that process; it ends by itself as soon as the one that started it is gone.
"""

import gc
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import lru_cache
from pathlib import Path

import msgspec

from index.child import module_command
from index.cuts import CutWriter
from index.entry import CatalogueEntry
from index.errors import DeskError
from index.inverted import Postings
from index.schema import FACET, FIELDS, LONGEST_START, MAIN, REST, STARTS, Concepts, Reader
from index.table import EntryTable

Step = Callable[[int], None]
"""Called with the number of entries that are done; what it raises ends the work."""

_STEP = 500
_LEAST_STEPS = 10
_MANY = 4000
"""Entries from which a second process is worth its start."""
_SECOND = "second"
_PART = "part.msgpack"
_WAIT_S = 0.1
_NICE = 5


class Gathered(msgspec.Struct, kw_only=True):
    """What a stretch of entries gives to the index."""

    postings: Postings
    """Entries by term."""
    words: Counter[str]
    """In how many entries each word stands."""
    chinese: Counter[str]
    """The same of Chinese words and neighbours of two."""


class _Part(msgspec.Struct, kw_only=True):
    """What the second process hands over."""

    lists: dict[str, dict[str, bytes]]
    words: dict[str, int]
    chinese: dict[str, int]


class Second(msgspec.Struct, frozen=True, kw_only=True):
    """What a second process needs to begin."""

    table: Path
    """The entry table."""
    own: tuple[str, ...]
    """The user's own glossary lines."""


def gather(
    entries: Sequence[CatalogueEntry],
    concepts: Concepts,
    work: Path,
    step: Step,
    *,
    second: Second | None = None,
) -> Gathered:
    """Gather what all these entries give; their cuts are written into the folder `work`."""
    found = Gathered(postings=Postings(FIELDS), words=Counter(), chinese=Counter())
    process = None
    half = len(entries)
    if second is not None and len(entries) >= _MANY and _processors() > 1:
        half = (len(entries) + 1) // 2
        process = _start(second, work / _SECOND, half, len(entries))
    pace = 1 if process is None else 2
    try:
        with closing(CutWriter(work)) as cuts:
            _read(found, entries[:half], concepts, cuts, lambda done: step(done * pace))
            if process is not None:
                while process.poll() is None:
                    step(len(entries))
                    with suppress(subprocess.TimeoutExpired):
                        process.wait(_WAIT_S)
            if process is None or not _take(found, work / _SECOND, cuts, process.returncode):
                _read(found, entries[half:], concepts, cuts, lambda done: step(half + done), first=half)
    finally:
        if process is not None:
            process.kill()
            process.wait()
            _remove(work / _SECOND)
    return found


def _read(
    found: Gathered,
    entries: Sequence[CatalogueEntry],
    concepts: Concepts,
    cuts: CutWriter,
    step: Step,
    *,
    first: int = 0,
) -> None:
    """Add a stretch of entries, of which the first has the number `first`."""
    reader = Reader(concepts)
    every = min(_STEP, max(1, len(entries) // _LEAST_STEPS))
    add = found.postings.add
    for at, entry in enumerate(entries):
        if at % every == 0:
            step(at)
        n = first + at
        terms = reader.entry(entry)
        cuts.add(reader.cut(entry))
        add(MAIN, terms.main, n)
        add(REST, terms.rest, n)
        add(FACET, terms.facets, n)
        add(STARTS, set().union(*map(_beginnings, terms.words)), n)
        found.words.update(terms.words)
        found.chinese.update(terms.chinese)


@lru_cache(maxsize=65536)
def _beginnings(word: str) -> tuple[str, ...]:
    return tuple(word[:length] for length in range(1, LONGEST_START + 1))


def _processors() -> int:
    """Return how many processors this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _start(second: Second, folder: Path, first: int, last: int) -> "subprocess.Popen[bytes] | None":
    folder.mkdir()
    command = module_command("index.gathering", second.table, folder, first, last, os.getpid())
    try:
        process = subprocess.Popen(  # noqa: S603 - our own module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return None
    if process.stdin is not None:
        with suppress(OSError), process.stdin as pipe:  # it ended early: its half is done here then
            pipe.write(msgspec.json.encode(second.own))
    return process


def _take(found: Gathered, folder: Path, cuts: CutWriter, status: int) -> bool:
    """Add what the second process has gathered; False where it has failed."""
    if status != 0:
        return False
    try:
        part = msgspec.msgpack.decode((folder / _PART).read_bytes(), type=_Part)
        cuts.append(folder)
    except (OSError, msgspec.MsgspecError):
        return False
    found.postings.extend(part.lists)
    found.words.update(part.words)
    found.chinese.update(part.chinese)
    return True


def _remove(folder: Path) -> None:
    import shutil  # noqa: PLC0415 - only here

    shutil.rmtree(folder, ignore_errors=True)


def main(arguments: list[str]) -> int:
    """Gather the entries from `first` to `last` into a folder; the user's own glossary lines come by standard input."""
    from index.build import glossary  # noqa: PLC0415 - stands above this module; only the process of its own needs it

    table, folder, first, last, parent = arguments
    gc.freeze()
    gc.disable()  # as the process that started this one
    if hasattr(os, "nice"):
        os.nice(_NICE)

    def step(_done: int) -> None:
        if sys.platform != "win32" and os.getppid() != int(parent):
            sys.exit(1)  # nobody waits for it any more

    found = Gathered(postings=Postings(FIELDS), words=Counter(), chinese=Counter())
    try:
        own = msgspec.json.decode(sys.stdin.buffer.read(), type=tuple[str, ...])
        with closing(EntryTable(Path(table))) as opened, closing(CutWriter(Path(folder))) as cuts:
            entries = opened.entries(range(int(first), int(last)))
            _read(found, entries, glossary(own), cuts, step, first=int(first))
    except DeskError:
        return 1
    part = _Part(lists=found.postings.plain(), words=dict(found.words), chinese=dict(found.chinese))
    Path(folder, _PART).write_bytes(msgspec.msgpack.encode(part))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
