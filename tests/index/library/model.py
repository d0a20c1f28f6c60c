"""A library in plain memory that does what the real one must do, and a child process that works until it is killed.

    python model.py kill ROOT SEED MICROSECONDS   apply operations of a seed until killed after that time
    python model.py write ROOT NAME COUNT         write that many notes and searches, beside other processes

Both print a dot for each operation that the library has reported as done.
"""

import os
import random
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.folders import Folders
from index.glossary_own import own_lines
from index.library.desk_library import DeskLibrary
from index.library.drafts import Draft
from index.library.history import KEPT
from index.library.notes import Notes
from index.library.values import CodeRef

CODES = ("A.1", "B.2", "C.3", "D.4")
MOST_LINES = 4
Operation = tuple[str, str, str]
"""What to do, the code or query, the text."""


def ref(code: str) -> CodeRef:
    """Make a reference of a code."""
    return CodeRef(provider="P", service="S", code=code)


def operations(seed: int) -> Iterator[Operation]:
    """Give endless operations, the same for the same seed."""
    chance = random.Random(seed)
    names = (
        "write",
        "write",
        "undo",
        "redo",
        "forget",
        "pin",
        "unpin",
        "search",
        "clear",
        "own",
        "disown",
        "gloss",
    )
    for number in range(1_000_000):
        text = f"text {seed} {number} " + "配额 word " * chance.choice((0, 1, 30, 900))
        yield chance.choice(names), chance.choice(CODES), text


class Model:
    """What the library must hold."""

    def __init__(self) -> None:
        """Start empty."""
        self.notes: dict[str, tuple[list[str], list[str], list[str]]] = {}
        self.pins: list[str] = []
        self.searches: list[str] = []
        self.own: list[tuple[str, str]] = []
        self.lines: list[str] = []

    def copy(self) -> "Model":
        """Return another model of the same state."""
        other = Model()
        other.notes = {code: (list(a), list(b), list(c)) for code, (a, b, c) in self.notes.items()}
        other.pins, other.searches, other.own = list(self.pins), list(self.searches), list(self.own)
        other.lines = list(self.lines)
        return other

    def apply(self, operation: Operation) -> None:  # noqa: C901, PLR0912 - one branch an operation
        """Do an operation."""
        name, code, text = operation
        live, undone, left = self.notes.setdefault(code, ([], [], []))
        if name == "write":
            if text != (live[-1] if live else ""):
                live.append(text)
                left += undone
                undone.clear()
        elif name == "undo":
            if live:
                undone.append(live.pop())
        elif name == "redo":
            if undone:
                live.append(undone.pop())
        elif name == "forget":
            self.notes[code] = ([], [], [])
        elif name == "pin":
            if code not in self.pins:
                self.pins.append(code)
        elif name == "unpin":
            self.pins = [pin for pin in self.pins if pin != code]
        elif name == "search":
            query = _query(text)
            self.searches = [query, *(other for other in self.searches if other != query)][:KEPT]
        elif name == "clear":
            self.searches = []
        elif name == "own":
            self.own.append((code, text.strip()))
        elif name == "disown":
            self.own = self.own[1:]
        elif name == "gloss":
            self.lines = [*self.lines, _line(code, text)][-MOST_LINES:]

    def state(self) -> dict[str, Any]:
        """Return what can be seen."""
        notes = {code: live[-1] for code, (live, _, _) in self.notes.items() if live and live[-1]}
        versions = {code: (live, sorted(undone + left)) for code, (live, undone, left) in self.notes.items()}
        versions = {code: found for code, found in versions.items() if any(found)}
        return {
            "notes": notes,
            "versions": versions,
            "pins": self.pins,
            "searches": self.searches,
            "own": self.own,
            "lines": self.lines,
            "lines for the search": self.lines,
        }


def apply(library: DeskLibrary, operation: Operation) -> None:
    """Do an operation with a real library."""
    name, code, text = operation
    if name in {"write", "undo", "redo", "forget"}:
        arguments = (ref(code), text) if name == "write" else (ref(code),)
        getattr(Notes, name)(library.notes, *arguments)
    elif name == "pin":
        library.pins.add(ref(code))
    elif name == "unpin":
        library.pins.remove(ref(code))
    elif name == "search":
        library.history.remember(_query(text))
    elif name == "clear":
        library.history.clear()
    elif name == "own":
        library.own.add(Draft(provider="P", service="S", code=code, message=text))
    elif name == "disown" and library.own_entries():
        library.own.remove(library.own_entries()[0].id)
    elif name == "gloss":
        lines = [line.line for line in library.glossary.all()]
        library.glossary.replace([*lines, _line(code, text)][-MOST_LINES:])


def state_of(library: DeskLibrary) -> dict[str, Any]:
    """Return what can be seen of a real library."""
    listed = {code: library.notes.versions(ref(code)) for code in CODES}
    versions = {
        code: ([v.text for v in reversed(found) if not v.undone], sorted(v.text for v in found if v.undone))
        for code, found in listed.items()
        if found
    }
    return {
        "versions": versions,
        "notes": {note.ref.code: note.text for note in library.notes.all()},
        "pins": [pin.ref.code for pin in library.pins.all()],
        "searches": [search.text for search in library.history.recent()],
        "own": [(entry.code, entry.message) for entry in library.own_entries()],
        "lines": [line.line for line in library.glossary.all()],
        "lines for the search": list(own_lines(Folders.under(library.path.parent.parent))),
    }


def _line(code: str, text: str) -> str:
    return f"{code} = {text[:20].strip()}"


def _query(text: str) -> str:
    return text[:30].strip()


def _die_after(microseconds: int) -> None:
    time.sleep(microseconds / 1e6)
    os.kill(os.getpid(), signal.SIGKILL)


def _work(arguments: list[str]) -> None:
    root = Folders.under(Path(arguments[1]))
    if arguments[0] == "kill":
        threading.Thread(target=_die_after, args=(int(arguments[3]),), daemon=True).start()
        library = DeskLibrary.open(root)
        for operation in operations(int(arguments[2])):
            apply(library, operation)
            os.write(1, b".")
    with DeskLibrary.open(root, patience=30) as library:
        for number in range(int(arguments[3])):
            library.notes.write(ref(f"{arguments[2]}.{number}"), f"note {number}")
            library.history.remember(f"{arguments[2]} {number}")
            os.write(1, b".")


if __name__ == "__main__":
    _work(sys.argv[1:])
