r"""Secrets that are known by the name of their field, in any quoting.

The same field stands in pastes as `"adminPass":"x"`, `\"adminPass\":\"x\"`, `adminPass=x`, `&quot;adminPass&quot;`,
`adminPass%3Dx`, `<adminPass>x</adminPass>`, `--admin-pass x`, `'adminPass' => 'x'`, `X-Admin-Pass: x`. So a name is looked
for first, then what parts it from its value, then where the value ends, each in all of these spellings.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from index.hits import Span
from index.redaction.authorization import in_authorization
from index.redaction.names import ENDS, HARMLESS, SHORT, WHOLE_ONLY
from index.text import lowered

Found = tuple[str, Span]

_STEMS = (
    "access", "secret", "token", "jwt", "pass", "pwd", "kennwort", "密码", "口令", "密碼", "密钥", "令牌", "sig", "hmac", "sign",
    "authoriz", "credential", "cookie", "sess", "privatekey", "private_key", "private-key", "sshkey", "ssh_key", "ssh-key",
    "user_data", "userdata", "user-data", "apikey", "api_key", "api-key", "x-goog", "sharedkey", "accountkey",
    "account_key", "connectionstring", "csrf", "bearer", "ticket", "assertion", "samlresponse", "keyid", "key_id",
    "key-id", "otp", "pin", "mfa", "verifycode", "verify_code", "masterkey", "signingkey", "appkey", "app_key",
    "encryptionkey", "keymaterial", "dockerconfig", "plain_text", "plaintext", "data_key", "datakey", "kubeconfig",
    "q-ak", "验证码", "动态码", "校验码",
)  # fmt: skip
_SHORT_STEM = re.compile(r"(?:ak|sk|auth)(?![a-z0-9])")
_NAME_CHARACTER = re.compile(r"[A-Za-z0-9_.\-\u4e00-\u9fff]")
_NAME_SIZE = 48
_NAME_RIGHT = re.compile(r"(?:(?![是为為])[A-Za-z0-9_\-\u4e00-\u9fff]){0,32}")
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[\u4e00-\u9fff]+")

_QUOTE = r"(?:\\*[\"'`“”‘’„‚]|&(?:quot|apos|\#0?3[49]|\#x2[27]);|\\+u002[27]|%(?:25)*2[27])"
_BLANK = r"(?:[ \t\xa0]|%(?:25)*20|\+(?=%))"
_PARTED = re.compile(
    rf"(?P<close>{_QUOTE}?)(?:\]|[ ]?[(（][^()（）\n]{{1,30}}[)）]|[)）](?=[:：]))?{_BLANK}{{0,4}}(?:(?P<colon>:|：|%(?:25)*3A)|=>|:?=(?:3D)?|＝|%(?:25)*3D|\\+u003[dD]|&\#61;)"
    rf"(?:{_BLANK}|\\+[nrt]){{0,4}}(?P<many>\[{_BLANK}*)?(?P<open>[rbuf]?{_QUOTE})?"
)
_TAG = re.compile(r"(?:>|&gt;|\\+u003[eE]|%(?:25)*3E)(?P<open>)")
_FLAG = re.compile(rf"[ \t]+(?P<open>{_QUOTE})?")
_PROSE = re.compile(rf"(?:[ \t]+(?:is|was|ist|lautet)[ \t]+|是|为|為)[：:]?[ \t]*(?P<open>{_QUOTE})?")
_NAMED = re.compile(
    rf"{_QUOTE}?[ \t]*,?(?:\s|\\+[nr]){{0,40}}{_QUOTE}?[Vv]alue{_QUOTE}?[ \t]*[:=][ \t]*(?P<open>{_QUOTE})?"
)  # a list of names and values: `- name: OS_PASSWORD`, `value: x` on the next line
_KEY_LIKE = re.compile(r"(?=[^\s,，。;]*[A-Za-z])(?=[^\s,，。;]*\d)[\w+/=.~\-]{12,}", re.ASCII)
_TAG_END = re.compile(r"<|&lt;|\\+u003[cC]|%(?:25)*3[cC]")
_SCOPE = re.compile(r"/|%(?:25)*2F", re.IGNORECASE)

_DELIMITER = re.compile(
    r"[\s,;&<>\"'`|)}\]“”‘’，；。、]|(?<!\\)\\++[\"'nrtu]|&(?:quot|amp|lt|gt|apos|\#\d{2,3});|%(?:25)*(?:26|2[27]|0[ADad]|20|7[dD]|3[cC])"
)
_LINE_END = re.compile(r"[\r\n]|(?<!\\)\\++[nr](?![a-z])")
_MASKED = re.compile(
    r"[*•x●·.\-_X]+|<[^<>]*>|\[[A-Z_ \-]+\]|\$\{?\w+\}?|\{\{?[\w. ]+\}?\}|%\w+%?|(?:<|\().*", re.DOTALL
)
_NOTHING = frozenset(
    {"", "null", "none", "nil", "true", "false", "undefined", "yes", "no", "empty", "required", "invalid"}
)
_LONG = 20_000
_CURLY = "”“’‘„‚"
_ENOUGH = {
    "token": 8,
    "signature": 8,
    "access-key": 12,
    "secret-key": 8,
    "cookie": 4,
    "credential": 8,
    "user-data": 8,
}
_RANDOM = re.compile(r"(?=.*[0-9])(?=.*[A-Za-z])|(?=.*[a-z])(?=.*[A-Z]).{12,}|(?=.*[^\w\s.:-])")
_LONGER_THAN_WORDS = 16
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_NEXT_WORD = re.compile(r"[ \t]+[a-z]{2,}")
_COOKIE = re.compile(r"(?:^|;)[ \t]*([^=;\s]{1,80})=([^;\s]+)")
_COOKIE_RULES = frozenset({"path", "domain", "expires", "max-age", "samesite", "version", "comment"})


def in_fields(text: str) -> Iterator[Found]:
    """List the secrets that a field's name gives away: kind and span, in no order, overlaps possible."""
    done = 0
    edges = Edges(text)
    for stem in _stems(lowered(text)):
        if stem[0] < done:
            continue
        start, end = _name(text, *stem, done)
        done = end
        name = text[start:end].lstrip(".-")
        kind = kind_of(name)
        if kind is not None:
            for found in _values(text, start, end, name, kind, edges):
                done = max(done, found[1][1])
                yield found


