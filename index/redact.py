"""Finds the secrets of a text and takes them out; the same secret always gets the same placeholder."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Protocol

from index.hits import Span
from index.redaction.again import said_again
from index.redaction.calls import in_calls
from index.redaction.commands import in_commands
from index.redaction.fields import in_fields, kind_of
from index.redaction.keys import behind_key, in_keys
from index.redaction.packed import packed
from index.redaction.prose import in_prose
from index.redaction.shapes import shaped
from index.redaction.tables import in_tables
from index.redaction.widths import Widths
from index.redaction.wrapped import in_wrapped, is_cut_only
from index.redaction.wraps import is_plain
from index.reports import Secret

_LEVELS = 2
_RANK = {
    "private-key": 0,
    "user-data": 1,
    "token": 2,
    "secret-key": 3,
    "access-key": 4,
    "signature": 5,
    "password": 6,
}
_NEXT_TO_KEY = re.compile(r"[\"']?[ \t]*[,:;|/ ][ \t]*[\"']?([A-Za-z0-9+/]{22,64}={0,2})(?![A-Za-z0-9+/=])")
_MIXED = re.compile(r"(?=.*[0-9])(?=.*[a-z])(?=.*[A-Z])")
_WRAPPED = re.compile(r"[A-Za-z0-9+/=_%-]{40,}(?:=?\r?\n[>|│ \t]*[A-Za-z0-9+/=_%-]+)+")
_QUOTED_PRINTABLE = re.compile(r"=(?:3D|[C-F][0-9A-F]=[89AB][0-9A-F])|uoted-printable")
_SOFT_BREAK = re.compile(r"=\r?\n")
"""Where a mail program cut a line: what follows belongs to it."""
_NARROWEST_MAIL_LINE = 70
_LONGEST_MAIL_LINE = 77
_ENCODED = re.compile(r"\\+[ux]|%[0-9A-Fa-f]{2}|&#?\w{1,8};|=[0-9A-F]{2}|=\r?\n|\x1b")
"""What stopped the reading of a value and is a part of it once it is decoded."""
_NEXT_FIELD = re.compile(r"[ \t]*[:=]|[ \t]+[A-Za-z]{2}")
_NAMED = re.compile(r"[A-Za-z_][\w.-]{1,40}=[^=\s]")
_WRAP_WIDTH = 60
_MASKS = "*•●xX.-_"
_MASKED = re.compile(rf"[{re.escape(_MASKS)}]+")


class View(Protocol):
    """A decoding of the text that knows where its characters came from."""

    @property
    def text(self) -> str:
        """The decoded text."""

    def original(self, start: int, end: int) -> Span:
        """Return the place in the pasted text that text[start:end] came from."""


def find_secrets(text: str, views: Iterable[View] = ()) -> tuple[Secret, ...]:
    """Find the secrets of a text, sorted by place and not overlapping.

    `views` are decodings (URL, escapes, base64, joined lines) that are looked at as well; what is found there is reported
    at its place in `text`. Never raises; linear in the length of the text.
    """
    found = list(_evidence(text, _LEVELS))
    wrapped = _wrapped(text)
    widths = Widths(text)
    merged = _merge(text, [*found, *_beside_keys(text, found), *wrapped])
    for view in views:
        if view.text == text:
            continue
        seen = [(kind, view.original(*span)) for kind, span in _evidence(view.text, _LEVELS)]
        cut = [(kind, view.original(*span)) for kind, span in _wrapped(view.text)]
        news = [*_news(text, merged, seen, widths), *(each for each in cut if is_cut_only(text, each[1]))]
        merged = _merge(text, [*merged, *news]) if news else merged
    again = list(said_again(text, merged))
    return _named(text, _merge(text, [*merged, *again]) if again else merged)


def _beside_keys(text: str, found: list[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """Find secret keys that stand right behind their access key, as in `Client("key", "secret")` and `key:secret`."""
    for kind, (_, end) in found:
        if kind == "access-key":
            match = _NEXT_TO_KEY.match(text, end)
            if match is not None and _MIXED.match(match[1]):
                yield "secret-key", match.span(1)
            else:
                yield from behind_key(text, end)


def _news(
    text: str, known: list[tuple[str, Span]], seen: list[tuple[str, Span]], widths: Widths
) -> Iterator[tuple[str, Span]]:
    """Choose what a decoded view adds: what the raw text did not show, and the wrapped rest of what it showed.

    A view that joins lines runs a value into the next line's words. So a secret goes over a line end only where nothing
    but more of the same follows a stretch that is long enough to have been wrapped.
    """
    ends = [end for _, (_, end) in known]
    is_mail = _QUOTED_PRINTABLE.search(text) is not None
    for kind, (start, end) in seen:
        number = bisect_right(ends, start)
        touched = number < len(known) and known[number][1][0] < end
        first = min(known[number][1][0], start) if touched else start
        whole = _unbroken(text, first, end, is_mail=is_mail)
        known_end = known[number][1][1] if touched else start
        grows = not touched or start < known[number][1][0] or _ENCODED.match(text, known_end) is not None
        plainly = "\n" not in whole and grows and (kind != "e-mail" or not touched)
        cut = _WRAPPED.fullmatch(whole) is not None or _is_cut(whole, first, end, widths)
        if plainly or (cut and not _is_next(whole, text, end)):
            yield kind, (first, end)


def _is_cut(whole: str, start: int, end: int, widths: Widths) -> bool:
    """Tell whether a stretch over line ends is one value that a wrap at the full width cut, and no word begins its last line."""
    return "\n" in whole and not is_plain(whole.rpartition("\n")[2].strip()) and widths.is_cut(start, end)


def _unbroken(text: str, start: int, end: int, *, is_mail: bool) -> str:
    """Return a stretch without the breaks that a mail program put into its lines, each behind a sign of its own."""

    def is_soft(found: re.Match[str]) -> bool:
        width = found.start() - text.rfind("\n", max(0, found.start() - _LONGEST_MAIL_LINE), found.start())
        return is_mail or _NARROWEST_MAIL_LINE <= width <= _LONGEST_MAIL_LINE

    broken = text[start:end]
    for found in reversed(list(_SOFT_BREAK.finditer(text, start, end)) if "=" in broken else []):
        if is_soft(found):
            broken = broken[: found.start() - start] + broken[found.end() - start :]
    return broken


def _is_next(whole: str, text: str, end: int) -> bool:
    """Tell whether the last line of a stretch is no rest of it but the next field's name or the next words."""
    width = max(len(line) for line in whole.split("\n"))
    last = whole.rpartition("\n")[2].strip()
    word = last.isalpha() and (last.islower() or last.istitle()) and width < _WRAP_WIDTH
    name = _NAMED.match(last) is not None and "&" not in whole
    return word or name or not last.strip("-_|>") or _NEXT_FIELD.match(text, end) is not None


