"""What names a code outside tables: a heading, bold words, a list item, a line of labels, and the code in it."""

import re

import msgspec

from index.importing.fields import TEXT_FIELDS, Field
from index.importing.headers import field_of
from index.importing.page import Block, Heading, Item, Table, Text
from index.importing.values import Kind, kind_of, unwrap

LABEL = re.compile(r"([^\n:：]{1,50}?)\s*[:：]\s*(.*)", re.DOTALL)
LISTED = re.compile(r"(?:\d{1,3}\.\s+)?")
LONGEST_HEAD = 120
_NUMBERED = re.compile(r"\d{1,2}(?:[.、](?:\d{1,2}[.、]?)*|[)）])\s*(?=\D)")
_SERIAL = re.compile(r"([A-Z]{2,8}-?\d{3,7}[A-Z]?)\s+(\w\S*(?:\s+\S.*|-[A-Za-z]\S*))")
"""A numbered message: `SQL0007N The character is not valid.`"""
_RANGE = re.compile(r"([A-Za-z_.-]{0,30})\d+[A-Z]?\s+(?:[-–—~]|to)\s+\1\d+[A-Z]?")
"""What a whole chapter is about: `SQL0000 - SQL0249`."""
_PAIRS = re.compile(r"\s*[;；]\s*|\s*[,，。]\s*(?=[^\s,，;；:：][^,，;；:：]{0,20}[:：])")
_PLAIN_HEAD = re.compile(r"([A-Za-z][\w.-]{2,40})\s*[:：]\s+(\S.*)")
_ERROR_WORD = re.compile(
    r"(?:(?:error|warning|fehler|exception)(?:[ -]?(?:code|number|no\.?))?|(?:报错|错误|返回|异常|故障)(?:码|代码|编号)?)[ :：#]+(?=\S*\d)",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"[?？]\s*$|(?:报错|提示|错误)[^A-Za-z]{0,6}[A-Za-z]")
_WORD = re.compile(r"[A-Za-z][\w.-]{3,80}(?<![.-])")
_JOINED = re.compile(r"[a-z0-9][A-Z]|\w\.[A-Z]|[A-Z]_[A-Z]|[A-Z]{2}-?\d{2}")
_TITLED = re.compile(r"[^\s]+?\s*(?:[:：(（]|\s[-–—]\s)\s*(\S.*)")


class Head(msgspec.Struct, frozen=True):
    """A block that names a code."""

    codes: tuple[str, ...]
    rank: int
    """Heads of the same rank end each other; a block of a lower rank ends them all."""
    form: str
    """`heading`, `bold` or `item`."""
    rest: str
    """What stands in the same block after the code."""
    where: str
    status: str = ""
    """The HTTP status that stands before the code."""
    title: str = ""
    """What the heading says besides the code: the message, where none is labelled."""


def head_of(block: Block, *, plain: bool) -> Head | None:
    """Return the code that a block names; None if it names none. With `plain` lines of text may name one as well."""
    if isinstance(block, Table):
        return None
    if not isinstance(block, Heading) and (head := _paired(block) or (_plain(block) if plain else None)):
        return head
    lines = block.text.split("\n", 1)
    first, rest = lines[0], lines[1] if len(lines) > 1 else ""
    if isinstance(block, Heading):
        form, rank = "heading", block.level
        first = _NUMBERED.sub("", first, count=1)
    elif isinstance(block, Item):
        form, rank = "item", 100 + block.depth
        first = LISTED.sub("", first, count=1)
    else:
        form, rank = "bold", 50
    if form != "heading":
        bold = block.bold if isinstance(block, Text | Item) else ""
        if not bold or not first.startswith(bold.strip()):
            return None
        rest = "\n".join(part for part in (first[len(bold.strip()) :].lstrip(" :：-–—"), rest) if part)
        first = bold
    named = _named(first, asks=form == "heading")
    if named is None:
        return None
    codes, status, title = named
    return Head(codes, rank, form, rest, block.where, status, title)


def _named(text: str, *, asks: bool) -> tuple[tuple[str, ...], str, str] | None:
    """Return the codes that a heading or bold words name, the status before them and what is said besides.

    Only a heading may be a numbered message, or ask about a code (`asks`).
    """
    name = _ERROR_WORD.sub("", text.strip().rstrip(":：").strip(), count=1)
    if (label := LABEL.fullmatch(name)) and field_of(label[1]) in (Field.CODE, Field.NAME):
        name = label[2]
    status, _, after = name.partition(" ")
    if kind_of(status) is Kind.STATUS and kind_of(after) is Kind.CODE and " " not in after:
        return (after,), status, ""
    if asks and (found := _SERIAL.fullmatch(name)):
        return (found[1],), "", found[2]
    if codes := codes_in(name):
        titled = _TITLED.fullmatch(name)
        title = titled[1].strip("()（） ") if titled and kind_of(titled[1]) is Kind.PROSE else ""
        return codes, "", title
    asked = _asked_about(name) if asks else ""
    return ((asked,), "", name) if asked else None


