"""Bundled tables of sorted lines: they are looked through by halves, and only the line found is read."""

from bisect import bisect_left

import resources
from index.errors import StorageError


class SortedLines:
    """Lines that begin with a term and a tab, sorted by their bytes; lines that begin with `#` and a blank stand first."""

    def __init__(self, lines: bytes) -> None:
        """Look terms up in these UTF-8 lines."""
        self._lines = lines.rstrip(b"\n").split(b"\n")

    def find(self, term: str) -> bytes | None:
        """Return what stands behind a term and its tab, None for an unknown one."""
        start = f"{term}\t".encode("utf-8", "replace")
        at = bisect_left(self._lines, start)
        if at == len(self._lines) or not self._lines[at].startswith(start):
            return None
        return self._lines[at][len(start) :]


def bundled(name: str) -> bytes:
    """Return the lines of a table in `resources/fallback`. Raises StorageError."""
    path = resources.folder("fallback") / name
    try:
        return path.read_bytes()
    except OSError as error:
        raise StorageError(
            "cannot read {path}: {reason}", path=path, reason=error.strerror or error
        ) from error
