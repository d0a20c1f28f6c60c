"""Explains a pasted text: the errors it reports, the catalogue rows they belong to, their values, and its secrets."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from index.entry import CatalogueEntry
from index.hits import Span
from index.messages import by_message, own_message
from index.payload import vocabulary
from index.payload.corroborated import unnamed_ids, unnamed_status
from index.payload.hints import Hints, hints_of
from index.payload.places import Places
from index.payload.reader import Payload, read
from index.payload.reading import Strength
from index.payload.surroundings import ids_before, prose_status
from index.payload.telling import Told
from index.phrases import Phrase
from index.redact import find_secrets, mask
from index.reports import Confidence, Explanation, Match, MatchedError, ReportedError
from index.rows import Candidate, Catalogues, belongs, candidate, choose, namesakes, repair
from index.store import never, quiet
from index.table import EntryTable, Progress, ShouldStop

if TYPE_CHECKING:
    from index.codes import CodeList

_PARTIAL = (
    "The text is long: of some lines only codes and request ids were read; the triage table counts them all."
)
_MOST_WEAK = 2
_NEAR_END = 200
_MOST_NEARBY = 500


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
    secrets = find_secrets(text, payload.views)
    progress(2, 2)
    return Explanation(
        text=text,
        errors=tuple(sorted(matched, key=lambda each: (each.confidence is Confidence.WEAK, each.error.span))),
        request_ids=tuple(payload.ids),
        secrets=secrets,
        redacted=mask(text, secrets),
        notes=(_PARTIAL,) if payload.partial else (),
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
    plain = [each for each in payload.errors if each.strength > Strength.MENTION]
    mentioned = [each for each in payload.errors if each.strength == Strength.MENTION]
    taken = Places(each.extent for each in plain)
    mentioned = [each for each in mentioned if not taken.hold(each.span[0])]
    loose = [each for each in mentioned if _is_reported(each, catalogues, hints)]
    weak = [each for each in mentioned if each not in loose and _is_word(each)]
    plain += loose
    own_message(payload, plain, catalogues)
    told = by_message(payload, plain, catalogues)
    errors = sorted([*plain, *told], key=lambda each: each.span)
    prose_status(errors, payload)
    unnamed_status(text, errors, payload, lambda code: (row.status for row in catalogues.entries(code)))
    ids_before(text, errors, payload)
    unnamed_ids(text, errors, payload)
    nearby = _Nearby(catalogues.table)
    found = [
        _match(text, each, payload, catalogues, hints, preferred, told.phrases.get(id(each), ()), nearby)
        for each in errors
    ]
    return [*found, *_weak(weak, catalogues, hints)[: _MOST_WEAK if found else 0]]


def _is_word(each: Told) -> bool:
    return not any(letter.isdigit() for letter in each.code or "")


def _is_reported(each: Told, catalogues: Catalogues, hints: Hints) -> bool:
    """Tell whether a mention is a report: a loosely written number that one code has, or a word that only a code is."""
    code = each.code or ""
    if not _is_word(each):
        return _is_loose(each, catalogues)
    rows = catalogues.entries(code) or catalogues.scanned(code)
    named = any(hints.name(row.provider, row.service) for row in rows)
    allowed = any(hints.allow(row.provider, row.service) for row in rows)
    return (
        bool(each.sure or each.fitting > 1)
        and allowed
        and (named or code.lower() not in vocabulary.GENERIC_CODES)
    )


def _weak(mentioned: Sequence[Told], catalogues: Catalogues, hints: Hints) -> list[MatchedError]:
    """List words that are codes of a catalogue but that nothing reports."""
    found = []
    for each in mentioned:
        code = each.code or ""
        rows = [row for row in catalogues.entries(code) if hints.allow(row.provider, row.service)]
        if rows and code.lower() not in vocabulary.GENERIC_CODES:
            error = ReportedError(code=code, span=each.span, more_spans=tuple(each.more), mentioned=True)
            matches = tuple(Match(entry=row, reason="mentioned") for row in rows)
            found.append(MatchedError(error=error, known=True, confidence=Confidence.WEAK, matches=matches))
    return found


def _is_loose(each: Told, catalogues: Catalogues) -> bool:
    rows = catalogues.table.entries(catalogues.table.numbers_by_loose_code(each.code or ""))
    return len({row.code for row in rows}) == 1


def _match(
    text: str,
    each: Told,
    payload: Payload,
    catalogues: Catalogues,
    hints: Hints,
    preferred: Sequence[str],
    phrases: Sequence[Phrase],
    nearby: "_Nearby",
) -> MatchedError:
    rows: list[CatalogueEntry] = []
    code = each.code
    if code is not None:
        rows = belongs(code, catalogues.entries(code), each.message, hints)
        rows = rows or _nearly(text, each, catalogues)
    elif phrases:
        rows = [one.entry for one in phrases]
    left = choose(rows, each.message, each.status, hints, preferred) if rows else []
    if left or code is None:
        return _report(each, payload, left)
    same = catalogues.entries(code)
    if not same:
        return _report(each, payload, left, closest=nearby.to(code))
    possible, foreign = namesakes(code, same, each.status, hints, preferred)
    return _report(each, payload, left, possible=possible, foreign=foreign)


def _ends(text: str, at: int) -> bool:
    """Tell whether a text ends here, but for a quote, dots or breaks."""
    return len(text) - at < _NEAR_END and not text[at:].strip(" .…\"'\n")


def _nearly(text: str, each: Told, catalogues: Catalogues) -> list[CatalogueEntry]:
    """Return rows of a code that was cut off, misread by a scanner, or written loosely."""
    code = each.code or ""
    if catalogues.entries(code):
        return []  # another product's
    if each.message and _ends(text, each.span[1]):
        cut = [row for row in catalogues.starting(code) if candidate(row, each.message).fit is not None]
        if len({row.code for row in cut}) == 1:
            return cut
    scanned = catalogues.scanned(code)
    if scanned and each.message is None:
        return scanned
    for row in scanned:
        repaired = repair(row, each.message or "")
        if repaired is not None:
            each.message = repaired
            return scanned
    if each.strength == Strength.MENTION:
        return catalogues.table.entries(catalogues.table.numbers_by_loose_code(code))
    return []


def _report(
    each: Told,
    payload: Payload,
    left: list[Candidate],
    *,
    possible: Sequence[Candidate] = (),
    foreign: bool = False,
    closest: tuple[str, ...] = (),
) -> MatchedError:
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
        possible=tuple(Match(entry=one.entry, reason=one.reason) for one in possible),
        foreign=foreign,
        closest=closest,
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


class _Nearby:
    """Names the codes near to unknown ones; only so many are asked about, which bounds the time of a text full of them."""

    def __init__(self, table: EntryTable) -> None:
        self._table = table
        self._left = _MOST_NEARBY

    @cached_property
    def _codes(self) -> "CodeList":
        from index.codes import CodeList  # noqa: PLC0415 - near codes are needed only where one is unknown

        return CodeList(self._table.codes())

    def to(self, code: str) -> tuple[str, ...]:
        """Return the codes near to one, best first."""
        self._left -= 1
        return self._codes.closest(code) if self._left >= 0 else ()