def _evidence(text: str, levels: int) -> Iterator[tuple[str, Span]]:
    yield from shaped(text)
    yield from in_fields(text)
    yield from in_commands(text)
    yield from in_calls(text)
    yield from in_keys(text)
    yield from in_prose(text)
    yield from in_tables(text, kind_of)
    if levels:
        yield from (("credential", span) for span in packed(text, lambda plain: _places(plain, levels - 1)))


def _wrapped(text: str) -> list[tuple[str, Span]]:
    return list(in_wrapped(text, lambda whole: _evidence(whole, 0)))


def _places(text: str, levels: int) -> Iterator[Span]:
    return (span for _, span in _evidence(text, levels))


def _merge(text: str, found: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """Join overlapping spans; the more telling kind of two names the whole."""
    merged: list[tuple[str, Span]] = []
    order = sorted((start, -end, number) for number, (_, (start, end)) in enumerate(found))
    for start, back, number in order:
        kind, end = found[number][0], -back
        low, high = _trimmed(text, start, end)
        if low >= high or (text[low] in _MASKS and _MASKED.fullmatch(text, low, high)):
            continue
        if merged and low < merged[-1][1][1]:
            other, (first, last) = merged[-1]
            merged[-1] = min(other, kind, key=lambda k: _RANK.get(k, 9)), (first, max(last, high))
        else:
            merged.append((kind, (low, high)))
    return merged


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _named(text: str, found: list[tuple[str, Span]]) -> tuple[Secret, ...]:
    names: dict[tuple[str, str], str] = {}
    counts: dict[str, int] = {}
    secrets: list[Secret] = []
    for kind, (start, end) in found:
        key = kind, text[start:end]
        if key not in names:
            counts[kind] = counts.get(kind, 0) + 1
            names[key] = f"<{kind}>" if counts[kind] == 1 else f"<{kind}-{counts[kind]}>"
        secrets.append(Secret(kind=kind, span=(start, end), placeholder=names[key]))
    return tuple(secrets)


def mask(text: str, secrets: Iterable[Secret]) -> str:
    """Replace each secret's span by its placeholder; the spans are sorted and do not overlap, as found."""
    parts: list[str] = []
    at = 0
    for secret in secrets:
        start, end = secret.span
        parts += [text[at:start], secret.placeholder]
        at = end
    return "".join([*parts, text[at:]])


def redact(text: str) -> str:
    """Return the text with every secret replaced by its placeholder."""
    return mask(text, find_secrets(text))
