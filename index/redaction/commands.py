"""Secrets on command lines, where an option says what its word is: `docker login -p`, `curl -u`, `curl -b`, `mysql -p`."""

import re
from collections.abc import Iterator

from index.hits import Span

_WORD = r"(?:\"([^\"\n]{1,4000})\"|'([^'\n]{1,4000})'|([^\s\"'|;&]{1,4000}))"
_LOGIN = re.compile(
    r"\b(?:docker|podman|nerdctl|helm|crane|skopeo|oras|ctr|az|hcloud)\b[^\n]{0,80}?\blogin\b[^\n]{0,600}"
)
_CLIENTS = ("sshpass", "mysql", "mysqldump", "redis-cli", "mongo", "mongosh", "ldapsearch", "smbclient")
_CLIENT = re.compile(rf"\b(?:{'|'.join(_CLIENTS)})\b[^\n]{{0,400}}")
_CURL = re.compile(r"\b(?:curl|wget|http)\b(?:[^\n\\]|\\[^\n]|\\\n){0,8000}")
_SECRET_OPTION = re.compile(rf"(?<=\s)(?:-p(?!ass(?:in|out)?\b)|--password[ =]|-a|-w)[ \t]?{_WORD}")
_LOGIN_USER = re.compile(rf"(?<=\s)(?:-u|--username)[ \t=]?{_WORD}")
_CURL_USER = re.compile(rf"(?<=\s)(?:-u|--user|--proxy-user)[ \t=]?{_WORD}")
_CURL_COOKIE = re.compile(rf"(?<=\s)(?:-b|--cookie)[ \t=]?{_WORD}")
_COOKIE = re.compile(r"(?:^|;)[ \t]*[^=;\s]{1,80}=([^;\s]{4,})")
_PIPED = re.compile(
    rf"\b(?:echo|printf)[ \t]+(?:-[neE]{{1,3}}[ \t]+)?{_WORD}[ \t]*\|[^\n|]{{0,200}}(?P<to>--password-stdin|chpasswd|passwd\b[^\n|]{{0,60}}--stdin|sudo -S)"
)
_HERE = re.compile(rf"--password-stdin\b[^\n|]{{0,200}}<<<[ \t]?{_WORD}")
_NETRC = re.compile(r"\blogin[ \t\n]{1,20}\S{1,80}[ \t\n]{1,20}password[ \t\n]{1,20}(\S{4,200})")


def _piped(text: str, found: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """Read a word that is piped into a command which asks for a password; `user:password` for chpasswd."""
    start, end = _word(found)
    colon = text.find(":", start, end) if found["to"] == "chpasswd" else -1
    if not text.startswith("$", colon + 1 if colon >= 0 else start):
        yield "password", (colon + 1 if colon >= 0 else start, end)


def in_commands(text: str) -> Iterator[tuple[str, Span]]:
    """List the secrets that stand behind an option of a known command: kind and span."""
    if "login" in text:
        for command in _LOGIN.finditer(text):
            yield from (
                ("password", _word(option)) for option in _SECRET_OPTION.finditer(text, *command.span())
            )
            yield from _login_user(text, command.span())
    if "|" in text or "<<<" in text:
        for found in _PIPED.finditer(text):
            yield from _piped(text, found)
        here = (_word(found) for found in _HERE.finditer(text))
        yield from (("password", word) for word in here if text[word[0]] != "$")
    if "password" in text and "login" in text:
        yield from (("password", found.span(1)) for found in _NETRC.finditer(text))
    if any(name in text for name in _CLIENTS):
        for command in _CLIENT.finditer(text):
            yield from (
                ("password", _word(option)) for option in _SECRET_OPTION.finditer(text, *command.span())
            )
    if any(name in text for name in ("curl", "wget", "http ")):
        for command in _CURL.finditer(text):
            yield from _curl(text, command.span())


def _login_user(text: str, command: Span) -> Iterator[tuple[str, Span]]:
    for option in _LOGIN_USER.finditer(text, *command):
        start, end = _word(option)
        at = text.find("@", start, end)  # `-u region@access-key`, as image registries ask for
        if at > 0 and "." not in text[at:end]:
            yield "access-key", (at + 1, end)


def _curl(text: str, command: Span) -> Iterator[tuple[str, Span]]:
    for option in _CURL_USER.finditer(text, *command):
        start, end = _word(option)
        colon = text.find(":", start, end)
        if colon > 0:
            yield "password", (colon + 1, end)
    for option in _CURL_COOKIE.finditer(text, *command):
        start, end = _word(option)
        for cookie in _COOKIE.finditer(text[start:end]):
            yield "cookie", (start + cookie.start(1), start + cookie.end(1))


def _word(option: re.Match[str]) -> Span:
    return next(option.span(group) for group in (1, 2, 3) if option[group] is not None)
