"""Passwords and tokens that a sentence tells, with words or only a blank between: `das Passwort für den Jumphost ist noch x`, `login: root / x`.

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
    "senha",
    "lösenord",
    "passord",
    "adgangskode",
    "salasana",
    "heslo",
    "hasło",
    "haslo",
    "jelszó",
    "parola",
    "пароль",
    "パスワード",
    "暗証番号",
    "비밀번호",
    "pw",
)
_NAME = (
    r"(?:password|passwd|passwort|kennwort|passphrase|mot de passe|contraseña|wachtwoord|senha|lösenord|passord|adgangskode|salasana|heslo|hasło|haslo|jelszó|parola"
    r"|密码|口令|密碼|пароль|パスワード|暗証番号|비밀번호"
    r"|(?<![A-Za-z0-9])pwd?(?![\w-]))"
)
_SAYS = r"(?:(?<![A-Za-zÀ-ÿ])(?:is|was|ist|lautet|est|es|è|é|war)(?![A-Za-zÀ-ÿ])(?: (?:re)?(?:set|changed|gesetzt|geändert)(?: (?:to|auf))?)?|[→⇒]|->|是|为|為|は|改成|改为)"
_CJK = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = rf"[\"'`“„«*_]{{0,2}}(?P<word>[^\s\"'`“”„«»,;，。；、()（）<>{_CJK}]{{6,64}})"
_TELLS = (
    re.compile(rf"{_NAME}[ \t]{{1,40}}{_WORD}", re.IGNORECASE),
    re.compile(
        # a colon right behind the name parts a field, which is read elsewhere
        rf"{_NAME}(?:[^\n:：=;；。!！?？]{{0,60}}?{_SAYS}|[^\n:：=;；。!！?？]{{1,60}}[:：])[ \t]{{0,3}}(?:(?:still|now|noch|jetzt|weiterhin|immer noch|encore|还是|仍是)[ \t]{{0,3}})?{_WORD}",
        re.IGNORECASE,
    ),
)
_KEY_OF = "unseal", "recovery", "encryption", "signing", "master", "shared", "storage", "account"
_KEY_STEMS = "token", "secret", "api", "令牌", "密钥", *_KEY_OF
_TELLS_KEY = re.compile(
    rf"(?:(?i:token|secret|api[ _-]?(?:key|schlüssel)|(?:{'|'.join(_KEY_OF)})[ _-]key)(?![A-Za-z])|令牌|密钥)(?=[ {_CJK}])[^\n:：=;；。!！?？]{{1,60}}?(?:{_SAYS}|(?<![Nn]ame)(?<![Ii][Dd])(?::(?=[ \t])|：))[ \t]{{0,3}}[\"'`“„]{{0,2}}"
    r"(?P<word>(?=[A-Za-z_+/~-]{0,80}\d)(?=[a-z\d_+/~-]{0,80}[A-Z])(?=[A-Z\d_+/~-]{0,80}[a-z])[A-Za-z0-9][\w+/~-]{15,400}+={0,2})(?![\w.:])",
)
"""What is drawn by lot and told of in the same way."""
_PAIR = re.compile(
    r"(?:[:：}]|[ ][–-](?=[ ]))[ \t]{0,3}[\"'`]?[\w.@\-]{1,40}[ ]{0,2}/[ ]{0,2}(?P<word>[^\s\"'`“”,;，。；、()（）<>{}|/]{6,64})"
)
_ACCOUNT = re.compile(
    r"(?:log-?in|credential|creds|zugang|anmeld|benutzer|user|account|账号|帐号|用户|账户|登录|passw|密码)[^\n:：]{0,40}[:：|]?[^\n:：]{0,12}\Z",
    re.IGNORECASE,
)
_ACCOUNT_NEAR = 70
_SIGNS = "!@#$%^&*?+=~"
_NAME_AND_NUMBER = re.compile(r"[A-Za-z]+(?:[_-][A-Za-z]+)*[_-]?\d{0,6}")
_PART = r"(?:[a-z0-9_-]+|[A-Z][A-Za-z]*\d{0,3}|\d+|[A-Z_-]+\d{0,8}|[A-Z]\d[A-Z])"
_TOO_PLAIN = re.compile(
    r"[A-Za-z]+(?:[_-][A-Za-z]+)*|[A-Za-z]{2,4}\d{4,8}"
    rf"|{_PART}(?:\.{_PART})+(?::\d+)?[:.]?"  # a code, a host, a file
    r"|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{2,12})*|(?:req|i|vpc|ecs|ou|p|r)-[\w-]+|\d[\d.:/T+Z-]*|v?\d+(?:\.\d+)+\S*"
    r"|[0-9a-f]{32}|[A-Za-z][\w+.-]*://.*|[~.]?/.*|.*[\\{}\[\]].*|.*&\w+=.*"
)


def in_prose(text: str) -> Iterator[tuple[str, Span]]:
    """List the passwords that sentences tell: kind and span. Linear in the text."""
    done = 0
    low = lowered(text)
    for at in sorted(_places(low, _STEMS)):
        told = ((number, tells.match(text, at)) for number, tells in enumerate(_TELLS) if at >= done)
        word = next(
            (
                found.span("word")
                for number, found in told
                if found and _is_password(found["word"], told=number > 0)
            ),
            None,
        )
        if word is not None:
            done = word[1]
            yield "password", _plain(text, word)
    for at in sorted(_places(low, _KEY_STEMS)):
        found = _TELLS_KEY.match(text, at)
        if found:
            yield "token", found.span("word")
    if "/" in text:
        for found in _PAIR.finditer(text):
            near = text[max(0, found.start() - _ACCOUNT_NEAR) : found.start()]
            if _is_password(found["word"]) and _ACCOUNT.search(near):
                yield "password", _plain(text, found.span("word"))


def _places(low: str, stems: tuple[str, ...]) -> Iterator[int]:
    for stem in stems:
        at = low.find(stem)
        while at >= 0:
            yield at
            at = low.find(stem, at + len(stem))


def _plain(text: str, span: Span) -> Span:
    """Leave out the full stop behind a sentence."""
    start, end = span
    return start, end - (text[end - 1] in ".:")


def _is_password(word: str, *, told: bool = False) -> bool:
    """Tell whether a word in a sentence looks like a password; `told`: a verb or a colon says that it is what was named."""
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
    if kinds < (2 if signed else 3) or _TOO_PLAIN.fullmatch(word):
        return False
    return told or not _NAME_AND_NUMBER.fullmatch(word)
