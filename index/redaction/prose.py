"""Passwords that a sentence tells, with words or only a blank between: `das Passwort für den Jumphost ist noch x`, `login: root / x`.

What a sentence tells has no marked end and may be anything, so only what looks like a password is one: letters and
digits, with capitals or signs among them, and no code, id, host, date, path or version.
"""

import re
from collections.abc import Iterator

from index.hits import Span
from index.text import lowered

_STEMS = (
    "passw",
    "passphrase",
    "kennwort",
    "密码",
    "口令",
    "密碼",
    "mot de passe",
    "contraseña",
    "wachtwoord",
)
_NAME = r"(?:password|passwd|passwort|kennwort|passphrase|mot de passe|contraseña|wachtwoord|密码|口令|密碼)"
# a colon right behind the name parts a field, which is read elsewhere
_SAYS = r"(?:(?<= [^:：]{4})[:：]|(?<![A-Za-z])(?:is|was|ist|lautet|est|es|war)(?![A-Za-z])(?: (?:re)?(?:set|changed|gesetzt|geändert)(?: (?:to|auf))?)?|是|为|為|改成|改为)"
_WORD = r"[\"'`“„«*_]{0,2}(?P<word>[^\s\"'`“”„«»,;，。；、()（）<>]{6,64})"
_TELLS = (
    re.compile(rf"{_NAME}[ \t]{{1,3}}{_WORD}", re.IGNORECASE),
    re.compile(
        rf"{_NAME}[^\n:：=;；。!！?？]{{0,60}}?{_SAYS}[ \t]{{0,3}}(?:(?:still|now|noch|jetzt|weiterhin|immer noch|encore|还是|仍是)[ \t]{{0,3}})?{_WORD}",
        re.IGNORECASE,
    ),
)
_PAIR = re.compile(
    r"[:：}][ \t]{0,3}[\"'`]?[\w.@\-]{1,40}[ ]{0,2}/[ ]{0,2}(?P<word>[^\s\"'`“”,;，。；、()（）<>{}|/]{6,64})"
)
_ACCOUNT = re.compile(
    r"(?:log-?in|credential|creds|zugang|anmeld|benutzer|user|account|账号|帐号|用户|账户|登录|passw|密码)[^\n:：]{0,40}[:：|]?[^\n:：]{0,12}\Z",
    re.IGNORECASE,
)
_ACCOUNT_NEAR = 70
_SIGNS = "!@#$%^&*?+=~"
_TOO_PLAIN = re.compile(
    r"[A-Za-z]+(?:[_-][A-Za-z]+)*[_-]?\d{0,6}"  # a name and a number
    r"|[A-Za-z][\w-]*(?:\.[\w-]+)+(?::\d+)?[:.]?"  # a code, a host, a file
    r"|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{2,12})*|(?:req|i|vpc|ecs|ou|p|r)-[\w-]+|\d[\d.:/T+Z-]*|v?\d+(?:\.\d+)+\S*"
    r"|[0-9a-f]{32}|[A-Za-z][\w+.-]*://.*|[~.]?/.*|.*[\\{}\[\]].*|.*&\w+=.*"
)


def in_prose(text: str) -> Iterator[tuple[str, Span]]:
    """List the passwords that sentences tell: kind and span. Linear in the text."""
    done = 0
    for at in sorted(_places(lowered(text))):
        told = (tells.match(text, at) for tells in _TELLS if at >= done)
        word = next((found.span("word") for found in told if found and _is_password(found["word"])), None)
        if word is not None:
            done = word[1]
            yield "password", _plain(text, word)
    if "/" in text:
        for found in _PAIR.finditer(text):
            near = text[max(0, found.start() - _ACCOUNT_NEAR) : found.start()]
            if _is_password(found["word"]) and _ACCOUNT.search(near):
                yield "password", _plain(text, found.span("word"))


def _places(low: str) -> Iterator[int]:
    for stem in _STEMS:
        at = low.find(stem)
        while at >= 0:
            yield at
            at = low.find(stem, at + len(stem))


def _plain(text: str, span: Span) -> Span:
    """Leave out the full stop behind a sentence."""
    start, end = span
    return start, end - (text[end - 1] in ".:")


def _is_password(word: str) -> bool:
    """Tell whether a word in a sentence looks like a password."""
    word = word.rstrip(".:")
    kinds = sum(
        (
            any(letter.islower() for letter in word),
            any(letter.isupper() for letter in word),
            any(letter.isdigit() for letter in word),
            any(letter in _SIGNS for letter in word),
        )
    )
    signed = any(letter in _SIGNS for letter in word[:-1])
    return kinds >= (2 if signed else 3) and word.isascii() and not _TOO_PLAIN.fullmatch(word)
