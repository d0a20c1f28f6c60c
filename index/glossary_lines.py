"""The glossary's lines: one concept a line, tab-separated, in files with a header.

    id  zh  tw  en  everyday  abbr  broader  note

`zh` Simplified Chinese, `tw` Taiwan and Hong Kong wording, `en` as error pages print it, `everyday` as people say it,
`abbr` abbreviations: each a list separated by `|`, empty where there is none. `broader` names the wider concepts by id;
several mean that the concept is made of all of them (`quota-exceeded` of `quota` and `exceed`).
English is written without apostrophes (`does not exist`), because that is how contractions are read.
Lines that a user adds are checked, and may be shorter: `index.glossary_own`.
"""

from pathlib import Path
from typing import Literal

import msgspec

import resources
from index.errors import StorageError

COLUMNS = ("id", "zh", "tw", "en", "everyday", "abbr", "broader", "note")
Kind = Literal["zh", "zh-tw", "en", "everyday", "abbr"]
KINDS: tuple[Kind, ...] = ("zh", "zh-tw", "en", "everyday", "abbr")
"""What the five columns of forms are called in a match."""

Row = list[str]
"""The cells of a line as they stand in a file; empty ones at the end may be missing."""

SIMPLIFIED = "simplified.map"
"""Made by `index.glossary_taiwan`: terms whose simplified form is not the term itself."""


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
        raise StorageError(
            "cannot read the glossary {path}: {reason}", path=path, reason=error.strerror or error
        ) from error


def line_of(cells: Row) -> GlossaryLine:
    """Read the cells of a line that is known to be good."""
    full = [*cells, *([""] * len(COLUMNS))]
    zh, tw, en, everyday, abbr, broader = (tuple(cell.split("|")) if cell else () for cell in full[1:7])
    return GlossaryLine(full[0], zh, tw, en, everyday, abbr, broader, full[7])
