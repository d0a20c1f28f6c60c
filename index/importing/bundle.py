"""Remake the bundled packs: `python -m index.importing.bundle FOLDER_OF_DOCUMENTS FOLDER_OF_PACKS`."""

import sys
from collections import defaultdict
from pathlib import Path

from index.catalogue import write_pack
from index.entry import CatalogueId
from index.errors import BadInput, DeskError
from index.importing.document import Document
from index.importing.merging import catalogue_of
from index.importing.reader import read_document


def remake(documents: Path, packs: Path) -> list[CatalogueId]:
    """Read every document of a folder and write one pack a catalogue; returns the catalogues, sorted.

    The packs hold nothing of the machine they were made on. Raises BadInput if a document has no entries.
    """
    by_catalogue: defaultdict[CatalogueId, list[Document]] = defaultdict(list)
    for path in sorted(path for path in documents.iterdir() if path.is_file()):
        document = read_document(path)
        if not document.entries:
            raise BadInput("{path}: no error codes in it", path=path)
        by_catalogue[document.entries[0].catalogue].append(document)
    packs.mkdir(parents=True, exist_ok=True)
    for catalogue, found in by_catalogue.items():
        (packs / f"{catalogue}.jsonl").write_bytes(write_pack([catalogue_of(found)]))
    return sorted(by_catalogue)


def main(arguments: list[str]) -> int:
    """Run from the command line; the exit status."""
    if len(arguments) != 2:  # noqa: PLR2004 - two folders
        sys.stderr.write(f"{__doc__}\n")
        return 2
    try:
        made = remake(Path(arguments[0]), Path(arguments[1]))
    except (DeskError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write("".join(f"{catalogue}\n" for catalogue in made))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
