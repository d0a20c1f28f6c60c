"""`error-desk search QUERY`: entries by code, message or words."""

import argparse
from contextlib import closing
from typing import Any

import msgspec

from index.commands import output
from index.commands.entries import heading, summary
from index.commands.main import FOUND, NOTHING
from index.errors import BadInput
from index.folders import Folders
from index.hits import Answer
from index.query import Filters, Query, parse
from index.search.engine import SearchEngine

_LIMIT = 20
_MOST_NAMED = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "query", nargs="*", metavar="QUERY", help="a code, a message, or words in English or Chinese"
    )
    parser.add_argument("--provider", help="only entries of this provider")
    parser.add_argument("--service", help="only entries of this service")
    parser.add_argument("--status", help="only entries of this HTTP status: 404, or 4xx")
    parser.add_argument("--limit", type=int, default=_LIMIT, metavar="N", help=f"at most N hits ({_LIMIT})")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="print one JSON document")
    shape.add_argument(
        "--jsonl", action="store_true", help='answer {"id", "query"} lines from standard input, a line each'
    )


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Search once, or answer each line of standard input."""
    if options.limit < 0:
        raise BadInput("--limit takes a number from 0 on")
    if options.jsonl == bool(options.query):
        raise BadInput("search takes either a query or --jsonl")
    with closing(SearchEngine.open(folders)) as engine:
        by_meaning = engine.open_meaning(folders)  # only where the extra's vectors are built already

        def search(text: str) -> Answer:
            asked = _asked(text, options)
            if asked.filters.kept:
                _take_kept(engine, folders)
            return engine.search(asked, limit=options.limit, by_meaning=by_meaning)

        if options.jsonl:
            output.answer_lines("query", lambda text: as_json(search(text)))
            return FOUND
        answer = search(" ".join(options.query))
    for unknown in answer.unknown:
        there_are = ", ".join(unknown.known[:_MOST_NAMED])
        output.fault(f"no {unknown.group} is called {unknown.name!r}; there are: {there_are}")
    if options.json:
        output.document(as_json(answer))
    else:
        _print(answer)
    return FOUND if answer.hits or answer.total else NOTHING


def _take_kept(engine: SearchEngine, folders: Folders) -> None:
    """Tell the search what the user has notes about and pinned: seldom asked for here."""
    from index.library.desk_library import DeskLibrary, library_file  # noqa: PLC0415 - only for `has:note`, `has:pin`

    if library_file(folders).exists():
        with DeskLibrary.open(folders) as library:
            engine.use_kept(library.kept_codes())


def as_json(answer: Answer) -> dict[str, Any]:
    """Return an answer in the form of the contract."""
    return {
        "query": answer.query,
        "total": answer.total,
        "weak": answer.weak,
        "did_you_mean": answer.did_you_mean,
        "took_ms": round(answer.took_ms, 3),
        "hits": [
            {"entry": hit.entry, "reason": hit.reason, "values": hit.values, "score": hit.score}
            for hit in answer.hits
        ],
    }


def _asked(text: str, options: argparse.Namespace) -> Query:
    """Read the query and lay the options' filters over its own."""
    query = parse(text)
    own: Filters = query.filters
    chosen = {
        "providers": (options.provider,) if options.provider else own.providers,
        "services": (options.service,) if options.service else own.services,
        "statuses": (options.status,) if options.status else own.statuses,
    }
    return msgspec.structs.replace(query, filters=msgspec.structs.replace(own, **chosen))


def _print(answer: Answer) -> None:
    if (answer.weak or not answer.hits) and not answer.unknown:
        output.lines([f"Nothing fits {answer.query!r} well."])
    if answer.did_you_mean:
        output.lines([f"Did you mean: {', '.join(answer.did_you_mean)}"])
    for hit in answer.hits:
        values = f" [{', '.join(hit.values)}]" if hit.values else ""
        output.lines([f"{heading(hit.entry)}  ({hit.reason}{values})", f"    {summary(hit.entry)}"])
    if answer.total > len(answer.hits):
        output.lines([f"... and {answer.total - len(answer.hits)} more"])
