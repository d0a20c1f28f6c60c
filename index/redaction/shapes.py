"""Secrets that show what they are by themselves, wherever they stand.

Each pattern is one vendor's published form. None can run away: no nested repeats, all runs possessive or of one class.
"""

import re
from collections.abc import Iterator
from itertools import islice

from index.hits import Span

_RIGHT = r"(?![A-Za-z0-9])"
_PRIVATE_KEY = (
    r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----"
    r"((?:[A-Za-z0-9+/=\s>|]|\\+[nrt]|(?:Proc-Type|DEK-Info)[^\n]*+)*+)"
    r"(?:-----END (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----)?"
)

_FRAMED_KEY = (
    r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----"
    r"((?:(?!-----(?:BEGIN|END))[\s\S]){0,12000}+)-----END (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----"
)
"""One of which each line stands behind a log's time, a frame or a mark of quoting."""
_PUTTY = re.compile(r"Private-Lines: (\d{1,3})(?=\D)")
_PUTTY_LINE = re.compile(
    r"(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{16,80}={0,2}(?=[ \t\r\"'│|]{0,8}(?:\n|\Z|\\+[nr]|%(?:25)*0[AD]))",
    re.IGNORECASE,
)


def _starts(prefix: str, joins: str = "A-Za-z0-9") -> str:
    r"""Ask for a prefix that does not go on to the left; the literal stands first because that is what makes it fast.

    An escape may stand before it (`\n`, `%0A`), whose last letter is no part of it.
    """
    plain = re.escape(prefix)
    return rf"{plain}(?:(?<![{joins}]{plain})|(?<=\\[nrt]{plain})|(?<=%[0-9A-F]{{2}}{plain})|(?<=%25[0-9A-F]{{2}}{plain}))"


_PATTERNS: tuple[tuple[str, str], ...] = (
    ("private-key", _FRAMED_KEY),
    ("private-key", _PRIVATE_KEY),  # whole or cut off, with real or escaped line ends
    # JSON Web Tokens: header and payload both start like an encoded "{"
    ("token", _starts("eyJ", r"\w-") + r"[A-Za-z0-9_-]{8,}+(?:\.[A-Za-z0-9_-]++){1,4}"),
    ("token", _starts("gAAAA", r"\w-") + r"[A-Za-z0-9_-]{60,}+=*"),  # OpenStack Fernet
    ("token", _starts("MII", "A-Za-z0-9+/") + r"[A-Za-z0-9+/_-]{97,}+=*"),  # Keystone and Huawei IAM tokens
    ("token", _starts("ya29.", r"\w.") + r"[\w-]{20,}+"),  # Google OAuth
    ("token", _starts("github_pat_", r"\w-") + r"\w{30,}+"),
    *(("token", _starts(f"gh{kind}_", r"\w-") + r"\w{30,}+") for kind in "pousr"),
    ("token", _starts("glpat-", r"\w-") + r"[\w-]{18,}+"),
    ("token", _starts("xox", r"\w-") + r"[abeprs]-[\w-]{10,}+"),  # Slack
    ("token", _starts("dckr_pat_", r"\w-") + r"[\w-]{20,}+"),
    ("token", _starts("npm_", r"\w-") + r"\w{30,}+"),
    ("token", _starts("hvs.", r"\w.-") + r"[\w-]{20,}+"),  # Vault
    ("token", _starts("sk-", r"\w-") + r"(?=[\w-]*\d)(?=[\w-]*[A-Z])[\w-]{24,}+"),  # OpenAI, Anthropic
    ("token", r"hooks\.slack(?:-gov)?\.com/(?:services|workflows|triggers)/([\w/-]{16,}+)"),
    ("token", r"webhook\.office\.com/webhookb2/[^\s\"']{10,120}?/IncomingWebhook/([\w/-]{16,}+)"),
    ("token", r"discord(?:app)?\.com/api/webhooks/\d{5,30}/([\w-]{20,}+)"),
    ("token", r"qyapi\.weixin\.qq\.com/cgi-bin/webhook/send\?key=([\w-]{16,}+)"),
    ("token", r"open\.(?:feishu\.cn|larksuite\.com)/open-apis/bot/v2/hook/([\w-]{16,}+)"),
    ("token", r"api\.telegram\.org/bot(\d{6,12}:[\w-]{20,}+)"),
    (
        "private-key",
        r"Private-Lines: \d{1,3}\s{1,4}((?:[A-Za-z0-9+/=]{4,80}+(?:\s++|\Z))++)",
    ),  # PuTTY
    ("token", _starts("sk_live_", r"\w-") + r"\w{16,}+"),  # Stripe
    ("token", _starts("SG.", r"\w.-") + r"[\w-]{16,}+\.[\w-]{16,}+"),  # SendGrid
    *(
        ("access-key", _starts(kind) + r"[A-Z0-9]{16}" + _RIGHT) for kind in ("AKIA", "ASIA", "AROA", "AIDA")
    ),  # AWS
    ("access-key", _starts("LTAI") + r"[A-Za-z0-9]{10,26}" + _RIGHT),  # Alibaba Cloud
    ("access-key", _starts("STS.") + r"[A-Za-z0-9]{16,40}" + _RIGHT),  # Alibaba Cloud, temporary
    ("access-key", _starts("AKID") + r"[A-Za-z0-9_-]{28,76}" + _RIGHT),  # Tencent Cloud
    ("secret-key", _starts("AIza") + r"[\w-]{35}(?![\w-])"),  # Google API key
    ("secret-key", _starts("GOCSPX-") + r"[\w-]{20,}+"),  # Google OAuth client secret
    (
        "token",
        r"[?&]code=((?=[^&\s]{0,80}\d)(?=[^&\s]{0,80}[A-Z])(?=[^&\s]{0,80}[a-z])[\w~-]{20,400}+)(?![\w.])",
    ),  # of a log-in
    # a line of .pgpass: host:port:database:user:password
    (
        "password",
        r"^[ \t>|]{0,8}[\w.*-]{1,120}:(?:54\d\d|64\d\d|\*):[\w*-]{1,80}:[\w*-]{1,80}:((?:[^\s:\\]|\\.){4,200}+)$",
    ),
    (
        "secret-key",
        r"8Q~(?<=(?<![\w~.-])[\w~.-]{3}8Q~)[\w~.-]{31,34}(?![\w~.-])",
    ),  # Microsoft Entra client secret
)
_SHAPES = tuple((kind, re.compile(pattern, re.MULTILINE)) for kind, pattern in _PATTERNS)