def _stems(low: str) -> list[Span]:
    """Find all places where the name of a secret's field may stand; many plain searches beat one large pattern."""
    places = [(at, at + len(stem)) for stem in _STEMS for at in _places(low, stem)]
    places += [
        match.span() for match in _SHORT_STEM.finditer(low) if not low[max(0, match.start() - 1)].isalnum()
    ]
    return sorted(places)


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


class Edges:
    """Where the next delimiter and the next line end stand, remembered: asking for each position stays linear."""

    def __init__(self, text: str) -> None:
        """Look at this text."""
        self._text = text
        self._known: dict[re.Pattern[str], Span] = {}
        self._header_end = 0

    def next(self, pattern: re.Pattern[str], start: int) -> int:
        """Return where the pattern next matches at or after `start`, or the end of the text."""
        since, at = self._known.get(pattern, (0, -1))
        if not since <= start <= at:
            match = pattern.search(self._text, start)
            at = match.start() if match else len(self._text)
            self._known[pattern] = (start, at)
        return at

    def header(self, start: int, stop: int) -> Span:
        """Return the part of a header's value that was not yet asked for; names inside a value don't start it anew."""
        fresh = max(start, self._header_end)
        self._header_end = max(stop, self._header_end)
        return fresh, max(stop, fresh)


def _name(text: str, start: int, end: int, since: int) -> Span:
    """Widen a stem to the whole name around it."""
    lowest = max(since, start - _NAME_SIZE)
    while start > lowest and _NAME_CHARACTER.match(text, start - 1):
        start -= 1
    right = _NAME_RIGHT.match(text, end)
    return start, right.end() if right else end


@lru_cache(maxsize=4096)
def kind_of(name: str) -> str | None:
    """Tell what kind of secret a field of this name holds, or None.

    >>> kind_of("X-Subject-Token")
    'token'
    >>> kind_of("next_token")
    """
    if HARMLESS.search(name):
        return None
    words = [word.lower() for word in _WORDS.findall(name)]
    joined = "".join(words)
    if joined in SHORT:
        return SHORT[joined]
    for count in range(min(4, len(words)), 0, -1):
        end = "".join(words[-count:])
        if end in ENDS:
            return ENDS[end]
        if end in SHORT and words[-1] == end:
            return SHORT[end]
    for end, kind in ENDS.items():
        if end not in WHOLE_ONLY and joined.endswith(end):
            return kind
    return None


def _values(text: str, start: int, end: int, name: str, kind: str, edges: Edges) -> Iterator[Found]:
    parted = _PARTED.match(text, end) or _parted_oddly(text, start, end, kind)
    if parted is None:
        return
    at, opened = parted.end(), parted["open"]
    told = parted.re is _PROSE
    if kind == "credential" and "authoriz" in name.lower():
        yield from in_authorization(text, *edges.header(at, _until(text, at, opened, edges)))
    elif kind == "cookie" and "cookie" in name.lower():
        yield from _cookies(text, *edges.header(at, _until(text, at, opened, edges)))
    else:
        value = at, _end_of_value(text, at, opened, kind, edges)
        if parted.re is _TAG:
            value = at, min(edges.next(_TAG_END, at), at + _LONG)
        if kind == "credential" and (scope := _SCOPE.search(text, *value)):
            # The scope behind the key (date, region, service) stays: it helps and is no secret.
            value = at, scope.start()
        sure = bool(opened) or parted.re in {_TAG, _NAMED}
        if _is_secret(text, value, kind, sure=sure, sign="is" if told else text[end:at]) and not _is_other(
            name, text[slice(*value)], sure=sure
        ):
            yield kind, value


