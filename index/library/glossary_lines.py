"""Glossary lines of the user, in their order; the glossary takes them in after its own."""

from index.errors import BadInput
from index.library.rows import microseconds
from index.library.schema import GLOSSARY_LINES
from index.library.store import Store
from index.library.values import GlossaryLine
from index.text import clean

_LONGEST = 2000


class GlossaryLines:
    """The glossary lines of a library."""

    def __init__(self, store: Store) -> None:
        """Work on an open store."""
        self._store = store

    def all(self) -> tuple[GlossaryLine, ...]:
        """Return the lines in order, for `Glossary.load(line.line for line in ...)`."""
        return tuple(
            GlossaryLine(number=row.id, line=row.text(0), changed=row.moment(2), damaged=row.damaged)
            for row in self._store.rows(GLOSSARY_LINES, order="place, id")
        )

    def add(self, line: str) -> int:
        """Add a line at the end; returns its number. Raises BadInput where it is empty, too long or several lines."""
        line = _checked(line)
        with self._store.change():
            rows = self._store.rows(GLOSSARY_LINES, order="place, id")
            place = rows[-1].number(1) + 1 if rows else 0
            return self._store.insert(GLOSSARY_LINES, (line, place, microseconds(self._store.now())))

    def change(self, number: int, line: str) -> None:
        """Put another line in the place of the one with this number; raises BadInput if there is none."""
        line = _checked(line)
        with self._store.change():
            place = self._place(number)
            self._store.delete(GLOSSARY_LINES, self._store.rows(GLOSSARY_LINES, "id = ?", (number,)))
            self._store.add_as(GLOSSARY_LINES, number, (line, place, microseconds(self._store.now())))

    def remove(self, number: int) -> None:
        """Remove the line with this number; raises BadInput if there is none."""
        with self._store.change():
            self._place(number)
            self._store.delete(GLOSSARY_LINES, self._store.rows(GLOSSARY_LINES, "id = ?", (number,)))

    def _place(self, number: int) -> int:
        rows = self._store.rows(GLOSSARY_LINES, "id = ?", (number,))
        if not rows:
            raise BadInput(f"there is no own glossary line {number}")
        return rows[0].number(1)


def _checked(line: str) -> str:
    """Return the line as it is stored; its tabs part the columns and stay. What it says the glossary checks."""
    line = clean(line).rstrip("\n")
    if not line.strip() or len(line) > _LONGEST or len(line.splitlines()) > 1:
        raise BadInput(f"a glossary line is one line with 1 to {_LONGEST} characters")
    return line
