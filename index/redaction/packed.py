"""Secrets inside base64: a run of it that decodes to a text with a secret is one as a whole."""

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from itertools import islice

from index.hits import Span

_BASE64 = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{32,}+={0,2}")
_LONGEST = 200_000
_PRINTABLE = re.compile(r"[\t\n\r\x1b -~\u00a0-\uffef]+")
_MOST_ALONE = 1000
"""So many different runs are looked into one by one; what follows is looked at together."""
_BETWEEN = "\n\n"


def packed(text: str, secrets_of: Callable[[str], Iterator[Span]]) -> Iterator[Span]:
    """List the runs of base64 that hold a secret; `secrets_of` tells where a text has some."""
    spans: dict[str, list[Span]] = {}
    plain: dict[str, str] = {}
    for found in _BASE64.finditer(text):
        blob = found[0]
        if blob not in plain and (said := _decoded(blob)):
            plain[blob] = said
        if blob in plain:
            spans.setdefault(blob, []).append(found.span())
    alone = dict(islice(plain.items(), _MOST_ALONE))
    judged = {blob: next(secrets_of(said), None) is not None for blob, said in alone.items()}
    judged |= _together({blob: said for blob, said in plain.items() if blob not in alone}, secrets_of)
    yield from (span for blob, holds in judged.items() if holds for span in spans[blob])


def _together(rest: dict[str, str], secrets_of: Callable[[str], Iterator[Span]]) -> dict[str, bool]:
    """Tell of many decoded texts at once which hold a secret: looking at each alone costs more than reading it."""
    if not rest:
        return {}
    at, marks = 0, list[int]()
    for plain in rest.values():
        marks.append(at)
        at += len(plain) + len(_BETWEEN)
    told = sorted(secrets_of(_BETWEEN.join(rest.values())))
    judged: dict[str, bool] = {}
    number = 0
    for blob, start in zip(rest, marks, strict=True):
        while number < len(told) and told[number][1] <= start:
            number += 1
        judged[blob] = number < len(told) and told[number][0] < start + len(rest[blob])
    return judged


def _decoded(blob: str) -> str:
    """Decode base64 that holds text; anything else is empty."""
    if len(blob) > _LONGEST:
        return ""
    whole = blob.rstrip("=")
    try:
        raw = base64.b64decode(whole.replace("-", "+").replace("_", "/") + "=" * (-len(whole) % 4))
        plain = raw.decode()
    except (binascii.Error, ValueError):
        return ""
    return plain if _PRINTABLE.fullmatch(plain) else ""
