"""Explains a pasted text: the errors it reports, the catalogue rows they belong to, their values, and its secrets."""

import importlib
import re
from collections.abc import Sequence
from typing import Any

from index.entry import CatalogueEntry
from index.hits import Span
from index.payload import vocabulary
from index.payload.hints import Hints, hints_of
from index.payload.reader import Payload, Told, read
from index.payload.reading import Strength
from index.reports import Confidence, Explanation, Match, MatchedError, ReportedError, Secret
from index.rows import Candidate, Catalogues, belongs, candidate, choose
from index.store import never, quiet
from index.table import EntryTable, Progress, ShouldStop

_NEAR = 300


def explain(
    text: str,
    table: EntryTable,
    *,
    preferred: Sequence[str] = (),
    progress: Progress = quiet,
    should_stop: ShouldStop = never,
) -> Explanation:
    """Read a pasted text and match what it reports with the catalogues.

    `preferred` names catalogues to put first where several rows stay possible. Never raises on any text; returns what was
    found until then once `should_stop()` is true. Nothing of the text is kept or written.
    """
    progress(0, 2)
    catalogues = Catalogues(table)
    payload = read(text, catalogues)
    hints = hints_of(text)
    for view in payload.views[1:]:
        more = hints_of(view.text)
        hints.providers |= more.providers
        hints.services |= more.services
    progress(1, 2)
    matched = [] if should_stop() else _matched(text, payload, catalogues, hints, preferred)
    secrets = _secrets(text, payload)
    progress(2, 2)
    return Explanation(
        text=text,
        errors=tuple(sorted(matched, key=lambda each: (each.confidence is Confidence.WEAK, each.error.span))),
        request_ids=tuple(payload.ids),
        secrets=secrets,
        redacted=_redacted(text, secrets),
    )


def holds_error(text: str, table: EntryTable) -> bool:
    """Tell whether a clipboard text is a payload rather than a query: it reports an error in more than a code or words."""
    plain = text.strip()
    if not plain or len(plain) < 12:  # noqa: PLR2004 - no payload is that short
        return False
    if "\n" not in plain and not re.search(r"[{}<>=\"]|: ?\S|\\n|%22|://", plain):
        return False
    found = explain(plain[:200_000], table).errors
    return any(each.confidence is not Confidence.WEAK for each in found) and bool(
        "\n" in plain or re.search(r"[{}<>=\"]|\b(?i:error|code|request.?id|message|status)\b", plain)
    )


def _matched(
    text: str, payload: Payload, catalogues: Catalogues, hints: Hints, preferred: Sequence[str]
) -> list[MatchedError]:
    errors = [
        each for each in payload.errors if each.strength > Strength.MENTION or _is_loose(each, catalogues)
    ]
    _prose_status(errors, payload)
    found = []
    for each in errors:
        found.append(_match(text, each, payload, catalogues, hints, preferred))
    return found


def _is_loose(each: Told, catalogues: Catalogues) -> bool:
    rows = catalogues.table.entries(catalogues.table.numbers_by_loose_code(each.code or ""))
    return len({row.code for row in rows}) == 1


def _match(
    text: str, each: Told, payload: Payload, catalogues: Catalogues, hints: Hints, preferred: Sequence[str]
) -> MatchedError:
    rows: list[CatalogueEntry] = []
    code = each.code
    if code is not None:
        rows = belongs(code, catalogues.entries(code), each.message, hints)
        rows = rows or _nearly(text, each, catalogues, hints)
    left = choose(rows, each.message, each.status, hints, preferred) if rows else []
    return _report(each, payload, left, catalogues)


def _nearly(text: str, each: Told, catalogues: Catalogues, hints: Hints) -> list[CatalogueEntry]:
    """Return rows of a code that was cut off, misread by a scanner, or written loosely."""
    code = each.code or ""
    if catalogues.entries(code):
        return []  # another product's
    if text[each.span[1] :].strip(" .…\"'\n") == "" and each.message:
        cut = [row for row in catalogues.starting(code) if candidate(row, each.message).fit is not None]
        if len({row.code for row in cut}) == 1:
            return cut
    scanned = catalogues.scanned(code)
    if scanned and (each.message is None or any(_fits_scanned(row, each.message) for row in scanned)):
        return scanned
    if each.strength == Strength.MENTION:
        return catalogues.table.entries(catalogues.table.numbers_by_loose_code(code))
    return []


def _fits_scanned(row: CatalogueEntry, message: str) -> bool:
    return candidate(row, message).fit is not None


def _report(each: Told, payload: Payload, left: list[Candidate], catalogues: Catalogues) -> MatchedError:
    matches = tuple(
        Match(
            entry=one.entry,
            reason=one.reason,
            values=one.values,
            value_spans=_value_spans(each, payload, one),
        )
        for one in left
    )
    confidence = Confidence.CHOOSE if len(matches) > 1 else Confidence.CERTAIN
    return MatchedError(
        error=ReportedError(
            code=each.code,
            status=each.status,
            message=each.message,
            request_ids=tuple(each.ids),
            span=each.span,
            message_span=each.message_span,
            status_span=each.status_span,
            id_spans=tuple(each.ids.values()),
            more_spans=tuple(each.more),
        ),
        known=bool(matches),
        confidence=confidence,
        matches=matches,
        closest=() if matches or not each.code else _closest(each.code, catalogues),
    )


def _value_spans(each: Told, payload: Payload, one: Candidate) -> tuple[Span, ...]:
    """Find the values of a row's placeholders at their places in the original text."""
    if not one.values or each.message_span is None:
        return ()
    view = payload.views[each.view]
    spans: list[Span] = []
    at = each.message_at
    for value in one.values:
        found = view.text.find(value, at)
        if found < 0 or not value:
            return ()
        at = found + len(value)
        spans.append(view.original(found, at))
    return tuple(spans)


def _prose_status(errors: list[Told], payload: Payload) -> None:
    """Give errors the status that prose states: the only one there is, or the nearest."""
    stated = [(status, span) for status, span in payload.prose if status >= 300]  # noqa: PLR2004 - no error below
    if len(errors) == 1:
        if errors[0].status is None and len({status for status, _ in stated}) == 1:
            errors[0].status, errors[0].status_span = stated[0]
        return
    for status, span in stated:
        near = [each for each in errors if 0 <= span[0] - each.span[1] < _NEAR]
        if near and near[-1].status is None and span[0] > near[-1].extent[1]:
            near[-1].status, near[-1].status_span = status, span


def _closest(code: str, catalogues: Catalogues) -> tuple[str, ...]:
    codes = _module("index.codes")
    return tuple(codes.closest(code, catalogues.table.codes())) if codes else ()


def _secrets(text: str, payload: Payload) -> tuple[Secret, ...]:
    redact = _module("index.redact")
    return tuple(redact.find_secrets(text, payload.views[1:])) if redact else ()


def _redacted(text: str, secrets: tuple[Secret, ...]) -> str:
    redact = _module("index.redact")
    return str(redact.mask(text, secrets)) if redact else text


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None
