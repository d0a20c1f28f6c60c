"""Importing with a look at everything before anything is stored: the process beside the window.

`python -m index.importing.preview DATA CACHE CONFIG STATE` reads a `Command` a line and prints an `Answer` a line. It
keeps what it read, so that what is installed is what was shown; ending it at any time leaves nothing half done.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from time import monotonic

import msgspec

from index import child, shelf
from index.entry import CatalogueEntry
from index.errors import DeskError
from index.folders import Folders
from index.importing.document import Document
from index.importing.files import files_of
from index.importing.install import Installed, install, present
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
    Leave,
    PreviewRow,
    Refused,
    RowsRead,
    Step,
)
from index.importing.reader import read_document
from index.importing.renaming import renamed

_LOT = 200
_LONGEST = 1_000
_MOST_TOLD = 200
_PAUSE_S = 0.05
"""Between two tellings of how far the reading is."""

Tell = Callable[[Answer], None]


class Preview:
    """The documents of one import, read and not yet installed."""

    def __init__(self, folders: Folders, tell: Tell) -> None:
        self._folders, self._tell = folders, tell
        self._numbers = count()
        self._documents: dict[int, Document] = {}
        self._mappings: dict[int, dict[str, str]] = {}
        self._told: dict[int, tuple[PreviewRow, ...]] = {}

    def do(self, command: Command) -> None:
        """Do what the window asks for; a refusal is told and changes nothing."""
        try:
            match command:
                case Add():
                    self._add(command)
                case Change() if command.number in self._documents:
                    self._change(command)
                case Leave():
                    self._documents.pop(command.number, None)
                    self._told.pop(command.number, None)
                case Install():
                    self._install(command)
            if not isinstance(command, Install):
                self._compare()
        except DeskError as error:
            self._tell(Refused(said=error.said))

    def _add(self, command: Add) -> None:
        known = {document.path: number for number, document in self._documents.items()}
        files = [str(path) for path in files_of(map(Path, command.paths))]
        for at, path in enumerate(files):
            number = known[path] if path in known else next(self._numbers)
            known[path] = number
            self._mappings.pop(number, None)
            self._keep(number, read_document(path, progress=self._part(at, len(files), path)))

    def _change(self, command: Change) -> None:
        """Name a document, which takes no time, or read it again."""
        document = None
        if self._mappings.get(command.number, {}) == command.mapping:
            document = renamed(self._documents[command.number], command.provider, command.service)
        document = document or read_document(
            self._documents[command.number].path,
            provider=command.provider or None,
            service=command.service or None,
            mapping=command.mapping,
            progress=self._part(0, 1, self._documents[command.number].path),
        )
        self._mappings[command.number] = command.mapping
        self._keep(command.number, document)

    def _part(self, at: int, files: int, path: str) -> Callable[[int, int], None]:
        """Return where to tell how far one file of several is; that it is begun is told at once."""
        name = Path(path).name
        size = 0
        with suppress(OSError):
            size = Path(path).stat().st_size
        first = Step(done=at * 100, total=files * 100 if files > 1 else 0, name=name, size=size)
        last = monotonic()

        def told(done: int, total: int) -> None:
            nonlocal last
            if monotonic() - last < _PAUSE_S:
                return
            last = monotonic()
            part = at * 100 + done * 100 // max(total, 1)
            row, rows = done // 2, total // 2  # each row is read, then made an entry
            self._tell(Step(done=part, total=files * 100, name=name, size=size, row=row, rows=rows))

        self._tell(first)
        return told

    def _keep(self, number: int, document: Document) -> None:
        self._documents[number] = document
        self._tell(
            DocumentRead(
                number=number,
                path=document.path,
                format=document.format,
                provider=document.provider,
                service=document.service,
                title=document.title,
                updated=document.updated,
                url=document.url,
                tables=document.tables[:_MOST_TOLD],
                unread=document.unread[:_MOST_TOLD],
                skipped=document.skipped[:_MOST_TOLD],
                entries=len(document.entries),
                refusal=document.refusal,
            )
        )

    def _compare(self) -> None:
        """Tell the entries of each document, where they changed since last time, and the counts of all."""
        results = install(self._documents.values(), self._folders, dry_run=True)
        comparisons = []
        for number, result in zip(self._documents, results, strict=True):
            rows = tuple(_rows(result))
            if self._told.get(number) != rows:
                self._told[number] = rows
                for start in range(0, max(len(rows), 1), _LOT):
                    lot = rows[start : start + _LOT]
                    self._tell(RowsRead(number=number, first=start == 0, rows=lot))
            comparisons.append(self._comparison(number, result))
        self._tell(Compared(documents=tuple(comparisons)))

    def _comparison(self, number: int, result: Installed) -> Comparison:
        catalogues = {entry.catalogue for entry in result.document.entries}
        there = [found for one in catalogues if (found := present(one, self._folders)) is not None]
        imported = shelf.imported_folder(self._folders)
        own = any((imported / f"{found.header.id}.jsonl").is_file() for found in there)
        return Comparison(
            number=number,
            new=result.new,
            changed=result.changed,
            gone=result.gone,
            beside="" if not there else "imported" if own else "bundled",
            there=sum(len(found.entries) for found in there),
        )

    def _install(self, command: Install) -> None:
        chosen = [document for number, document in self._documents.items() if number in command.numbers]
        entries = [entry for document in chosen for entry in document.entries]
        install(chosen, self._folders, progress=self._catalogue)
        catalogues = {entry.catalogue: entry for entry in entries}
        counts = Counter(entry.catalogue for entry in entries)
        self._tell(
            InstallDone(
                catalogues=tuple(
                    CatalogueInstalled(
                        id=catalogue,
                        provider=entry.provider,
                        service=entry.service,
                        entries=counts[catalogue],
                    )
                    for catalogue, entry in catalogues.items()
                )
            )
        )

    def _catalogue(self, done: int, total: int) -> None:
        """Tell how many catalogues are installed; of a single one there is nothing to count."""
        self._tell(Step(done=done, total=total) if total > 1 else Step())


def _rows(result: Installed) -> Iterator[PreviewRow]:
    for entry in result.document.entries:
        state = "new" if entry.id in result.fresh else "changed" if entry.id in result.altered else ""
        yield _row(entry, state)
    for entry in result.lost:
        yield _row(entry, "gone")


def _row(entry: CatalogueEntry, state: str) -> PreviewRow:
    return PreviewRow(
        code=" / ".join((entry.code, *entry.also_codes))[:_LONGEST],
        status=str(entry.status) if entry.status is not None else entry.status_text,
        message=(entry.message or "")[:_LONGEST],
        description="\n".join(entry.description.values())[:_LONGEST],
        solution="\n".join(entry.solution.values())[:_LONGEST],
        state=state,
    )


def main(arguments: list[str]) -> int:
    """Answer commands until there are no more."""

    def tell(answer: Answer) -> None:
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        sys.stdout.buffer.flush()

    preview = Preview(child.folders_told(arguments), tell)
    for line in sys.stdin.buffer:
        preview.do(msgspec.json.decode(line, type=Command))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
