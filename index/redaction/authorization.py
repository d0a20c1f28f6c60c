"""What is secret in an Authorization header: the key and the signature, not the scheme or the list of headers."""

import re
from collections.abc import Iterator

from index.hits import Span

_SCHEMES = re.compile(
    r"(?:Bearer|Basic|Negotiate|Token|JWT|ApiKey|GoogleLogin auth=|Splunk)[ \t]+", re.IGNORECASE
)
_KEY_AND_SIGNATURE = re.compile(
    r"(?:AWS|OSS|OSS4|OBS|acs|COS|SharedKey(?:Lite)?|TOS|JDCLOUD|BCE|bce-auth-v1)[ \t/]+([\w.\-]{3,128})[:/]([\w+/=.\-]{8,})"
)
_PARTS = re.compile(
    r"\b(?P<name>Access|AccessKeyId|Credential|Signature|q-ak|q-signature|response|nonce|cnonce|sig|oauth_token"
    r"|oauth_signature|username|token)=(?P<quote>\\*\"?)(?P<value>[\w+/=.%~@\-]{4,})",
    re.IGNORECASE,
)
_KINDS = {
    "access": "access-key",
    "accesskeyid": "access-key",
    "credential": "access-key",
    "q-ak": "access-key",
}
_BLOB = re.compile(r"(?!\w{2,12}-HMAC-SHA\d)[^\s\"'\\,;]{8,}")
_SCOPE = re.compile(r"[/%]")


def in_authorization(text: str, start: int, stop: int) -> Iterator[tuple[str, Span]]:
    """List the secrets of the header value that stands at text[start:stop]."""
    named = False
    for part in _PARTS.finditer(text, start, stop):
        named = True
        kind = _KINDS.get(part["name"].lower(), "signature")
        # The scope behind a credential (date, region, service) stays: it helps and is no secret.
        scope = _SCOPE.search(text, *part.span("value")) if kind == "access-key" else None
        yield kind, (part.start("value"), scope.start() if scope else part.end("value"))
    scheme = _SCHEMES.match(text, start, stop)
    pair = _KEY_AND_SIGNATURE.match(text, start, stop)
    if pair is not None:
        yield "access-key", pair.span(1)
        yield "signature", pair.span(2)
    elif not named:
        blob = _BLOB.match(text, scheme.end() if scheme else start, stop)
        if blob is not None:
            yield ("token" if scheme else "credential"), blob.span()
