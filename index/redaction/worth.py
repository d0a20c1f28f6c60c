"""Whether what stands in a secret's field is a secret: not a word about it, a placeholder, or nothing."""

import re

from index.hits import Span

ENOUGH = {
    "token": 8,
    "signature": 8,
    "access-key": 12,
    "secret-key": 8,
    "cookie": 4,
    "credential": 8,
    "user-data": 8,
}
"""How many characters a secret of a kind has at least."""
_MASKED = re.compile(
    r"[*•x●·.\-_X]+|<[^<>]*>|\[[A-Z_ \-]+\]|\$\{?\w+\}?|\{\{?[\w. ]+\}?\}|%\w+%?|(?:<|\().*", re.DOTALL
)
_NOTHING = frozenset(
    {"", "null", "none", "nil", "true", "false", "undefined", "yes", "no", "empty", "required", "invalid"}
)
_RANDOM = re.compile(r"(?=.*[0-9])(?=.*[A-Za-z])|(?=.*[a-z])(?=.*[A-Z]).{12,}|(?=.*[^\w\s.:-])")
_LONGER_THAN_WORDS = 16
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_NEXT_WORD = re.compile(r"[ \t]+[a-z]{2,}")
_UNLESS_A_SENTENCE = None
_JUDGED = 2000
"""Characters of a value that are looked at: whether the rest goes on for megabytes changes nothing."""


class Worth:
    """Judges the values of one text; each value of a name is looked at once, however often it stands there."""

    def __init__(self, text: str) -> None:
        """Judge values of this text."""
        self._text = text
        self._judged: dict[tuple[str, str, bool, str], bool | None] = {}

    def is_secret(self, value: Span, name: str, kind: str, *, sure: bool, sign: str) -> bool:
        """Tell whether a value is a secret.

        `sure`: its end is marked, by quotes or a tag. `sign` is what parts it from its name, "is" for a word that does.
        """
        word = self._text[value[0] : min(value[1], value[0] + _JUDGED)]
        key = name, word, sure, sign
        if key in self._judged:
            judged = self._judged[key]
        else:
            judged = _is_secret(word.strip(), kind, sure=sure, sign=sign)
            if judged is not False and _is_other(name, word, sure=sure):
                judged = False
            self._judged[key] = judged
        return judged if judged is not None else _NEXT_WORD.match(self._text, value[1]) is None


def _is_secret(word: str, kind: str, *, sure: bool, sign: str) -> bool | None:
    """Tell whether a word is a secret; None: unless a sentence goes on after it."""
    if len(word) < ENOUGH.get(kind, 1):
        return False
    if (
        word.lower().rstrip(".:;,") in _NOTHING
        or _MASKED.fullmatch(word)
        or (not sure and word[:1] in {"{", "["})
    ):
        return False
    if kind in {"password", "user-data", "private-key"}:
        # What follows "=" or stands in quotes is the field's value; after a colon, a blank or "is" a sentence may go on.
        if sure or "=" in sign or _RANDOM.match(word):
            return True
        return False if sign == "is" else _UNLESS_A_SENTENCE
    # An English word after "token:" or "signature:" is a sentence about the field, not the field.
    random = _RANDOM.match(word) is not None
    if " " in word or not (random or len(word) >= _LONGER_THAN_WORDS):
        return False
    return True if random or sure or "=" in sign else _UNLESS_A_SENTENCE


def _is_other(name: str, value: str, *, sure: bool) -> bool:
    """Tell whether a value is something else than the name says: a setting, a ticket's number, a Chinese sentence."""
    low = name.lower()
    if low in {"pin", "otp"}:
        return not any(letter.isdigit() for letter in value)
    if value.startswith("arn:") or (low.endswith("ticket") and len(value) < _LONGER_THAN_WORDS):
        return True
    return not sure and _HAN.search(value) is not None and _ASCII_LETTER.search(value) is None
