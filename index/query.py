"""Queries as values: free words, and the small language of filters that the chips read and write.

    provider:huawei  provider:"Open Telekom Cloud"  service:ecs  status:404  status:4xx  lang:zh  has:solution
    -has:solution  has:note  has:pin  "a phrase"  -word  -"a phrase"

The Chinese names 厂商, 服务, 状态 and 语言 and the wide colon do as well, and so do the Chinese names of providers. Behind
them a value in Chinese that is no provider needs quotes: 服务：镜像报错 is a sentence.

Anything else, and anything that only looks like one of these, is words. `str()` prints a query back; reading that
again gives the same query.
"""

import re
from collections.abc import Iterator

import msgspec
from typing_extensions import override

from index.text import clean

_PIECE = re.compile(
    r'(?P<filter>(?P<name>provider|service|status|lang|language|厂商|廠商|提供商|云厂商|服务|服務|状态码?|狀態碼?|语言|語言)[:：](?:"(?P<quoted>[^"\s][^"]*)"|(?P<bare>[^\s"]+)))(?!\S)'
    r"|(?P<has>-?has:solution)(?!\S)"
    r"|has:(?P<kept>note|pin)(?!\S)"
    r'|(?P<minus>-)?"(?P<phrase>[^"]+)"(?!\S)'
    r"|-(?P<excluded>[^\W\d_][^\s\"]+)(?!\S)"
    r"|(?P<word>\S+)",
    re.IGNORECASE,
)
LONGEST = 4000
"""Characters of a query that are read: longer texts are payloads, not queries."""
_CHINESE_NAMES = {
    "厂商": "provider", "廠商": "provider", "提供商": "provider", "云厂商": "provider", "服务": "service", "服務": "service",
    "状态": "status", "状态码": "status", "狀態": "status", "狀態碼": "status", "语言": "lang", "語言": "lang",
}  # fmt: skip
_CHINESE_PROVIDERS = {
    "华为云": "Huawei Cloud", "華為雲": "Huawei Cloud", "华为": "Huawei Cloud", "阿里云": "Alibaba Cloud", "阿里雲": "Alibaba Cloud",
    "阿里": "Alibaba Cloud", "开放电信云": "Open Telekom Cloud", "德国电信云": "Open Telekom Cloud", "腾讯云": "Tencent Cloud",
    "騰訊雲": "Tencent Cloud", "亚马逊云": "AWS", "亚马逊": "AWS", "微软云": "Azure", "微软": "Azure", "谷歌云": "Google Cloud",
}  # fmt: skip
_CHINESE_LANGUAGES = {"中文": "zh", "英文": "en", "英语": "en", "英語": "en"}
_STATUS = re.compile(r"[1-5](?:[0-9]{2}|xx)", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What hits are narrowed to; the values of one group stand beside each other, the groups all hold."""

    providers: tuple[str, ...] = ()
    """Names of providers, or how they begin: `huawei`."""
    services: tuple[str, ...] = ()
    """Names of services."""
    statuses: tuple[str, ...] = ()
    """HTTP statuses, `404`, and classes, `4xx`."""
    languages: tuple[str, ...] = ()
    """Language tags; `zh` stands for every Chinese."""
    solution: bool | None = None
    """Only with, or only without, a solution."""
    kept: tuple[str, ...] = ()
    """Only what the user has a `note` about, or pinned (`pin`)."""

    def __bool__(self) -> bool:
        groups = (self.providers, self.services, self.statuses, self.languages, self.kept)
        return any(groups) or self.solution is not None

    @override
    def __str__(self) -> str:
        return " ".join(self._parts())

    def _parts(self) -> Iterator[str]:
        groups = (
            ("provider", self.providers),
            ("service", self.services),
            ("status", self.statuses),
            ("lang", self.languages),
        )
        for name, values in groups:
            for value in values:
                yield f'{name}:"{value}"' if _BLANKS.search(value) else f"{name}:{value}"
        if self.solution is not None:
            yield "has:solution" if self.solution else "-has:solution"
        for kept in self.kept:
            yield f"has:{kept}"


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody looks for."""

    text: str = ""
    """The query without its filters, as typed, blanks taken together."""
    filters: Filters = Filters()
    """What the hits are narrowed to."""
    words: str = ""
    """The free words: `text` without phrases' quotes and without what is excluded."""
    phrases: tuple[str, ...] = ()
    """What must stand in an entry word by word."""
    excluded: tuple[str, ...] = ()
    """Words and phrases that must not stand in it."""

    @override
    def __str__(self) -> str:
        return " ".join(part for part in (self.text, str(self.filters)) if part)

    def with_filters(self, filters: Filters) -> "Query":
        """Return the same words under other filters."""
        return msgspec.structs.replace(self, filters=filters)


def parse(text: str) -> Query:
    """Read a query, or the first LONGEST characters of one. Never raises.

    >>> query = parse('service:ecs "disk type" -root quota')
    >>> query.filters.services, query.phrases, query.excluded, query.words
    (('ecs',), ('disk type',), ('root',), 'disk type quota')
    >>> str(query)
    '"disk type" -root quota service:ecs'
    """
    text = _BLANKS.sub(" ", clean(text[:LONGEST])).strip()
    filters = Filters()
    while True:  # a filter between two quotes may have kept them from making a phrase
        found = _once(text)
        filters = _joined(filters, found.filters)
        if found.text == text:
            return msgspec.structs.replace(found, filters=filters)
        text = found.text


def _once(text: str) -> Query:
    groups: dict[str, list[str]] = {"provider": [], "service": [], "status": [], "lang": [], "kept": []}
    kept: list[str] = []
    words: list[str] = []
    phrases: list[str] = []
    excluded: list[str] = []
    solution: bool | None = None
    for match in _PIECE.finditer(text):
        if match["has"]:
            solution = not match["has"].startswith("-")
            continue
        if match["kept"]:
            _add_filter(groups, "kept", match["kept"].lower())
            continue
        if match["filter"] and _add_named(groups, match["name"], match["quoted"], match["bare"]):
            continue
        kept.append(match.group())
        if match["excluded"] or match["minus"]:
            excluded.append(match["excluded"] or match["phrase"])
        elif match["phrase"]:
            phrases.append(match["phrase"])
            words.append(match["phrase"])
        else:
            words.append(match.group())
    return Query(
        text=" ".join(kept),
        filters=Filters(
            providers=tuple(groups["provider"]),
            services=tuple(groups["service"]),
            statuses=tuple(groups["status"]),
            languages=tuple(groups["lang"]),
            solution=solution,
            kept=tuple(groups["kept"]),
        ),
        words=" ".join(words),
        phrases=tuple(phrases),
        excluded=tuple(excluded),
    )


def _joined(first: Filters, second: Filters) -> Filters:
    return Filters(
        providers=tuple(dict.fromkeys(first.providers + second.providers)),
        services=tuple(dict.fromkeys(first.services + second.services)),
        statuses=tuple(dict.fromkeys(first.statuses + second.statuses)),
        languages=tuple(dict.fromkeys(first.languages + second.languages)),
        solution=first.solution if second.solution is None else second.solution,
        kept=tuple(dict.fromkeys(first.kept + second.kept)),
    )


def _add_named(groups: dict[str, list[str]], name: str, quoted: str | None, bare: str | None) -> bool:
    """Take a filter in English or Chinese words; False where it is rather a part of a Chinese sentence."""
    value = (quoted or bare or "").strip()
    group = _CHINESE_NAMES.get(name, name)
    known = {"provider": _CHINESE_PROVIDERS, "lang": _CHINESE_LANGUAGES}.get(group, {})
    if group != name and value not in known and not quoted and not value.isascii():
        return False
    return _add_filter(groups, group, known.get(value, value))


def _add_filter(groups: dict[str, list[str]], name: str, value: str) -> bool:
    group = "lang" if name.lower() == "language" else name.lower()
    value = value.strip()
    if group == "status":
        value = value.lower()
        if not _STATUS.fullmatch(value):
            return False
    if value and value not in groups[group]:
        groups[group].append(value)
    return bool(value)
