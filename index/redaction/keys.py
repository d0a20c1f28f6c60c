"""Access keys and their secrets that stand somewhere behind words for them, known by their length and drawn letters.

`access key X and secret key Y`, `AK/SK are X and Y`, a list of names and one of values: no sign between name and value.
"""

import re
from collections.abc import Iterator

from index.hits import Span
from index.text import lowered

_STEMS = ("access", "secret", "ak/sk", "ak、sk", "aksk", "密钥", "密鑰", "credential", "zugangsschlüssel")
_WORDS = re.compile(
    r"access[ _-]?key|secret(?:[ _-]access)?[ _-]?key|\bAK ?[/、&]? ?SK\b|访问密钥|密[钥鑰]|credentials?\b|zugangsschlüssel",
    re.IGNORECASE,
)
_DRAWN = re.compile(
    r"(?<![\w/+.-])(?:(?P<access>(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{20})"
    r"|(?P<secret>(?=[^\d\s]*\d)(?=[^A-Z\s]*[A-Z])(?=[^a-z\s]*[a-z])(?:[A-Za-z0-9+/]{40}|[A-Za-z0-9]{30})))(?![\w/+=-])"
)
_HEX = re.compile(r"[0-9A-F]+")
_OF_REQUEST = re.compile(r"(?i:request|trace|host|correlation|amz|job|order)[-_ ]?(?i:id)(?:-\d)?\W{0,8}\Z")
"""What names an id that is needed: `RequestId`, `x-amz-id-2`."""
_NEAR = 200
_BEHIND = 120


def in_keys(text: str) -> Iterator[tuple[str, Span]]:
    """List the keys that stand near behind a word for them: kind and span. Linear in the text."""
    low = lowered(text)
    done = 0
    for at in sorted(at for stem in _STEMS for at in _places(low, stem)):
        if _WORDS.match(text, at):
            for found in _DRAWN.finditer(text, max(at, done), min(len(text), at + _NEAR)):
                if not (
                    _HEX.fullmatch(found[0])
                    or _OF_REQUEST.search(text, max(0, found.start() - 30), found.start())
                ):
                    yield ("access-key" if found["access"] else "secret-key"), found.span()
            done = max(done, at + _NEAR - 80)


def behind_key(text: str, end: int) -> Iterator[tuple[str, Span]]:
    """List the secret key that stands a little behind an access key, whatever stands between."""
    for found in _DRAWN.finditer(text, end, min(len(text), end + _BEHIND)):
        if found["secret"] and not _OF_REQUEST.search(text, max(0, found.start() - 30), found.start()):
            yield "secret-key", found.span()
            return


def _places(low: str, stem: str) -> Iterator[int]:
    at = low.find(stem)
    while at >= 0:
        yield at
        at = low.find(stem, at + len(stem))
