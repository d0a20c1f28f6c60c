"""Glossary lines of the user, in their order, and the file through which index and search take them in.

The library is the master; the file is derived from it and written in the same change. It also serves as a second copy of
lines whose rows are damaged.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from index.errors import BadInput
from index.files import flush_folder, write_whole
from index.folders import private
from index.glossary_own import is_passed_over, own_faults
from index.library.faults import told
from index.library.rows import Row, checksum, microseconds
from index.library.schema import GLOSSARY_LINES
from index.library.store import Store, with_files
from index.library.values import GlossaryLine
from index.text import clean

_LONGEST = 2000
_PLACE, _CHANGED = 1, 2
_HEAD = "# Made from the desk library: change the lines there, under Settings.\n"


class GlossaryLines:
    """The glossary lines of a library."""

    def __init__(self, store: Store, file: Path) -> None:
        """Work on an open store; `file` is where `index.glossary_own.own_lines` reads them."""
        self._store = store
        self._file = file

    def all(self) -> tuple[GlossaryLine, ...]:
        """Return the lines in order, comments and blank lines too."""
        return tuple(
            GlossaryLine(number=row.id, line=row.text(0), changed=row.moment(_CHANGED), damaged=row.damaged)
            for row in self._rows()
        )

    def add(self, line: str) -> int:
        """Add a line at the end; returns its number. Raises BadInput as `replace` does."""
        before = [row.text(0) for row in self._rows()]
        line = _one_line(line)
        _check([*before, line], those=[line])
        with self._changing():
            rows = self._rows()
            place = rows[-1].number(_PLACE) + 1 if rows else 0
            return self._store.insert(GLOSSARY_LINES, self._values(line, place))

    def replace(self, lines: Sequence[str]) -> None:
        """Put these lines in the place of all there are; a line that stays keeps its number and its time.

        Raises BadInput with number and fault of the first that cannot be used, StorageError.
        """
        wanted = [_one_line(line) if line.strip() else "" for line in lines]
        while wanted and not wanted[-1]:
            wanted.pop()
        _check(wanted, those=wanted)
        with self._changing():
            rows = self._rows()
            known = {row.text(0): row for row in rows if not row.damaged}
            self._store.delete(GLOSSARY_LINES, rows)
            new: list[tuple[int, str]] = []
            for place, line in enumerate(wanted):
                row = known.pop(line, None)
                if row is None:
                    new.append((place, line))
                else:
                    values = (line, place, row.values[_CHANGED])
                    self._store.add_as(GLOSSARY_LINES, row.id, values)
            for place, line in new:
                self._store.insert(GLOSSARY_LINES, self._values(line, place))
        self._store.scrub()

    def settle(self) -> bool:
        """Bring library and file together, as after a kill between the two; tells whether the file was changed.

        Called at every opening. A damaged line is mended from its copy in the file.
        """
        before = _bytes(self._file)
        if any(row.damaged for row in self._rows()) and before is not None:
            with self._changing():
                copies = before.decode("utf-8", "replace").split("\n")
                for row in self._rows():
                    if row.damaged:
                        self._heal(row, copies)
        else:
            self.write_file()
        return _bytes(self._file) != before

    def write_file(self) -> None:
        """Write the file anew from the library, where it differs. Raises StorageError."""
        with told(self._file):
            self._put_file()

    def _heal(self, row: Row, copies: Iterable[str]) -> None:
        for line in copies:
            values = (line, *row.values[_PLACE:])
            if row.sum == checksum(GLOSSARY_LINES, row.id, values):
                self._store.delete(GLOSSARY_LINES, [row])
                self._store.add_as(GLOSSARY_LINES, row.id, values)
                return

    def _changing(self) -> AbstractContextManager[None]:
        """Change rows and file together."""
        return with_files(self._store.change(), self._put_file)

    def _put_file(self) -> None:
        whole = (row.text(0) for row in self._rows() if not row.damaged)
        lines = [f"{line}\n" for line in whole if not is_passed_over(line)]
        content = "".join([_HEAD, *lines]).encode() if lines else None
        if content == _bytes(self._file):
            return
        if content is None:
            self._file.unlink(missing_ok=True)
            flush_folder(self._file.parent)
        else:
            write_whole(private(self._file.parent) / self._file.name, content)

    def _rows(self) -> list[Row]:
        return self._store.rows(GLOSSARY_LINES, order="place, id")

    def _values(self, line: str, place: int) -> tuple[str, int, int]:
        return (line, place, microseconds(self._store.now()))


def _one_line(line: str) -> str:
    """Return the line as it is stored; its tabs part the columns and stay."""
    line = clean(line).rstrip()
    if not line.strip() or len(line) > _LONGEST or len(line.splitlines()) > 1:
        raise BadInput("a glossary line is one line with 1 to {most} characters", most=_LONGEST)
    return line


def _check(lines: Sequence[str], *, those: Sequence[str]) -> None:
    """Raise BadInput for the first of `lines` that cannot be used and is among `those`."""
    for fault in own_faults(lines):
        if lines[fault.line - 1] in those:
            raise BadInput("line {line}: {fault}", line=fault.line, fault=fault.said)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
