"""Lines that a user adds to the glossary: where they lie, what is wrong with them, and what they add to.

A line has the form of the bundled ones (`index.glossary_lines`), or is short: words that mean the same, with `=` between
them (`堡垒机 = bastion host = CBH`). A short line adds its words to every concept that one of them already names, and is a
concept of its own where there is none.
"""

import hashlib
import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import msgspec

from index.errors import BadInput, Said
from index.folders import Folders
from index.glossary_lines import COLUMNS, GlossaryLine, Row, line_of, read_rows
from index.text import fold, late_pattern

_OWN_FILE = "glossary.tsv"
_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_HAN = late_pattern("[\u3400-\u9fff]")
_PLAIN = re.compile(r"[A-Za-z0-9 _+#./-]+")
_EQUALS = re.compile("[=＝]")
_SHORT = "own."
"""Begins the ids of short lines; no line with columns may have such an id."""


class Wrong(StrEnum):
    """What can be wrong with a line; the holes are named by a `LineFault`."""

    ALONE = "{term} stands alone: write words that mean the same, with = between them"
    MISSING = "a word is missing before or after ="
    LETTERS = "{term} is neither Chinese nor written in plain English letters and digits"
    TWICE = "{term} stands twice"
    SAME = "line {other} says the same"
    BAR = "{term} holds the sign that parts terms"
    COLUMNS = "{count} columns where at most {most} are expected ({names})"
    ID = "{term} cannot be an id: small letters, digits, hyphens"
    TAKEN = "the id {term} already stands in line {other}"
    EMPTY = "a concept without any term"
    EMPTY_TERM = "an empty term in the column {column}"
    BLANKS = "stray blanks in {term}"
    NO_CHINESE = "{term} in the column {column} holds no Chinese"
    NO_ENGLISH = "{term} in the column {column} is not written in plain English letters and digits"
    UNKNOWN = "no concept is called {term}"


