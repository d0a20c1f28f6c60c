"""Which files are meant by paths of files and folders."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from index.errors import BadInput

MOST = 5_000
"""Files that are taken out of folders at once."""


def files_of(paths: Iterable[Path]) -> Iterator[Path]:
    """List the files, and those below folders in the order of their names; hidden ones in folders are left out.

    Raises BadInput where a folder holds more than `MOST`.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside: list[Path] = []
        for inner in path.rglob("*"):
            if inner.is_file() and not any(part.startswith(".") for part in inner.relative_to(path).parts):
                inside.append(inner)
            if len(inside) > MOST:
                raise BadInput(
                    "{path}: more than {most} files; choose a smaller folder", path=path, most=MOST
                )
        yield from sorted(inside)
