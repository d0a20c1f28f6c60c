"""Keys that are handed over by position, as in `BasicCredentials("key", "secret")`, `oss2.Auth('key', 'secret')`."""

import re
from collections.abc import Iterator

from index.hits import Span

_CALL = re.compile(
    r"(?:Credentials?|Auth|AcsClient|Session|Client|Signer|Minio)\w{0,12}\(\s{0,8}[\"']([\w+/=.\-]{12,80})[\"'],\s{0,8}[\"']([\w+/=.\-]{16,120})[\"']"
)
_RANDOM = re.compile(r"(?=.*\d)(?=.*[A-Za-z])(?!.*\.\w{2,3}$)")


def in_calls(text: str) -> Iterator[tuple[str, Span]]:
    """List the keys that stand by position in a constructor's brackets: kind and span."""
    if "(" not in text:
        return
    for found in _CALL.finditer(text):
        if _RANDOM.match(found[2]) and _RANDOM.match(found[1]):
            yield "access-key", found.span(1)
            yield "secret-key", found.span(2)
