"""`error-desk ticket [FILE]`: ticket text for a payload, or for a code, with secrets taken out."""

import argparse
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from index.advice import language_of
from index.commands import output
from index.commands.main import FOUND, NOTHING
from index.folders import Folders
from index.matching import explain
from index.reports import Confidence, Explanation, Match, MatchedError, ReportedError
from index.store import open_table
from index.table import EntryTable
from index.text import fold_code
from index.ticket.writer import TicketOptions, TicketText, ticket_of_payload


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="the payload; standard input without it"
    )
    parser.add_argument("--code", help="only this code; without FILE, the entries of this code")
    parser.add_argument(
        "--target", default="text", help="where it will be pasted: text, markdown, jira-wiki, ..."
    )
    parser.add_argument(
        "--template", default="internal", metavar="NAME", help="which kind of text (internal)"
    )
    parser.add_argument("--lang", default="en", help="en or zh (en)")
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Write the ticket text."""
    wanted = TicketOptions(
        target=options.target,
        template=options.template,
        language=language_of(options.lang),
        templates=folders.templates,
    )
    with closing(open_table(folders, report=output.fault)) as table:
        explanation = _explained(options, table)
    ticket = ticket_of_payload(explanation, options=wanted)
    if options.json:
        output.document(_as_json(ticket))
    else:
        output.lines([ticket.text])
    return FOUND if explanation.errors else NOTHING


def _explained(options: argparse.Namespace, table: EntryTable) -> Explanation:
    if options.code and options.file is None:
        return _of_code(options.code, table)
    explanation = explain(output.read_text(options.file), table)
    return _only(explanation, options.code) if options.code else explanation


def _as_json(ticket: TicketText) -> dict[str, Any]:
    html = {"html": ticket.html} if ticket.html else {}
    return {"target": ticket.target, "text": ticket.text, **html, "secrets": ticket.secrets}


def _of_code(code: str, table: EntryTable) -> Explanation:
    """Stand in for a payload that reports nothing but a code."""
    entries = table.by_code(code) or table.entries(table.numbers_by_loose_code(code))
    known = bool(entries)
    error = MatchedError(
        error=ReportedError(code=entries[0].code if entries else code, span=(0, len(code))),
        known=known,
        confidence=Confidence.CHOOSE if len(entries) > 1 else Confidence.CERTAIN,
        matches=tuple(Match(entry=entry, reason="code") for entry in entries),
    )
    return Explanation(text=code, errors=(error,) if known else (), redacted=code)


def _only(explanation: Explanation, code: str) -> Explanation:
    wanted = fold_code(code)
    kept = tuple(found for found in explanation.errors if fold_code(found.error.code or "") == wanted)
    return msgspec.structs.replace(explanation, errors=kept)
