"""The glossary's lines: one concept a line, tab-separated, in files with a header.

    id  zh  tw  en  everyday  abbr  broader  note

`zh` Simplified Chinese, `tw` Taiwan and Hong Kong wording, `en` as error pages print it, `everyday` as people say it,
`abbr` abbreviations: each a list separated by `|`, empty where there is none. `broader` names the wider concepts by id;
several mean that the concept is made of all of them (`quota-exceeded` of `quota` and `exceed`).
English is written without apostrophes (`does not exist`), because that is how contractions are read.

A user's own line may also be short: words that mean the same, with `=` between them (`堡垒机 = bastion host = CBH`). It adds
them to every concept that one of them already names, and is a concept of its own where there is none.
"""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import msgspec

import resources
from index.errors import BadInput, StorageError
from index.folders import Folders
from index.text import fold

COLUMNS = ("id", "zh", "tw", "en", "everyday", "abbr", "broader", "note")
Kind = Literal["zh", "zh-tw", "en", "everyday", "abbr"]
KINDS: tuple[Kind, ...] = ("zh", "zh-tw", "en", "everyday", "abbr")
"""What the five columns of forms are called in a match."""

Row = list[str]
"""The cells of a line as they stand in a file; empty ones at the end may be missing."""

SIMPLIFIED = "simplified.map"
"""Made by `index.glossary_taiwan`: terms whose simplified form is not the term itself."""

_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_PLAIN = re.compile(r"[A-Za-z0-9 _+#./-]+")
_EQUALS = re.compile("[=＝]")
_SHORT = "own."
"""Begins the ids of short lines; no other id can begin so, since a point parts letters or digits."""
_OWN_FILE = "glossary.tsv"


class GlossaryLine(msgspec.Struct, frozen=True):
    """One concept with everything it is called."""

    id: str
    """Its name among the lines: `disk`, `quota-exceeded`."""
    zh: tuple[str, ...] = ()
    """Simplified Chinese."""
    tw: tuple[str, ...] = ()
    """Taiwan and Hong Kong wording, in Traditional characters."""
    en: tuple[str, ...] = ()
    """English terms as error pages print them."""
    everyday: tuple[str, ...] = ()
    """English words and phrases as people say them."""
    abbr: tuple[str, ...] = ()
    """Abbreviations."""
    broader: tuple[str, ...] = ()
    """Ids of wider concepts."""
    note: str = ""
    """A remark for whoever reviews the line."""

    @property
    def forms(self) -> tuple[tuple[str, ...], ...]:
        """The five lists of forms in the order of KINDS."""
        return (self.zh, self.tw, self.en, self.everyday, self.abbr)

    @property
    def row(self) -> Row:
        """The line as cells."""
        return [self.id, *("|".join(column) for column in (*self.forms, self.broader)), self.note]


def files(folder: Path | None = None) -> list[Path]:
    """List the glossary's files, sorted by name."""
    return sorted((folder or resources.folder("glossary")).glob("*.tsv"))


def read_rows(folder: Path | None = None) -> list[Row]:
    """Read the bundled lines without checking them: the test suite does that. Raises StorageError."""
    texts = [_read(path) for path in files(folder)]
    return [line.split("\t") for text in texts for line in text.split("\n")[1:] if line]


def read_simplified(folder: Path | None = None) -> list[tuple[str, list[str]]]:
    """Read the kept simplified forms: term and forms. Raises StorageError."""
    path = (folder or resources.folder("glossary")) / SIMPLIFIED
    rows = [row.split("\t") for row in _read(path).split("\n") if row] if path.exists() else []
    return [(term, forms.split("|")) for term, forms in rows]


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise StorageError(f"cannot read the glossary {path}: {error.strerror or error}") from error


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