_AUTHORITY = re.compile(r"/\\?/[^\s/@:\"'<>]{0,80}:([^\s/@\"'<>]{1,200}+)@(?=[\w\[])")
_GIT = re.compile(r"git@[\w.-]{3,100}:(?!\s)|(?<=://)git@")
_USER = re.compile(r"(?<=[A-Za-z]://)([\w.~%!$&*+=-]{1,400}+)@(?=[\w\[])")
_DRAWN = re.compile(r"(?=[^\d]*\d)(?=[^A-Za-z]*[A-Za-z])[\w.~%+=-]{16,}")
"""What stands before the host of a link and was drawn by lot."""
_SCHEME = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]{0,20}:|[\"'\s=(])\\?\Z")
_AT = re.compile(
    r"(?:@|%40|%2540|\\u0040|&#64;)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,6}[A-Za-z]{2,24}(?![\w@]|-\w)",
    re.ASCII,
)
_MAILBOX_CHARACTER = re.compile(r"[\w.+-]", re.ASCII)
_LONGEST_MAILBOX = 64
_LONGEST_PUTTY = 12_000


def shaped(text: str) -> Iterator[tuple[str, Span]]:
    """List what shows by its shape that it is secret: kind and span, in no order, overlaps possible."""
    for kind, pattern in _SHAPES:
        yield from ((kind, match.span(match.lastindex or 0)) for match in pattern.finditer(text))
    yield from _putty(text)
    in_urls: set[int] = set()
    for match in _AUTHORITY.finditer(text):
        if _SCHEME.search(text, max(0, match.start() - 22), match.start()):
            in_urls.add(match.end(1))
            yield "password", match.span(1)
    for match in _USER.finditer(text):  # `https://token@host` is no mailbox, and its host stays
        if _DRAWN.fullmatch(match[1]):
            in_urls.add(match.end(1))
            yield "token", match.span(1)
    for match in _AT.finditer(text):
        start = _mailbox(text, match.start())
        # `user:password@host` is no mailbox, nor is `git@host:path`
        if start is not None and match.start() not in in_urls and not _GIT.match(text, start):
            yield "e-mail", (start, match.end())


def _putty(text: str) -> Iterator[tuple[str, Span]]:
    """List the lines of PuTTY's private keys, whatever stands before each."""
    for head in _PUTTY.finditer(text):
        lines = _PUTTY_LINE.finditer(text, head.end(), head.end() + _LONGEST_PUTTY)
        yield from (("private-key", line.span()) for line in islice(lines, int(head[1])))


def _mailbox(text: str, at: int) -> int | None:
    """Find where the name before an @ starts, or None where none stands there or it is too long to be one."""
    start = at
    while start > 0 and at - start <= _LONGEST_MAILBOX and _MAILBOX_CHARACTER.match(text, start - 1):
        start -= 1
    while start < at and not text[start].isalnum():
        start += 1
    return start if start < at and at - start <= _LONGEST_MAILBOX else None
