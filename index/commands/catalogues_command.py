"""`error-desk catalogues [list | export [ID...] | remove ID...]`."""

import argparse
import sys

from index import shelf
from index.catalogue import OWN, write_pack
from index.commands import output
from index.commands.main import FOUND, NOTHING
from index.entry import Catalogue, CatalogueHeader
from index.errors import BadInput
from index.folders import Folders
from index.importing.kept import remove


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("action", nargs="?", choices=["list", "export", "remove"], default="list")
    parser.add_argument("ids", nargs="*", metavar="ID", help="catalogue ids, as `list` prints them")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace, folders: Folders) -> int:
    """List the catalogues, print them as packs, or remove imported ones."""
    catalogues, faults = shelf.load(shelf.active_packs(folders))
    for fault in faults:
        output.fault(str(fault))
    if options.action == "list":
        if options.ids:
            raise BadInput("list takes no ids")
        return _list([catalogue.header for catalogue in catalogues], as_json=options.json)
    if options.action == "remove":
        return _remove(options.ids, folders, as_json=options.json)
    return _export(_chosen(catalogues, options.ids))


def _chosen(catalogues: list[Catalogue], ids: list[str]) -> list[Catalogue]:
    by_id = {catalogue.header.id: catalogue for catalogue in catalogues}
    unknown = [wanted for wanted in ids if wanted not in by_id]
    if unknown:
        raise BadInput(f"no catalogue is called {unknown[0]} (there are {', '.join(by_id)})")
    return [by_id[wanted] for wanted in by_id if not ids or wanted in ids]


def _list(headers: list[CatalogueHeader], *, as_json: bool) -> int:
    if as_json:
        output.document({"catalogues": headers})
    else:
        width = max((len(header.id) for header in headers), default=0)
        for header in headers:
            about = ", ".join(part for part in (header.title, header.updated) if part)
            output.lines([f"{header.id:<{width}}  {header.entries:>6} entries  {about}"])
    return FOUND if headers else NOTHING


def _export(catalogues: list[Catalogue]) -> int:
    sys.stdout.write(write_pack(catalogues).decode())
    return FOUND


def _remove(ids: list[str], folders: Folders, *, as_json: bool) -> int:
    if not ids:
        raise BadInput("remove takes the ids of the catalogues to remove")
    imported = {path.stem for path in shelf.imported_folder(folders).glob("*.jsonl")}
    for wanted in ids:
        if wanted.startswith(OWN):
            raise BadInput(f"{wanted} holds your own entries; remove them one by one in the window")
        if wanted not in imported:
            raise BadInput(
                f"{wanted} is not an imported catalogue; bundled ones stay (see error-desk catalogues)"
            )
    for wanted in ids:
        remove(wanted, folders)
    if as_json:
        output.document({"removed": ids})
    else:
        output.lines(f"Removed {wanted}." for wanted in ids)
    return FOUND