def _asked_about(heading: str) -> str:
    """Return the one code in a heading that asks about an error: `What does NoSuchLamp mean?`; "" if it is not so."""
    if not _REPORTED.search(heading):
        return ""
    codes = {word for word in _WORD.findall(heading) if kind_of(word) is Kind.CODE and _JOINED.search(word)}
    return codes.pop() if len(codes) == 1 else ""


def _paired(block: Text | Item) -> Head | None:
    """Read a line of labels such as `Error number: 1005; Symbol: ER_X; SQLSTATE: HY000`."""
    first, _, rest = block.text.partition("\n")
    numbered = _NUMBERED.match(first) or LISTED.match(first)
    first = first[numbered.end() :] if numbered else first
    parts = [LABEL.fullmatch(part) for part in _PAIRS.split(first)] if len(first) <= 2 * LONGEST_HEAD else []
    if len(parts) < 2 or not all(parts):  # noqa: PLR2004 - a code and something else
        return None
    pairs = [(part[1].strip(), part[2].strip()) for part in parts if part is not None]
    if field_of(pairs[0][0]) not in (Field.CODE, Field.NAME):
        return None
    named = (Field.CODE, Field.NAME)
    codes = [v for label, v in pairs if field_of(label) in named and label.casefold() != "sqlstate"]
    if not codes or any(kind_of(code) is Kind.PROSE for code in codes):
        return None
    status = next((v for label, v in pairs if field_of(label) is Field.STATUS), "")
    told = [f"{label}: {v}" for label, v in pairs if field_of(label) in TEXT_FIELDS]
    rest = "\n".join([*told, rest]) if rest else "\n".join(told)
    rank = 100 + block.depth if isinstance(block, Item) else 50
    return Head(tuple(codes), rank, "item" if rank > 50 else "bold", rest, block.where, status)  # noqa: PLR2004 - see above


def _plain(block: Text | Item) -> Head | None:
    """Read a paragraph that begins with `Code: LMP-1`, or with a code of letters and digits, a colon and its message."""
    first, _, rest = block.text.partition("\n")
    label = LABEL.fullmatch(first)
    status, _, after = first.partition(" ")
    if not rest and kind_of(status) is Kind.STATUS and kind_of(after) is Kind.CODE and " " not in after:
        return Head((after,), 60, "line", "", block.where, status)
    if label and isinstance(block, Text) and field_of(label[1].strip("*`_ ")) is Field.CODE:
        codes = codes_in(label[2].strip("*`_ ."))
        return Head(codes, 60, "line", rest, block.where) if codes else None
    found = _PLAIN_HEAD.fullmatch(first)
    if found is None or not any(map(str.isdigit, found[1])) or kind_of(found[1]) is not Kind.CODE:
        return None
    return Head((found[1],), 60, "line", f"Message: {found[2]}\n{rest}", block.where)


def _is_label(text: str) -> bool:
    return field_of(text) is not Field.OTHER


def codes_in(text: str) -> tuple[str, ...]:
    """Return the codes that a head names, the most special first; () if it is no code."""
    if not 0 < len(text) <= LONGEST_HEAD or "://" in text or _RANGE.fullmatch(text) or _is_label(text):
        return ()
    parts = [
        unwrap(part)
        for part in re.split(r"\s*(?:[,，、]|\s/\s|\s\(|\)|（|）|\s[-–—]\s|:\s|：|\s+)\s*", text)
        if part
    ]
    kinds = [kind_of(part) for part in parts]
    if len(parts) == 1 and kinds[0] in (Kind.CODE, Kind.NUMBER, Kind.STATUS, Kind.WORD):
        return tuple(parts)
    if parts and all(kind in (Kind.CODE, Kind.NUMBER) for kind in kinds):
        if any(part.startswith(f"{other}.") for part in parts for other in parts):
            return (max(parts, key=len),)  # a parent's name glued before the child's
        return tuple(dict.fromkeys(parts))
    if (
        kinds
        and kinds[0] in (Kind.CODE, Kind.NUMBER)
        and len(parts) > 1
        and not (kinds[1] is kinds[0] and re.match(r"\S+\s*[-–—~]\s*\S+", text))  # `LAN1 - LAN9 messages`
        and re.match(r"[^\s]+\s*(?:[-–—:：(（])", text)
    ):
        return (parts[0],)
    return ()
