"""Stands in for the process that reads pages: answers at once, as if it had read very many, whatever it is asked.

Called with the number of entries; what the window makes of the answers is the test's.
"""

import sys
from collections.abc import Iterator

import msgspec

from index.importing.document import TableFound
from index.importing.preview_values import (
    Add,
    Answer,
    CatalogueInstalled,
    Change,
    Command,
    Compared,
    Comparison,
    DocumentRead,
    Install,
    InstallDone,
    PreviewRow,
    RowsRead,
    Step,
)

_LOT = 200
_TABLES, _COLUMNS = 6, 8
_STATES = ("new", "changed", "")


def document(entries: int, provider: str) -> DocumentRead:
    """Tell of a page of very many entries in tables of several kinds."""
    tables = tuple(
        TableFound(
            name=f"Codes {n}",
            where=f"table {n}",
            rows=entries // _TABLES,
            columns={f"Column {n} {at}": "code" if at == 0 else "message" for at in range(_COLUMNS)},
            sample=(tuple(f"cell {at}" for at in range(_COLUMNS)),) * 3,
        )
        for n in range(_TABLES)
    )
    return DocumentRead(
        number=0,
        path="codes.csv",
        format="csv",
        provider=provider,
        service="S",
        tables=tables,
        entries=entries,
    )


def rows(entries: int) -> Iterator[RowsRead]:
    """Tell the entries."""
    for at in range(0, entries, _LOT):
        lot = tuple(
            PreviewRow(
                code=f"Service.{n:05}",
                status="400",
                message=f"The thing {n} is wrong.",
                description="What it is. " * 3,
                solution="1. Look. 2. Look again. ",
                state=_STATES[n % 3],
            )
            for n in range(at, min(at + _LOT, entries))
        )
        yield RowsRead(number=0, first=at == 0, rows=lot)


def answers(command: Command, entries: int) -> Iterator[Answer]:
    """Answer one command; of a document that is named anew the entries stay."""
    compared = Compared(documents=(Comparison(number=0, new=entries // 3, changed=entries // 3),))
    match command:
        case Add():
            yield Step(name="codes.csv", size=9_000_000)
            yield document(entries, "Example Cloud")
            yield from rows(entries)
            yield compared
        case Change(provider=provider):
            yield document(entries, provider)
            yield compared
        case Install():
            done = CatalogueInstalled(id="a.b", provider="A", service="B", entries=entries)
            yield InstallDone(catalogues=(done,))


def main() -> None:
    """Answer until there are no more commands."""
    for line in sys.stdin.buffer:
        for answer in answers(msgspec.json.decode(line, type=Command), int(sys.argv[1])):
            sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
