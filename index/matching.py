"""Explains a pasted text: the errors it reports, the catalogue rows they belong to, their values, and its secrets."""

import re
from collections.abc import Sequence

from index.entry import CatalogueEntry
from index.hits import Span
from index.payload import vocabulary
from index.payload.forms import LEAST_STATUS
from index.payload.hints import Hints, hints_of
from index.payload.places import Places
from index.payload.reader import Payload, read
from index.payload.reading import Strength
from index.payload.telling import Told
from index.phrases import Phrase, phrases_in, similar_in
from index.redact import find_secrets, mask
from index.reports import Confidence, Explanation, Match, MatchedError, ReportedError
from index.rows import Candidate, Catalogues, belongs, candidate, choose, repair
from index.store import never, quiet
from index.table import EntryTable, Progress, ShouldStop

_PARTIAL = (
    "The text is long: of some lines only codes and request ids were read; the triage table counts them all."
)
_NEAR = 300
_HEAD = 1500
_AROUND = 1200
_SHORTEST = 10
_MOST_WEAK = 2


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
    secrets = find_secrets(text, payload.views[1:])
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
    _own_message(payload, plain, catalogues)
    told = _by_message(payload, plain, catalogues)
    errors = sorted([*plain, *told], key=lambda each: each.span)
    _prose_status(errors, payload)
    _ids_before(errors, payload)
    found = [
        _match(text, each, payload, catalogues, hints, preferred, told.phrases.get(id(each), ()))
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
    return bool(each.sure) and allowed and (named or code.lower() not in vocabulary.GENERIC_CODES)


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


def _own_message(payload: Payload, errors: list[Told], catalogues: Catalogues) -> None:
    """Give a known code without a message the one of its own messages that stands around it."""
    for each in errors:
        if each.message is not None or not each.known or each.code is None:
            continue
        for number, view in enumerate(payload.views):
            at = view.text.find(each.code)
            if at < 0:
                continue
            low = max(0, at - _AROUND)
            window = view.text[low : at + _AROUND]
            found = [candidate(row, window).fit for row in catalogues.entries(each.code)]
            fit = max(
                (one for one in found if one and not one.cut),
                key=lambda one: one.span[1] - one.span[0],
                default=None,
            )
            if fit is not None and fit.span[1] - fit.span[0] >= _SHORTEST:
                start, end = low + fit.span[0], low + fit.span[1]
                fresh = _new(view.text[start:end], view.original(start, end), number, start)
                each.message, each.message_span = fresh.message, fresh.message_span
                each.view, each.message_at = number, start
                break


def _by_message(payload: Payload, errors: list[Told], catalogues: Catalogues) -> "_Phrased":
    """Find errors that are told by a catalogue's message alone; those of `errors` without a code get their rows."""
    told = _Phrased()
    taken = [span for each in errors if each.code for span in (each.extent, each.message_span or each.span)]
    for number, view in enumerate(payload.views):
        for group in phrases_in(view.text, catalogues.table):
            start, end = _closed(view.text, *group[0].fit.span)
            span = view.original(start, end)
            if any(low < span[1] and span[0] < high for low, high in taken):
                continue
            taken.append(span)
            if any(
                one.message and (one.code or "").casefold() in {row.entry.code.casefold() for row in group}
                for one in errors
            ):
                continue  # said again
            owner = next(
                (
                    one
                    for one in errors
                    if one.code
                    and one.message is None
                    and any(row.entry.code.casefold() == one.code.casefold() for row in group)
                ),
                None,
            )
            if owner is not None:
                fresh = _new(view.text[start:end], span, number, start)
                owner.message, owner.message_span = fresh.message, fresh.message_span
                owner.view, owner.message_at = number, start
                continue
            same = next((one for one in errors if one.code is None and _overlap(one.span, span)), None)
            told.add(same or _new(view.text[start:end], span, number, start), group, new=same is None)
    if not told.phrases and not errors and payload.views:
        view = payload.views[0]
        phrase = similar_in(view.text, catalogues.table)
        if phrase is not None:
            start, end = phrase.fit.span
            span = view.original(start, end)
            told.add(_new(view.text[start:end], span, 0, start), [phrase], new=True)
    if len(told) + len(errors) == 1:
        for each in told:
            each.ids = each.ids or dict(payload.ids)
    return told


def _closed(text: str, start: int, end: int) -> Span:
    """Take the quote into a message that closes one opened in it, and the full stop behind that."""
    quote = text[end : end + 1]
    if quote and quote in "\"'" and text.count(quote, start, end) % 2 == 1:
        end += 1
        if re.match(r"\.(?:\s|$)", text[end : end + 2]):
            end += 1
    return start, end


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _new(message: str, span: Span, view: int, at: int) -> Told:
    return Told(
        code=None,
        span=span,
        message=" ".join(message.split()),
        message_span=span,
        strength=Strength.PROSE,
        extent=span,
        view=view,
        message_at=at,
    )


class _Phrased(list[Told]):
    """New errors told by message alone; `phrases` holds the rows of all errors so told, by identity."""

    def __init__(self) -> None:
        super().__init__()
        self.phrases: dict[int, Sequence[Phrase]] = {}

    def add(self, each: Told, group: Sequence[Phrase], *, new: bool) -> None:
        """Take the rows of an error, and the error itself if it is new."""
        if new:
            self.append(each)
        self.phrases[id(each)] = group


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
) -> MatchedError:
    rows: list[CatalogueEntry] = []
    code = each.code
    if code is not None:
        rows = belongs(code, catalogues.entries(code), each.message, hints)
        rows = rows or _nearly(text, each, catalogues)
    elif phrases:
        rows = [one.entry for one in phrases]
    left = choose(rows, each.message, each.status, hints, preferred) if rows else []
    return _report(each, payload, left, catalogues)


def _nearly(text: str, each: Told, catalogues: Catalogues) -> list[CatalogueEntry]:
    """Return rows of a code that was cut off, misread by a scanner, or written loosely."""
    code = each.code or ""
    if catalogues.entries(code):
        return []  # another product's
    if text[each.span[1] :].strip(" .…\"'\n") == "" and each.message:
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
    stated = [(status, span) for status, span in payload.prose if status >= LEAST_STATUS]
    if len(errors) == 1:
        if errors[0].status is None and len({status for status, _ in stated}) == 1:
            errors[0].status, errors[0].status_span = stated[0]
        return
    for status, span in stated:
        near = [each for each in errors if 0 <= span[0] - each.span[1] < _NEAR]
        if near and near[-1].status is None and span[0] > near[-1].extent[1]:
            near[-1].status, near[-1].status_span = status, span


def _ids_before(errors: list[Told], payload: Payload) -> None:
    """Give errors without ids those that stand before them and belong to no other, as headers do; a single one gets all."""
    if len(errors) == 1 and not errors[0].ids:
        errors[0].ids = dict(payload.ids)
        return
    taken = {one for each in errors for one in each.ids}
    before = 0
    for each in errors:
        if not each.ids:
            free = {
                one: span
                for one, span in payload.ids.items()
                if one not in taken and before <= span[0] < each.span[0] and each.span[0] - span[1] < _HEAD
            }
            each.ids = free
        before = each.span[1]


def _closest(code: str, catalogues: Catalogues) -> tuple[str, ...]:
    from index import codes  # noqa: PLC0415 - near codes are needed only where one is unknown

    return codes.closest(code, catalogues.table.codes())