def _parted_oddly(text: str, start: int, end: int, kind: str) -> re.Match[str] | None:
    """Match what parts a name from its value where no sign does: a tag's end, an option's blank, a word, the next line."""
    before = text[max(0, start - 4) : start]
    parted = None
    if before.lower().endswith(("<", "&lt;", "003c", "%3c")):
        parted = _TAG.match(text, end)
    if parted is None and (before.endswith("-") or text[start : start + 1] == "-"):
        parted = _FLAG.match(text, end)
    if parted is None:
        parted = _PROSE.match(text, end)
        if parted and kind != "password" and not _KEY_LIKE.match(text, parted.end()):
            parted = None
    return parted or _NAMED.match(text, end)


def _end_of_value(text: str, start: int, opened: str | None, kind: str, edges: Edges) -> int:
    if opened or kind == "user-data":
        return _until(text, start, opened, edges)
    stop = min(edges.next(_DELIMITER, start), start + _LONG)
    if kind == "password" and text[stop : stop + 1] in set("&;)}],|"):
        return _whole_password(text, start, stop, edges)
    return stop


def _whole_password(text: str, start: int, stop: int, edges: Edges) -> int:
    """Take a punctuation mark inside an unquoted password along (`a&b!c`) where no new field can start after it."""
    rest = text[start : min(edges.next(_LINE_END, start), start + 80)].rstrip()
    return stop if re.search(r"[\s=:]|[)}\],;]$", rest) else start + len(rest)


def _until(text: str, start: int, opened: str | None, edges: Edges) -> int:
    """Find where a value that was opened with this quotation mark ends; without one, at the end of the line."""
    limit = min(len(text), start + _LONG)
    at = _closing(text, start, limit, opened.lstrip("rbuf")) if opened else -1
    return at if at >= 0 else min(edges.next(_LINE_END, start), limit)


def _closing(text: str, start: int, limit: int, mark: str) -> int:
    if mark in _CURLY:
        return min((at for other in _CURLY if (at := text.find(other, start, limit)) >= 0), default=-1)
    at = text.find(mark, start, limit)
    while at > start and len(mark) == 1 and text[at - 1] == "\\" and _backslashes(text, at) % 2:
        at = text.find(mark, at + 1, limit)
    return at


def _backslashes(text: str, at: int) -> int:
    before = text[max(0, at - 64) : at]
    return len(before) - len(before.rstrip("\\"))


def _cookies(text: str, start: int, stop: int) -> Iterator[Found]:
    found = False
    for match in _COOKIE.finditer(text[start:stop]):
        found = True
        if match[1].lower() not in _COOKIE_RULES and len(match[2]) >= _ENOUGH["cookie"]:
            yield "cookie", (start + match.start(2), start + match.end(2))
    if not found and " " not in text[start:stop] and stop - start >= _ENOUGH["token"]:
        yield "cookie", (start, stop)


def _is_secret(text: str, value: Span, kind: str, *, sure: bool, sign: str) -> bool:
    word = text[value[0] : value[1]].strip()
    if len(word) < _ENOUGH.get(kind, 1):
        return False
    if (
        word.lower().rstrip(".") in _NOTHING
        or _MASKED.fullmatch(word)
        or (not sure and word[:1] in {"{", "["})
    ):
        return False
    if kind in {"password", "user-data", "private-key"}:
        # What follows "=" or stands in quotes is the field's value; after a colon, a blank or "is" a sentence may go on.
        return (
            sure
            or "=" in sign
            or bool(_RANDOM.match(word))
            or (sign != "is" and not _goes_on(text, value[1]))
        )
    # An English word after "token:" or "signature:" is a sentence about the field, not the field.
    stated = sure or "=" in sign
    return " " not in word and bool(_RANDOM.match(word) or (stated and len(word) >= _LONGER_THAN_WORDS))


def _is_other(name: str, value: str, *, sure: bool) -> bool:
    """Tell whether a value is something else than the name says: a setting, a ticket's number, a Chinese sentence."""
    low = name.lower()
    if low in {"pin", "otp"}:
        return not any(letter.isdigit() for letter in value)
    if value.startswith("arn:") or (low.endswith("ticket") and len(value) < _LONGER_THAN_WORDS):
        return True
    return not sure and _HAN.search(value) is not None and _ASCII_LETTER.search(value) is None


def _goes_on(text: str, at: int) -> bool:
    """Tell whether a sentence goes on here."""
    return bool(_NEXT_WORD.match(text, at))
