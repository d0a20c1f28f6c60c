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
from index.redaction.cookies import cookies_in, listed_cookies
from index.redaction.endings import Edges
from index.redaction.names import ENDS, HARMLESS, SHORT, WHOLE_ONLY
from index.redaction.worth import Worth
from index.text import lowered

Found = tuple[str, Span]

_STEMS = (
    "access", "secret", "token", "jwt", "pass", "pwd", "kennwort", "密码", "口令", "密碼", "密钥", "令牌", "sig", "hmac", "sign",
    "authoriz", "credential", "cookie", "sess", "privatekey", "private_key", "private-key", "sshkey", "ssh_key", "ssh-key",
    "user_data", "userdata", "user-data", "apikey", "api_key", "api-key", "x-goog", "sharedkey", "accountkey",
    "account_key", "connectionstring", "csrf", "bearer", "ticket", "assertion", "samlresponse", "keyid", "key_id",
    "key-id", "otp", "pin", "mfa", "verifycode", "verify_code", "masterkey", "signingkey", "appkey", "app_key",
    "encryptionkey", "keymaterial", "dockerconfig", "plain_text", "plaintext", "data_key", "datakey", "kubeconfig",
    "q-ak", "验证码", "动态码", "校验码", "密鑰", "密匙", "私钥", "contrase", "senha", "wachtwoord", "lösenord", "adgangskode", "salasana",
    "_key", "-key", "heslo", "hasło", "haslo", "jelszó", "parola", "пароль", "パスワード", "暗証番号", "비밀번호",
)  # fmt: skip
_SHORT_STEM = re.compile(r"(?:ak|sk|auth|pw)(?![a-z0-9])")
_NAME_CHARACTER = re.compile(r"[\w.\-]")
_BEFORE_NAMES = frozenset(" \n\"'\t&?,;<>{}\\")
"""What mostly stands before a name: no closer look is needed."""
_NAME_SIZE = 48
_NAME_RIGHT = re.compile(r"(?:(?![是为為は])[\w\-]){0,32}(?:\.(?:key|id|secret|password|token)(?![\w.]))?")
_WORDS = re.compile(
    r"[A-Z]+(?![a-z])|[A-Z]?[a-zß-ž]+|[0-9]+|[\u0400-\u04ff]+|[\u3040-\u9fff]+|[\uac00-\ud7af]+"
)

