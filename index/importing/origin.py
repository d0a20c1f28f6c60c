"""Where a page comes from: provider, service, title, date and address, read from the page itself."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from index.importing.columns import speaks_of_errors
from index.importing.document import UNKNOWN
from index.importing.page import Heading, Page, Table, texts
from index.importing.products import PROVIDERS, marks_of, service_named

_SAMPLE = 200_000
_ENOUGH = 0.3
_UPDATED = re.compile(
    r"(?:updated(?: on| at)?|last (?:updated|modified)(?: on)?|更新时间|最近更新(?:时间)?|发布时间|最終更新(?:日)?|date)\s*[:：]?\s*"
    r"(\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}|\d{1,2}/\d{1,2}/\d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4})",
    re.IGNORECASE,
)
_VERSIONED = re.compile(r"doc_version_err_([A-Za-z]\w*?)_(\d{4}-\d{2}-\d{2})")
_CENTRE = re.compile(r"error-center\.[\w.]+/status/product/([\w-]{2,40})", re.IGNORECASE)
_BREADCRUMB = re.compile(
    r"(?:help center|documentation|docs|home|文档(?:中心|首页)|帮助中心)\s*[/>›»]\s*([^/>›»\n]{2,60}?)\s*[/>›»]",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"((?:[A-Za-z][A-Za-z-]*\.)*[A-Za-z][A-Za-z-]*)[._-]?\d[\w.-]*")
_ISO = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})")
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_WORDED = re.compile(r"([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4})")
_PARTING = re.compile(r"[\s_/|:：]+|-(?=[a-z])|-{2,}|(?<=[\u4e00-\u9fff])-(?=[\u4e00-\u9fff])")
_GENERIC_ZH = re.compile(
    r"公共|通用|常见|客户端|服务端?端|服务器|平台|错误码?|错误代码|返回码|状态码|代码|参考|列表|附录|说明|详解|定义|表|的|分类"
)
_ERROR_CODES_ZH = re.compile(r"公共|通用|常见|错误码?|错误代码|返回码|状态码|列表|说明|附录")
_GENERIC = re.compile(
    r"\W*(?:common|public|general|api|application|server|client|service|error|errors|code|codes|status|return|http|list|of|for|the|and|"
    r"reference|response|responses|messages?|table|catalog|definitions?|rest|page|excerpt|en|zh|ja|ko|de|md|html|\d[\d.]*\.?|appendix|description|公共|通用|错误|错误码|错误代码|返回码|参考|列表|附录|说明|状态码|\W)*\W*",
    re.IGNORECASE,
)


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Provenance of a page."""

    provider: str
    """`Huawei Cloud`; `Unknown` if nothing tells."""
    service: str
    """Never empty."""
    title: str = ""
    """Title of the page."""
    updated: str = ""
    """Date, ISO 8601 where it could be read as one."""
    url: str = ""
    """What the page states."""


def origin_of(
    page: Page, codes: Sequence[str], path: Path, *, provider: str | None = None, service: str | None = None
) -> Origin:
    """Tell where a page comes from; what the caller says goes before what the page says."""
    visible = "\n".join(texts(page))[:_SAMPLE]
    marked = "\n".join((page.title, page.url, visible, _cell_sample(page), *page.hints))
    prefixes = _prefixes(codes)
    title = _title(page)
    who = provider or _stated(page, "provider") or _provider(marked, prefixes, path)
    return Origin(
        provider=who,
        service=service or _stated(page, "service") or _service(page, marked, visible, prefixes, who, path),
        title=title,
        updated=_updated(page, marked),
        url=page.url,
    )


def _stated(page: Page, key: str) -> str:
    """Return what a data file says of itself, such as `provider: Example Cloud`."""
    found = next((hint for hint in page.hints if hint.startswith(f"{key}: ")), "")
    return found.partition(": ")[2].strip("\"' ")[:60]


def _cell_sample(page: Page) -> str:
    cells = (
        cell or ""
        for block in page.blocks
        if isinstance(block, Table)
        for row in block.rows[:60]
        for cell in row
    )
    return "\n".join(cells)[:_SAMPLE]


def _prefixes(codes: Sequence[str]) -> list[str]:
    """List the leading words of the codes, commonest first, if they are common enough to name the service."""
    counts = Counter(found[1].rstrip("-") for code in codes if (found := _PREFIX.fullmatch(code)))
    return [prefix for prefix, count in counts.most_common(3) if count >= _ENOUGH * len(codes)]


