"""`error-desk explain [FILE]`: every error in a pasted text, its rows, values, ids, and the text without secrets.

With `--triage` a long log becomes a table of its codes; see `index.commands.triage_report`.
"""

import argparse
from contextlib import closing
from pathlib import Path
from typing import Any

from index.commands import output, triage_report
from index.commands.entries import heading, summary
from index.commands.main import FOUND, NOTHING
from index.errors import BadInput
from index.folders import Folders
from index.matching import explain
from index.reports import Explanation, MatchedError
from index.store import open_table


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="the text; standard input without it"
    )
    parser.add_argument(
        "--triage",
        action="store_true",
        help="read a long log (up to 1 GB, gzip too) and list its codes: how often, first, last, request ids, "
        "likely first cause",
    )
    parser.epilog, parser.formatter_class = triage_report.SHAPE, argparse.RawDescriptionHelpFormatter
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print one JSON document")
    shape.add_argument("--jsonl", action="store_true", help='answer {"id", "text"} lines, a line each')


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Explain one text, or each line's text."""
    if options.triage:
        return _triage(options, folders)
    if options.jsonl and options.file is not None and not options.file.is_file():
        raise BadInput(f"{options.file}: no such file")
    with closing(open_table(folders, report=output.fault)) as table:
        if options.jsonl:
            output.answer_lines("text", lambda text: as_json(explain(text, table)), options.file)
            return FOUND
        explanation = explain(output.read_text(options.file), table)
    if options.json:
        output.document(as_json(explanation))
    else:
        _print(explanation)
    return FOUND if explanation.errors else NOTHING


def _triage(options: argparse.Namespace, folders: Folders) -> int:
    if options.jsonl:
        raise BadInput("--triage reads one log; use it with --json or alone")
    with closing(open_table(folders, report=output.fault)) as table:
        found = triage_report.read(options.file, table)
    if options.json:
        output.document(triage_report.as_json(found))
    else:
        output.lines(triage_report.lines(found))
    return FOUND if found.rows else NOTHING


def as_json(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation in the form of the contract."""
    return {
        "errors": [_error(found) for found in explanation.errors],
        "request_ids": explanation.request_ids,
        "secrets": len(explanation.secrets),
        "redacted": explanation.redacted,
    }


def _error(found: MatchedError) -> dict[str, Any]:
    return {
        "code": found.error.code,
        "status": found.error.status,
        "message": found.error.message,
        "values": found.matches[0].values if found.matches else None,
        "request_ids": found.error.request_ids,
        "span": found.error.span,
        "known": found.known,
        "confidence": found.confidence,
        "matches": [
            {"entry": match.entry, "reason": match.reason, "values": match.values} for match in found.matches
        ],
        "closest": found.closest,
    }


def _not_known(found: MatchedError) -> str:
    """Say in what way an error is not known."""
    if not found.possible:
        return "not in any catalogue"
    services = ", ".join(found.namesakes())
    if found.foreign:
        return f"{services} has a code of this name, but the text speaks of another product"
    return f"{services} has this code, and other services too; the text does not say which one it is from"


def _print(explanation: Explanation) -> None:
    if not explanation.errors:
        output.lines(["No error was found in this text."])
    for number, found in enumerate(explanation.errors, 1):
        error = found.error
        stated = "status not stated" if error.status is None else f"status {error.status}"
        output.lines([f"{number}. {error.code or 'no code'}  ({found.confidence}, {stated})"])
        rows = [("message", error.message or ""), ("request id", ", ".join(error.request_ids))]
        if not found.known:
            rows.append(("catalogue", _not_known(found)))
        rows.append(("nearest", ", ".join(found.closest)))
        output.lines(output.titled(rows))
        for match in found.matches:
            values = f"  values: {', '.join(match.values)}" if match.values else ""
            output.lines([f"  -> {heading(match.entry)}{values}", f"     {summary(match.entry)}"])
            fix = next(iter(match.entry.solution.values()), "")
            if fix:
                output.lines([f"     {fix}"])
    output.lines(explanation.notes)
    if explanation.secrets:
        count = len(explanation.secrets)
        said = "1 secret in this text; it is" if count == 1 else f"{count} secrets in this text; they are"
        output.lines([f"{said} left out of tickets."])