class LineFault(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a line that somebody wrote."""

    line: int
    """Its number, from 1."""
    message: str
    """One line that says what, and what to do."""


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
            entry = _checked(line)
            if entry.id in numbers:
                raise ValueError(_twice(entry.id, numbers[entry.id]))  # noqa: TRY301 - a fault like the others
        except ValueError as error:
            faults.append(LineFault(line=number, message=str(error)))
            continue
        numbers[entry.id] = number
        good[number] = entry
    ids = {*known, *numbers}
    for number, entry in list(good.items()):
        unknown = next((wider for wider in entry.broader if wider not in ids), None)
        if unknown is not None:
            faults.append(LineFault(line=number, message=f"no concept is called {unknown!r}"))
            del good[number]
    return list(good.values()), sorted(faults, key=lambda fault: fault.line)


def check_lines(
    lines: Iterable[str], *, known: Iterable[str] = (), name: str = "glossary"
) -> list[GlossaryLine]:
    """Read lines as `read_lines` does. Raises BadInput with the name, the number of the first bad line and its fault."""
    good, faults = read_lines(lines, known=known)
    if faults:
        raise BadInput(f"{name}, line {faults[0].line}: {faults[0].message}")
    return good


def own_faults(lines: Iterable[str]) -> list[LineFault]:
    """Return what is wrong with lines that a user adds to the bundled ones, by line. Raises StorageError."""
    return read_lines(lines, known=(row[0] for row in read_rows()))[1]


def settled(own: Iterable[GlossaryLine], rows: Iterable[Row]) -> list[GlossaryLine]:
    """Return own lines with those in the short form settled: at every concept of `rows` that one of their words names."""
    own = list(own)
    wanted = {fold(form) for line in own if _is_short(line) for forms in line.forms for form in forms}
    owners: dict[str, list[str]] = {}
    for row in rows if wanted else ():
        for form in fold("|".join(row[1:6])).split("|"):
            if form in wanted:
                owners.setdefault(form, []).append(row[0])
    return [
        msgspec.structs.replace(line, id=name) if name else line
        for line in own
        for name in (_concepts(line, owners) or [""])
    ]


def _concepts(line: GlossaryLine, owners: dict[str, list[str]]) -> list[str]:
    if not _is_short(line):
        return []
    named = (name for forms in line.forms for form in forms for name in owners.get(fold(form), ()))
    return list(dict.fromkeys(named))


def _is_short(line: GlossaryLine) -> bool:
    return line.id.startswith(_SHORT)


def is_passed_over(line: str) -> bool:
    """Tell whether a line is blank, a comment or the header."""
    return not line.strip() or line.startswith("#") or line.split("\t") == list(COLUMNS)


def _twice(name: str, line: int) -> str:
    if name.startswith(_SHORT):
        return f"line {line} says the same"
    return f"the id {name!r} already stands in line {line}"


def line_of(cells: Row) -> GlossaryLine:
    """Read the cells of a line that is known to be good."""
    full = [*cells, *([""] * len(COLUMNS))]
    zh, tw, en, everyday, abbr, broader = (tuple(cell.split("|")) if cell else () for cell in full[1:7])
    return GlossaryLine(full[0], zh, tw, en, everyday, abbr, broader, full[7])


def _checked(line: str) -> GlossaryLine:
    if "\t" not in line:
        return _checked_short(line)
    cells = line.split("\t")
    if len(cells) > len(COLUMNS):
        raise ValueError(
            f"{len(cells)} columns where at most {len(COLUMNS)} are expected ({', '.join(COLUMNS)})"
        )
    if not _ID.fullmatch(cells[0]):
        raise ValueError(f"{cells[0]!r} cannot be an id: small letters, digits, hyphens")
    if cells[0].startswith(_SHORT):
        raise ValueError(f"{cells[0]!r} cannot be an id: those with {_SHORT!r} are given by the program")
    for column, cell in zip(COLUMNS[1:7], cells[1:7], strict=False):
        for term in cell.split("|") if cell else ():
            _check_term(column, term)
    entry = line_of(cells)
    forms = [form for column in entry.forms for form in column]
    if not forms:
        raise ValueError("a concept without any term")
    _check_once(forms)
    return entry


def _checked_short(line: str) -> GlossaryLine:
    """Read words with `=` between them; the id is made from the words, whatever their order.

    >>> _checked_short("堡垒机 = bastion host = CBH").en
    ('bastion host', 'CBH')
    """
    words = [" ".join(word.split()) for word in _EQUALS.split(line)]
    if len(words) == 1:
        raise ValueError(f"{words[0]!r} stands alone: write words that mean the same, with = between them")
    if not all(words):
        raise ValueError("a word is missing before or after =")
    for word in words:
        if not _HAN.search(word) and not _PLAIN.fullmatch(word):
            raise ValueError(f"{word!r} is neither Chinese nor written in plain English letters and digits")
        _check_bars(word)
    _check_once(words)
    name = hashlib.sha256("\n".join(sorted(words)).encode()).hexdigest()[:16]
    chinese = tuple(word for word in words if _HAN.search(word))
    return GlossaryLine(
        f"{_SHORT}{name}", zh=chinese, en=tuple(word for word in words if word not in chinese)
    )


def _check_bars(term: str) -> None:
    if "|" in fold(term):  # a wide one becomes the plain one that parts terms
        raise ValueError(f"{term!r} holds the sign that parts terms")


def _check_once(forms: list[str]) -> None:
    twice = next((form for i, form in enumerate(forms) if form in forms[:i]), None)
    if twice is not None:
        raise ValueError(f"{twice!r} stands twice")


def _check_term(column: str, term: str) -> None:
    if not term:
        raise ValueError(f"an empty term in the column {column}")
    if term != " ".join(term.split()):
        raise ValueError(f"stray blanks in {term!r}")
    _check_bars(term)
    if column in ("zh", "tw") and not _HAN.search(term):
        raise ValueError(f"{term!r} in the column {column} holds no Chinese")
    if column in ("en", "everyday", "abbr") and not _PLAIN.fullmatch(term):
        raise ValueError(
            f"{term!r} in the column {column} is not written in plain English letters and digits"
        )
