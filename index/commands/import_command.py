"""`error-desk import PATH...`: read error-code pages and add their entries to the desk."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from index.commands import output
from index.commands.entries import heading, summary
from index.commands.main import FOUND, NOTHING, UNUSABLE
from index.errors import BadInput
from index.folders import Folders
from index.importing.files import files_of
from index.importing.install import Installed, install
from index.importing.reader import read_document


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="a page, a pack, or a folder of them"
    )
    parser.add_argument("--provider", help="whose service it is, where the page does not say so")
    parser.add_argument("--service", help="which service it is, where the page does not say so")
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="COLUMN=FIELD",
        help="which column is what (code, status, message, description, solution); may be given several times",
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would be imported")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Read the documents, install what they hold, and say what happened to each."""
    mapping = dict(_mapped(options.map))
    read = [
        read_document(path, provider=options.provider, service=options.service, mapping=mapping or None)
        for path in files_of(options.paths)
    ]
    results = install(read, folders, dry_run=options.dry_run)
    if options.json:
        output.document({"documents": [_as_json(result, dry_run=options.dry_run) for result in results]})
    else:
        for result in results:
            output.lines(_told(result, dry_run=options.dry_run))
    if any(result.document.error for result in results):
        return UNUSABLE
    return FOUND if any(result.document.entries for result in results) else NOTHING


def _mapped(pairs: Iterable[str]) -> Iterator[tuple[str, str]]:
    for pair in pairs:
        column, sign, field = pair.rpartition("=")
        if not sign or not column or not field:
            raise BadInput(f"--map takes COLUMN=FIELD, not {pair!r}")
        yield column, field


def _as_json(result: Installed, *, dry_run: bool) -> dict[str, Any]:
    told = msgspec.structs.asdict(result.document)
    entries = told.pop("entries")
    error = told.pop("error")
    del told["refusal"]  # the same line once more
    counts = {"new": result.new, "changed": result.changed, "gone": result.gone, "error": error}
    return told | ({"entries": entries} if dry_run else {}) | counts


def _told(result: Installed, *, dry_run: bool) -> Iterator[str]:
    document = result.document
    if document.error:
        yield document.error
        return
    if not document.entries:
        yield f"{document.path}: no error-code table was found"
        return
    yield (
        f"{document.path}: {len(document.entries)} entries of {document.provider} · {document.service}"
        f" ({result.new} new, {result.changed} changed, {result.gone} gone)"
    )
    for skipped in document.skipped:
        yield f"  left out, {skipped.where}: {skipped.reason}"
    if dry_run:
        for entry in document.entries:
            yield from (f"  {heading(entry)}", f"      {summary(entry)}")
