"""Masks a text that is still being typed: what is a secret by now, and the word under the cursor that may become one.

Of `password is hunt` nobody can tell yet that a password begins there; half of one must not be on the disk either. So
the word at the cursor is also looked at with a few endings: where it would then be a secret, it is masked already.
"""

import string
from collections.abc import Iterator, Sequence

from index.hits import Span
from index.reports import Secret
from index.text import clean

_ENDINGS = (
    "x7Kq2Zp9Lm4Vt8Rw1Bn6x7Kq2Zp9Lm4Vt8Rw1Bn6",
    "J9.eyJzdWIiOiJ4In0.x7Kq2Zp9Lm4Vt8Rw1Bn6",
    "x.example.com",
    "x@example.com",
)
"""What a word could go on with: a token, the rest of a signed one, a mail address or a host behind a password."""
_CAPITALS, _KEY_LENGTHS = "7Q2Z9P4M8K1R6T3W5X7Q2Z9P", (20, 24)
"""The rest of an access key, which has a fixed length."""
_MOST_AROUND = 2000
"""Characters before and behind a word that are looked at with it."""


def masked(text: str, cursor: int | None = None) -> tuple[str, int]:
    """Return the text with its secrets masked, and how many places were masked; `cursor` is where it is being typed.

    >>> masked("ask bob, password=EXAMPLEPASSWORD1, then restart")
    ('ask bob, password=<password>, then restart', 1)
    >>> masked("the root password is hunt", 25)
    ('the root password is <password>', 1)
    """
    from index.redact import find_secrets, mask  # noqa: PLC0415 - its patterns take 70 ms, and opening the library needs none

    if cursor is not None:
        place = _word_at(text, min(cursor, len(text)))
        cut, name = _growing(text, place) if place[0] < place[1] else (place, "")
        if name:
            text = f"{text[: cut[0]]}{name}{text[cut[1] :]}"
    text = clean(text)
    secrets = find_secrets(text)
    held = cursor is not None and bool(name)
    return mask(text, secrets), len(secrets) + held


def masked_all(texts: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """Mask each of several texts, wherever the cursor is; returns how many places were masked in all."""
    done = [masked(text, len(text)) for text in texts]
    return tuple(text for text, _ in done), sum(count for _, count in done)


def _word_at(text: str, at: int) -> Span:
    """Return the run of visible characters round a place."""
    start = end = at
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _growing(text: str, word: Span) -> tuple[Span, str]:
    """Return what of a word is a secret with some ending and not yet without it, and its placeholder."""
    from index.redact import find_secrets  # noqa: PLC0415 - as above

    start, end = max(word[0] - _MOST_AROUND, 0), word[1]
    before, behind = text[start:end], text[end : end + _MOST_AROUND]
    known = find_secrets(before + behind)
    if any(secret.span[1] == len(before) for secret in known):
        return word, ""
    for ending in _endings(text[slice(*word)]):
        found = find_secrets(before + ending + behind)
        reaching = next((secret for secret in found if _reaches_in(secret, len(before), len(ending))), None)
        if reaching is not None and (reaching.kind != "e-mail" or "@" in text[slice(*word)]):
            return (start + reaching.span[0], end), f"<{reaching.kind}>"
    return word, ""


def _endings(word: str) -> Iterator[str]:
    yield from _ENDINGS
    capitals = len(word) - len(word.rstrip(string.ascii_uppercase + string.digits))
    yield from (_CAPITALS[: length - capitals] for length in _KEY_LENGTHS if capitals < length)


def _reaches_in(secret: Secret, end: int, length: int) -> bool:
    """Tell whether a secret goes from before `end` into the ending behind it."""
    first, last = secret.span
    return first < end < last <= end + length