def _provider(marked: str, prefixes: list[str], path: Path) -> str:
    counts = marks_of(f"{marked}\n" + "\n".join(f"{prefix}." for prefix in prefixes))
    if not counts:
        counts = marks_of(" ".join(path.parts[-3:]))
    if counts:
        return max(counts, key=lambda name: counts[name])
    known = [p.name for p in PROVIDERS if any(service_named(prefix, p.name) for prefix in prefixes)]
    # The services of the clouds built on Huawei's have the same prefixes; the first to use them is named.
    return "Huawei Cloud" if "Huawei Cloud" in known else known[0] if known else UNKNOWN


def _service(page: Page, marked: str, visible: str, prefixes: list[str], provider: str, path: Path) -> str:
    if found := _VERSIONED.search(marked) or _CENTRE.search(marked):
        return service_named(found[1], provider) or found[1]
    if found := _BREADCRUMB.search(visible[:5_000]):
        return service_named(found[1], provider) or found[1]
    for prefix in prefixes:
        for name in (prefix, prefix.rpartition(".")[2], prefix.partition(".")[0]):
            if known := service_named(name, provider) or service_named(name):
                return known
    for prefix in prefixes:
        if named := re.search(rf"^{re.escape(prefix)}$", visible, re.IGNORECASE | re.MULTILINE):
            return named[0]
    if prefixes:
        return prefixes[0]
    return (
        _named_in(_title(page), provider)
        or _named_in(_first_heading(page), provider)
        or _named_in(path.stem.replace("_", " "), provider)
        or path.stem
        or "errors"
    )


def _named_in(title: str, provider: str) -> str:
    """Return the service that a title names, or what is left of the title without the words every title has."""
    words = re.findall(r"[A-Za-z][\w+-]*", title)
    for size in (4, 3, 2, 1):
        for at in range(len(words) - size + 1):
            if known := service_named(" ".join(words[at : at + size]), provider):
                return known
    parts = [word for word in _PARTING.split(title) if provider not in marks_of(word)]
    if known := next((name for word in parts if (name := service_named(word, provider))), ""):
        return known
    return " ".join(bare for word in parts if (bare := _bare(word)) and not _GENERIC.fullmatch(bare))[:60]


def _bare(word: str) -> str:
    """Return a word of a title without what every title says; where that leaves a single sign, less goes: `云服务器`."""
    bare = _GENERIC_ZH.sub("", word)
    return _ERROR_CODES_ZH.sub("", word) if len(bare) == 1 and not word.isascii() else bare


def _first_heading(page: Page) -> str:
    return next((block.text for block in page.blocks if isinstance(block, Heading)), "")


def _title(page: Page) -> str:
    if page.title:
        return page.title
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    if headings:
        top = next((text for text in headings if speaks_of_errors(text)), headings[0])
        return headings[0] if speaks_of_errors(headings[0]) else top
    short = [text for text in texts(page) if len(text) <= 80 and "\n" not in text]  # noqa: PLR2004 - a line
    return next(
        (text for text in short if speaks_of_errors(text) and "/" not in text), short[0] if short else ""
    )


def _updated(page: Page, marked: str) -> str:
    if page.updated:
        return iso_date(page.updated)
    if found := _UPDATED.search(marked):
        return iso_date(found[1])
    if versioned := _VERSIONED.search(marked):
        return versioned[2]
    return ""


def iso_date(text: str) -> str:
    """Return a date as ISO 8601 if it can be read as one, else as printed.

    >>> iso_date("2026年5月21日"), iso_date("04/10/2026"), iso_date("May 3, 2024"), iso_date("soon")
    ('2026-05-21', '2026-04-10', '2024-05-03', 'soon')
    """
    text = text.strip()
    if found := _ISO.match(text):
        year, month, day = found.groups()
    elif found := _AMERICAN.match(text):
        month, day, year = found.groups()
    elif (found := _WORDED.match(text)) and found[1].lower() in _MONTHS:
        year, month, day = found[3], str(_MONTHS[found[1].lower()]), found[2]
    else:
        return text[:40]
    return f"{int(year):04}-{int(month):02}-{int(day):02}"