_QUOTE = r"(?:\\*[\"'`“”‘’„‚]|&(?:quot|apos|\#0?3[49]|\#x2[27]);|\\+u002[27]|%(?:25)*2[27])"
_BLANK = r"(?:[ \t\xa0]|%(?:25)*20|\+(?=%))"
_INSIDE = rf"\{{(?:\s|\\+[nrt]){{0,40}}{_QUOTE}?(?:key|value|id|content|text|data|\$t|_text|\#text){_QUOTE}?[ \t]{{0,4}}[:=][ \t]{{0,4}}"
"""An object whose only member is the value: `"secret": {"key": "x"}`, as signed and wrapped bodies have it."""
_PARTED = re.compile(
    rf"(?P<close>{_QUOTE}?)(?:\]|[ ]?[(（][^()（）\n]{{1,30}}[)）]|[)）](?=[:：]))?{_BLANK}{{0,4}}(?:(?P<colon>:|：|%(?:25)*3A)|=>|(?<!\))(?<!\)[ ])(?:[-—]{{0,2}}[→⇒]|-{{1,2}}>)|:?=(?:3D)?|＝|%(?:25)*3D|\\+u003[dD]|&\#61;|】[:：]?)"
    rf"(?:{_BLANK}|\\+[nrt]){{0,4}}(?P<many>\[{_BLANK}*|(?:Some|Optional)\(|{_INSIDE})?(?P<open>[rbuf]?{_QUOTE})?"
)
_TAG = re.compile(r"(?:>|&gt;|\\+u003[eE]|%(?:25)*3E)(?P<open>)")
_NAMED_TAG = re.compile(r"</(?:[Nn]ame|[Kk]ey)>\s{0,80}<(?:[Vv]alue|string)>(?P<open>)")
"""Between elements of a name and of its value, as configurations of Java and property lists have them."""
_OPENED_TAG = re.compile(r"(?:<|&lt;|003c|%3c)(?:[\w.-]{1,40}:)?\Z", re.IGNORECASE)
_LONGEST_PREFIX = 46
_FLAG = re.compile(rf"[ \t]+(?P<open>{_QUOTE})?")
_PROSE = re.compile(
    rf"(?:[ \t]+(?:is|was|ist|lautet|est|es|è|é)[ \t]+|是|为|為|は)[：:]?[ \t]*(?P<open>{_QUOTE})?"
)
_NAMED = re.compile(
    rf"{_QUOTE}?[*_]{{0,2}}(?:[ \t]*[,:{{]){{0,2}}(?:\s|\\+[nr]){{0,40}}(?:(?:\d{{1,6}}[:|.]?(?=[ \t])|[>│|*#]{{1,4}})[ \t]{{0,20}})?(?:{_QUOTE}?\w{{1,24}}{_QUOTE}?[ \t]?[:=][^\n{{}}\[\],]{{0,80}}+(?:,|(?:,\s)?\n)\s{{0,40}}){{0,3}}?"
    rf"{_QUOTE}?(?:[Vv]alue|[Dd]efault(?:[Vv]alue)?){_QUOTE}?[ \t]*[:=][ \t]*(?P<open>{_QUOTE})?"
)
"""A name and what it is given, with other things said about it between: `- name: OS_PASSWORD`, `value: x`; `variable "pass" {`, `default = "x"`."""
_HAN_BEHIND = re.compile(r"[^\s\u3040-\u9fff]+(?=[\u3040-\u9fff])")
"""What a Chinese or Japanese sentence tells ends where its own letters go on."""
_CELL = re.compile(
    r"[ \t]{0,60}[|│┃][ \t]{0,4}(?P<open>)(?:(?=[^\s|│┃]{0,64}\d)(?=[^\s|│┃]{0,64}[a-z])(?=[^\s|│┃]{0,64}[!@#$%^&*+=~])(?=[^\s|│┃]{6,64}[ \t]{0,4}[|│┃])"
    r"|(?=[^\s|│┃]{4,4000}+[ \t]{0,200}(?:[|│┃][ \t|│┃]{0,200})?\*{0,3}(?:[\r\n\"]|\\+[nr]|\Z)))"
)
"""In a row of a name and its value, as `openstack`, `mysql` and `psql` print them, whatever stands before it."""
_IN_CELL = re.compile(r"[^\s|│┃\\\"]*")
_DUMPED = re.compile(
    r"\\*\"?(?::[\w\"\\:]{1,80})?\][ ]?=>[ \t\r]{0,200}[│|]?(?:\n|(?:\\+[nr])+)(?:[^\n\"]{0,160}?[ >|\]])?string\(\d{1,6}\) (?P<open>\\*\")"
)
"""What PHP prints between a name and its value, which stands on the next line."""
_BESIDE = re.compile(
    r"[ \t]{1,40}(?P<open>)(?![0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-)(?=[^\s,;]{0,80}\d)(?=[^\s,;]{0,80}[A-Z])"
    r"(?=[^\s,;]{0,80}[a-z]|[A-Z0-9]{20}(?!\w))(?=[A-Za-z0-9+/_\-]{16,}+={0,2}(?![\w.:=]))"
)  # nothing but a blank between, and what follows is drawn by lot: `aws configure set aws_secret_access_key x`
_KEY_LIKE = re.compile(r"(?=[^\s,，。;]*[A-Za-z])(?=[^\s,，。;]*\d)[\w+/=.~\-]{12,}", re.ASCII)
_SCOPE = re.compile(r"/|%(?:25)*2F", re.IGNORECASE)
_BARE_VALUE = r"(?:=(?!3D)|:[ ]?|{told})([A-Za-z0-9][A-Za-z0-9+/.\-_!@#$^*?~:=]{{0,199}}+)"
_QUOTED_VALUE = r"\":[ ]?\"([^\"\\\n]{1,200}+)\""
_PLAIN = {
    "password": re.compile(rf"{_BARE_VALUE.format(told='[是为為]')}(?=[ \n])|{_QUOTED_VALUE}"),
    **dict.fromkeys(
        ("access-key", "secret-key", "token", "signature"),
        re.compile(rf"{_BARE_VALUE.format(told='(?!)')}(?=[ \n,;&\"'])|{_QUOTED_VALUE}"),
    ),
}
"""By kind, the plainest notations, which most fields have: `name=value `, `name: value`, `"name": "value"`."""
_NOTHING_BEHIND = re.compile(
    r"[ ](?!is\b|was\b|ist\b|lautet\b|est?\b|[Vv]alue)[A-Za-z](?![A-Za-z0-9+/=_\-]{15})|>(?=[^=:])"
)
"""What stands behind a name that is only a word of a sentence, or of an end tag."""
_BEFORE_WORDS = frozenset({"", " ", "\n", ",", "/", "(", "."})
"""What stands before one."""
_IS = frozenset("是为為は")
_BARE, _IN_QUOTES = 1, 2


def in_fields(text: str) -> Iterator[Found]:
    """List the secrets that a field's name gives away: kind and span, in no order, overlaps possible."""
    done = 0
    reader = _Reader(text)
    for low, high in _stems(text, lowered(text)):
        if low < done:
            continue
        start, end = _name(text, low, high, done)
        done = end
        name = text[start:end].lstrip(".-")
        kind = kind_of(name)
        if kind is None:
            continue
        plain = _PLAIN[kind].match(text, end) if kind in _PLAIN else None
        if plain is None:
            for found in reader.values(start, end, name, kind):
                done = max(done, found[1][1])
                yield found
        elif reader.is_plain_secret(plain, name, kind):
            done = plain.end(plain.lastindex or 0)
            yield kind, plain.span(plain.lastindex or 0)