class LineFault(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a line that somebody wrote."""

    line: int
    """Its number, from 1."""
    wrong: Wrong
    """What, with holes."""
    names: dict[str, str] = {}
    """What stands in the holes."""

    @property
    def message(self) -> str:
        """One line that says what."""
        return str(self.said)

    @property
    def said(self) -> Said:
        """The line in its parts."""
        return Said(self.wrong, dict(self.names))


class _Fault(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, wrong: Wrong, **names: object) -> None:
        super().__init__(wrong)
        self.wrong, self.names = wrong, {name: str(value) for name, value in names.items()}

    def at(self, line: int) -> LineFault:
        return LineFault(line=line, wrong=self.wrong, names=self.names)


def own_file(folders: Folders) -> Path:
    """Return where the user's own lines lie for those who read them; the library writes them there."""
    return folders.data / _OWN_FILE


def own_lines(folders: Folders) -> tuple[str, ...]:
    """Read the user's own lines, without comments and blank lines; none where there is no file that can be read."""
    try:
        lines = own_file(folders).read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return ()
    return tuple(line for line in lines if not is_passed_over(line))


def is_passed_over(line: str) -> bool:
    """Tell whether a line is blank, a comment or the header."""
    return not line.strip() or line.startswith("#") or line.split("\t") == list(COLUMNS)


def read_lines(
    lines: Iterable[str], *, known: Iterable[str] = ()
) -> tuple[list[GlossaryLine], list[LineFault]]:
    """Read lines that somebody wrote; blank lines, lines from `#` on and a header are passed over.

    `known` are ids that exist already: a line may name them as broader and may add forms to them, but its own id must
    not stand twice among `lines`. Returns the good lines, and the faults of the others by line.
    """
    good: dict[int, GlossaryLine] = {}
    faults: list[LineFault] = []
    numbers: dict[str, int] = {}
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r\n")
        if is_passed_over(line):
            continue
        try:
            entry = _line_with_columns(line) if "\t" in line else _short_line(line)
            _check_new(entry.id, numbers)
        except _Fault as fault:
            faults.append(fault.at(number))
            continue
        numbers[entry.id] = number
        good[number] = entry
    ids = {*known, *numbers}
    for number, entry in list(good.items()):
        unknown = next((wider for wider in entry.broader if wider not in ids), None)
        if unknown is not None:
            faults.append(_Fault(Wrong.UNKNOWN, term=repr(unknown)).at(number))
            del good[number]
    return list(good.values()), sorted(faults, key=lambda fault: fault.line)


def check_lines(
    lines: Iterable[str], *, known: Iterable[str] = (), name: str = "glossary"
) -> list[GlossaryLine]:
    """Read lines as `read_lines` does. Raises BadInput with the name, the number of the first bad line and its fault."""
    good, faults = read_lines(lines, known=known)
    if faults:
        raise BadInput("{name}, line {line}: {fault}", name=name, line=faults[0].line, fault=faults[0].said)
    return good


def own_faults(lines: Iterable[str]) -> list[LineFault]:
    """Return what is wrong with lines that a user adds to the bundled ones, by line. Raises StorageError."""
    return read_lines(lines, known=(row[0] for row in read_rows()))[1]


def settled(own: Iterable[GlossaryLine], rows: Iterable[Row]) -> list[GlossaryLine]:
    """Return own lines, the short ones as lines of each concept of `rows` that one of their words names."""
    own = list(own)
    wanted = {fold(form) for line in own if _is_short(line) for form in _forms(line)}
    owners: dict[str, list[str]] = {}
    for row in rows if wanted else ():
        for form in fold("|".join(row[1:6])).split("|"):
            if form in wanted:
                owners.setdefault(form, []).append(row[0])
    found: list[GlossaryLine] = []
    for line in own:
        named = (
            [name for form in _forms(line) for name in owners.get(fold(form), ())] if _is_short(line) else []
        )
        found += [msgspec.structs.replace(line, id=name) for name in dict.fromkeys(named)] or [line]
    return found


def _is_short(line: GlossaryLine) -> bool:
    return line.id.startswith(_SHORT)


def _forms(line: GlossaryLine) -> list[str]:
    return [form for column in line.forms for form in column]


def _short_line(line: str) -> GlossaryLine:
    """Read words with `=` between them; the id is made from the words, whatever their order.

    >>> _short_line("堡垒机 = bastion host = CBH").en
    ('bastion host', 'CBH')
    """
    words = [" ".join(word.split()) for word in _EQUALS.split(line)]
    if len(words) == 1:
        raise _Fault(Wrong.ALONE, term=repr(words[0]))
    if not all(words):
        raise _Fault(Wrong.MISSING)
    for word in words:
        if not _HAN.search(word) and not _PLAIN.fullmatch(word):
            raise _Fault(Wrong.LETTERS, term=repr(word))
        _check_bars(word)
    _check_once(words)
    name = hashlib.sha256("\n".join(sorted(words)).encode()).hexdigest()[:16]
    chinese = tuple(word for word in words if _HAN.search(word))
    latin = tuple(word for word in words if word not in chinese)
    return GlossaryLine(f"{_SHORT}{name}", zh=chinese, en=latin)


def _line_with_columns(line: str) -> GlossaryLine:
    cells = line.split("\t")
    if len(cells) > len(COLUMNS):
        raise _Fault(Wrong.COLUMNS, count=len(cells), most=len(COLUMNS), names=", ".join(COLUMNS))
    if not _ID.fullmatch(cells[0]) or cells[0].startswith(_SHORT):
        raise _Fault(Wrong.ID, term=repr(cells[0]))
    for column, cell in zip(COLUMNS[1:7], cells[1:7], strict=False):
        for term in cell.split("|") if cell else ():
            _check_term(column, term)
    entry = line_of(cells)
    forms = _forms(entry)
    if not forms:
        raise _Fault(Wrong.EMPTY)
    _check_once(forms)
    return entry


def _check_term(column: str, term: str) -> None:
    if not term:
        raise _Fault(Wrong.EMPTY_TERM, column=column)
    if term != " ".join(term.split()):
        raise _Fault(Wrong.BLANKS, term=repr(term))
    _check_bars(term)
    if column in ("zh", "tw") and not _HAN.search(term):
        raise _Fault(Wrong.NO_CHINESE, term=repr(term), column=column)
    if column in ("en", "everyday", "abbr") and not _PLAIN.fullmatch(term):
        raise _Fault(Wrong.NO_ENGLISH, term=repr(term), column=column)


def _check_bars(term: str) -> None:
    if "|" in fold(term):  # a wide one becomes the plain one that parts terms
        raise _Fault(Wrong.BAR, term=repr(term))


def _check_once(forms: list[str]) -> None:
    twice = next((form for i, form in enumerate(forms) if form in forms[:i]), None)
    if twice is not None:
        raise _Fault(Wrong.TWICE, term=repr(twice))


def _check_new(name: str, numbers: dict[str, int]) -> None:
    if name in numbers:
        wrong = Wrong.SAME if name.startswith(_SHORT) else Wrong.TAKEN
        raise _Fault(wrong, term=repr(name), other=numbers[name])
