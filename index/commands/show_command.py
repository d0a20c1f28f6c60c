"""`error-desk show CODE`: the entries of one code, without loading Whoosh or a segmenter."""

import argparse
from contextlib import closing

from index.commands import output
from index.commands.entries import details
from index.commands.main import FOUND, NOTHING
from index.folders import Folders
from index.store import open_table
from index.table import EntryTable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "code", metavar="CODE", help="the code; case, separators and leading zeros don't matter"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Show the entries of a code, or the nearest codes there are."""
    with closing(open_table(folders, report=output.fault)) as table:
        numbers = table.numbers_by_code(options.code) or table.numbers_by_loose_code(options.code)
        entries = table.entries(numbers)
        near = () if entries else _nearest(options.code, table)
    if options.json:
        output.document({"code": options.code, "entries": entries, "did_you_mean": near})
    elif entries:
        for entry in entries:
            output.lines([*details(entry), ""])
    else:
        output.lines([f"No catalogue has the code {options.code}."])
        if near:
            output.lines([f"Nearest: {', '.join(near)}"])
    return FOUND if entries else NOTHING


def _nearest(code: str, table: EntryTable) -> tuple[str, ...]:
    from index.codes import closest  # noqa: PLC0415 - rapidfuzz is needed only where the code is unknown

    return closest(code, table.codes())
