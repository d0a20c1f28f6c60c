"""`error-desk import PATH...`: read error-code pages and add their entries to the desk."""

import argparse
import shlex
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from index.commands import output
from index.commands.entries import heading, summary
from index.commands.main import FOUND, NOTHING, UNUSABLE
from index.errors import BadInput
from index.folders import Folders
from index.importing.document import UNKNOWN, Document, TableFound
from index.importing.files import files_of
from index.importing.install import Installed, install
from index.importing.reader import read_document

_MOST_SKIPPED = 20
_MOST_HELPED = 3
"""Tables for which it is shown how to name their columns."""
_FORMATS = """\
Pages in Markdown, HTML, RST, AsciiDoc and wiki markup, text copied from a page, CSV, XLSX, ODS, DOCX, ODT, JSON, YAML,
TOML, INI, XML, SQL dumps, properties and strings files, OpenAPI and SDK models, enums and constants in source code.

Where a table is not taken for one of error codes, name its columns by their headers, or by number where they have none:
  error-desk import errors.csv --map Kode=code --map "column 3=message" --dry-run
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = _FORMATS
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
            output.lines(_told(result, mapping, dry_run=options.dry_run))
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


def _told(result: Installed, mapping: dict[str, str], *, dry_run: bool) -> Iterator[str]:
    """Say what was read, what was left out and why, and what the user can do about it."""
    document = result.document
    if document.error:
        yield document.error
        return
    if document.entries:
        yield (
            f"{document.path}: {len(document.entries)} entries of {document.provider} · {document.service}"
            f" ({result.new} new, {result.changed} changed, {result.gone} gone)"
        )
        yield from map(_read_as, document.tables)
        if document.provider == UNKNOWN:
            yield "  the page does not say whose codes these are: give --provider and --service"
    else:
        yield f"{document.path}: read as {document.format}, but no error-code table was found"
    yield from _left_out(document, mapping)
    if dry_run:
        for entry in document.entries:
            yield from (f"  {heading(entry)}", f"      {summary(entry)}")


def _left_out(document: Document, mapping: dict[str, str]) -> Iterator[str]:
    """Say what was left out and why, and how to name the columns of what may be an error table."""
    for skipped in document.skipped[:_MOST_SKIPPED]:
        yield f"  left out, {skipped.where}: {skipped.reason}"
    if (more := len(document.skipped) - _MOST_SKIPPED) > 0:
        yield f"  left out, {more} more places; --json lists them all"
    known = [column for table in (*document.tables, *document.unread) for column in table.columns]
    for column in mapping:
        if " ".join(column.split()) not in known:
            yield f"  no table has the column {column!r} that --map names"
    if not document.entries:
        unknown = [table for table in document.unread if "column" in table.reason or "around" in table.reason]
        yield from map(_help_to_map, unknown[:_MOST_HELPED])


def _read_as(table: TableFound) -> str:
    """Say which column of a table was read as what."""
    columns = ", ".join(f"{name} is {field}" for name, field in table.columns.items() if field)
    return f"  read, {table.where or table.name}: {table.rows} rows" + (f"; {columns}" if columns else "")


def _help_to_map(table: TableFound) -> str:
    """Say how to name the columns of a table that was not read, in words that can be pasted."""
    fields = ("code", "message", "description")
    named = " ".join(
        f"--map {shlex.quote(f'{name}={field}')}" for name, field in zip(table.columns, fields, strict=False)
    )
    return f"  if {table.where or table.name} holds error codes, say which column is what, such as: {named}"