def _stems(text: str, low: str) -> list[Span]:
    """Find all places where the name of a secret's field may stand; many plain searches beat one large pattern."""
    places = [(at, at + len(stem)) for stem in _STEMS for at in _places(low, stem)]
    places += [
        match.span()
        for match in _SHORT_STEM.finditer(low)
        if not _joins(low[max(0, match.start() - 1) : match.start()]) or _begins_word(text, match.start())
    ]
    return sorted(places)


def _begins_word(text: str, at: int) -> bool:
    """Tell whether a capital begins a word inside a name: `ApiPw`."""
    return text[at].isupper() and text[at - 1].islower()


def _joins(letter: str) -> bool:
    """Tell whether a letter before a short name makes it the end of a word; a Chinese one does not."""
    return letter.isalnum() and (letter.isascii() or letter.islower())


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def _name(text: str, start: int, end: int, since: int) -> Span:
    """Widen a stem to the whole name around it."""
    lowest = max(since, start - _NAME_SIZE)
    while start > lowest and text[start - 1] not in _BEFORE_NAMES and _NAME_CHARACTER.match(text, start - 1):
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


class _Reader:
    """Reads the values of the fields of one text, in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._edges = Edges(text)
        self._worth = Worth(text)

    def is_plain_secret(self, plain: re.Match[str], name: str, kind: str) -> bool:
        """Tell whether a value in the plainest notation is a secret."""
        sure = plain.lastindex == _IN_QUOTES
        sign = "" if sure else self._text[plain.start() : plain.start(_BARE)]
        sign = "is" if sign in _IS else sign
        return self._worth.is_secret(plain.span(plain.lastindex or 0), name, kind, sure=sure, sign=sign)

    def values(self, start: int, end: int, name: str, kind: str) -> Iterator[Found]:
        """Read what stands behind a name, in any notation."""
        text = self._text
        if (
            text[start] != "-"
            and text[start - 1 : start] in _BEFORE_WORDS
            and _NOTHING_BEHIND.match(text, end)
        ):
            return
        parted = _DUMPED.match(text, end) or _PARTED.match(text, end) or _parted_oddly(text, start, end, kind)
        if parted is not None and text[parted.end() : parted.end() + 1] in {"\r", "\n"}:
            parted = _NAMED.match(text, end) or parted
        if parted is None:
            return
        at, opened = parted.end(), parted["open"]
        if kind == "credential" and "authoriz" in name.lower():
            yield from in_authorization(text, *self._edges.header(at, opened))
        elif kind == "cookie" and "cookie" in name.lower():
            listed = list(listed_cookies(text, parted.start(), at))
            yield from listed or cookies_in(text, *self._edges.header(at, opened))
        else:
            value = at, self._end(at, parted, kind)
            if kind == "credential" and (scope := _SCOPE.search(text, *value)):
                # The scope behind the key (date, region, service) stays: it helps and is no secret.
                value = at, scope.start()
            sure = bool(opened) or parted.re in {_TAG, _NAMED, _NAMED_TAG}
            sign = "is" if parted.re in {_PROSE, _CELL} else text[end:at]
            if self._worth.is_secret(value, name, kind, sure=sure, sign=sign):
                yield kind, value

    def _end(self, at: int, parted: re.Match[str], kind: str) -> int:
        if parted.re in {_TAG, _NAMED_TAG}:
            return self._edges.tag(at)
        if parted.re is _CELL:
            cell = _IN_CELL.match(self._text, at)
            return cell.end() if cell else at
        if parted.re is _PROSE and not parted["open"] and (told := _HAN_BEHIND.match(self._text, at)):
            return min(told.end(), self._edges.bare(at, kind))
        if parted["open"] or kind == "user-data":
            return self._edges.closed(at, parted["open"])
        return self._edges.bare(at, kind)


def _parted_oddly(text: str, start: int, end: int, kind: str) -> re.Match[str] | None:
    """Match what parts a name from its value where no sign does: a tag's end, an option's blank, a word, the next line."""
    before = text[max(0, start - _LONGEST_PREFIX) : start]
    parted = _NAMED_TAG.match(text, end)
    if parted is None and _OPENED_TAG.search(before):
        parted = _TAG.match(text, end)
    if parted is None and (before.endswith("-") or text[start : start + 1] == "-"):
        parted = _FLAG.match(text, end)
    if parted is None:
        parted = _PROSE.match(text, end)
        if parted and kind != "password" and not _KEY_LIKE.match(text, parted.end()):
            parted = None
    return parted or _NAMED.match(text, end) or _CELL.match(text, end) or _BESIDE.match(text, end)
