"""Pages packed as a mail: what wikis export as `.doc`, browsers save as `.mhtml` and mailboxes as `.eml`."""

import re

_HEAD = re.compile(rb"\A(?:[A-Za-z][\w-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE)
_LIMIT = 64 * 1024 * 1024


def unpacked(data: bytes) -> bytes:
    """Return the page inside a mail as UTF-8, its text where it has no page; anything else as it is."""
    head = data[:20_000].lstrip(b"\xef\xbb\xbf\r\n ")
    if len(data) > _LIMIT or not _HEAD.match(head.replace(b"\r\n", b"\n")):
        return data
    import email.policy  # noqa: PLC0415 - needed for this format only

    message = email.message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n "), policy=email.policy.default)
    parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    for wanted in ("html", "plain"):
        for part in parts:
            if part.get_content_subtype() == wanted:
                raw = part.get_payload(decode=True)
                charset = part.get_content_charset("utf-8")
                return _decoded(raw if isinstance(raw, bytes) else b"", charset).encode()
    return data


def _decoded(raw: bytes, charset: str) -> str:
    try:
        return raw.decode(charset, "replace")
    except LookupError:
        return raw.decode("utf-8", "replace")
