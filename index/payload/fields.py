"""Finds the fields of a view: `key: value` in whatever notation, read one by one, whether or not the whole is well formed.

JSON and its relatives, reprs of Python, Ruby, Java, Go and Node, YAML, logfmt, headers, query strings, labels in prose and XML
elements all come down to a key, a sign between, and a value. Reading them one by one survives what a parser does not:
truncation, several bodies in a row, comments, missing quotes, logs around and between.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.payload import vocabulary
from index.payload.reading import Piece
from index.payload.values import Ends, trimmed, value_at
from index.payload.vocabulary import norm

_LETTERS = r"A-Za-z_\u00c0-\u024f\u0400-\u04ff\u3040-\u9fff\uac00-\ud7af"
_KEY = re.compile(
    rf"(?<![0-9{_LETTERS}\\])"
    r"(?P<open>\\{0,15}[\"'`]?)"
    rf"(?P<key>[@{_LETTERS}]"
    r"[\w.\-@]{0,60}+(?:[ ](?!\d)\w[\w\-]{0,20}+){0,3}?)(?P<close>\\{0,15}[\"'`]?(?:(?<=[\"'])\])?[*_`]{0,2})"
    r"(?:[ ]{0,40}(?P<sep>=>|:=|==|[:=])(?!//)(?![:=])|(?P<tab>\t+|[ ]{0,40}\|(?=[ ])))"
)
_LABEL_LINE = re.compile(
    rf"^[ \t]{{0,20}}(?P<key>[{_LETTERS}]"
    r"[\w \-.]{1,30}?)[ \t]{0,4}[:：]?[ \t]{0,4}\n(?=[ \t]{0,20}(?P<value>[^\s:{}\[\]][^\n]{0,600})$)",
    re.MULTILINE,
)
_PAIR = re.compile(
    r"\{\s{0,40}[\"']?(?:name|key|field|header)[\"']?\s{0,4}[:=]\s{0,4}[\"'](?P<key>[A-Za-z_@][\w.\-]{1,60})[\"']\s{0,4},\s{0,40}[\"']?[Vv]alue[\"']?\s{0,4}[:=]\s{0,4}",
)
_FEWEST_LABELS = 2
_INDENT = 40
_EXPANDED = "-[ RECORD "
"""Heads of the rows that psql prints with a column a line."""
_ELEMENT = re.compile(
    r"<(?P<key>[A-Za-z][\w.:\-]{0,60})(?:\s[^<>\n]{0,300})?>\s*(?:<!\[CDATA\[(?P<data>(?:(?!\]\]>)[\s\S])*+)|(?P<text>[^<]*+))"
)


@dataclass(slots=True)
class Field:
    """One key with its value."""

    key: str
    """Normalised key."""
    value: Piece
    """The value; empty where it is null, empty or a structure."""
    start: int
    """Where the key starts."""
    end: int
    """Where the value ends."""
    quoted: bool = False
    """The value was in quotes (or an element), so that its end is sure."""
    sep: str = ":"
    """The sign between."""


ROLES = {*vocabulary.CODE_KEYS, *vocabulary.MESSAGE_KEYS, *vocabulary.STATUS_KEYS, *vocabulary.ID_KEYS}
_TABBED = {
    "httpstatus",
    "statuscode",
    "httpstatuscode",
    "httpcode",
    "http",
    "responsecode",
    "状态码",
    "message",
    "msg",
    "code",
}
"""Further keys of which a tab parts the value, as in the cells of a table with one row for each field."""


def fields_of(text: str) -> list[Field]:
    """Return the fields of a text whose keys belong to the vocabulary, in order."""
    found = list(_keyed(text))
    labels = list(_labelled(text))
    if len(labels) >= _FEWEST_LABELS:
        own = {each.start for each in labels}
        found = sorted([*labels, *(each for each in found if each.start not in own)], key=_start)
    if "alue" in text:
        found += _paired(text)
        found.sort(key=_start)
    if "</" in text or "<Code" in text or "<code" in text:
        found += _elements(text)
        found.sort(key=_start)
    return found


def _start(each: Field) -> int:
    return each.start


_SHORTEST_SCANNED = 4


def _skeleton(key: str) -> str:
    """Write a key so that the letters which scanners take for one another are one."""
    return key.replace("rn", "m").replace("vv", "w").translate(_LOOKS)


_LOOKS = str.maketrans("0li|", "o111")
_SCANNED = {_skeleton(key): key for key in sorted(ROLES) if len(key) >= _SHORTEST_SCANNED}
"""What a scanner may have made of a key: `Requestld`, `err0rcode`."""


@lru_cache(maxsize=4096)
def role_key(key: str) -> str | None:
    """Return the key of the vocabulary that a key as printed stands for: itself, its last two parts or its last."""
    whole = norm(key)
    if whole in ROLES:
        return whole
    if len(whole) >= _SHORTEST_SCANNED and (scanned := _SCANNED.get(_skeleton(whole))):
        return scanned
    parts = re.split(r"[ .]+", key)
    for count in (3, 2, 1):
        if len(parts) > count:
            last = norm("".join(parts[-count:]))
            if last in ROLES and (count > 1 or last not in _LONELY):
                return last
    dashed = norm(re.split(r"[\-@]", key)[-1]) if key[:1] == "@" else ""
    return dashed if dashed in ROLES else None


_LONELY = {"type", "name", "title", "status", "reason", "error", "cause", "rc", "sc", "rid", "exception"}


def _keyed(text: str) -> Iterator[Field]:
    ends = Ends()
    expanded = _EXPANDED in text
    for found in _KEY.finditer(text):
        printed = found["key"]
        key = role_key(printed)
        if found["sep"] == "=" and " " in printed:
            key = role_key(printed.rpartition(" ")[2])  # logfmt: what stands before is the last value
        if key is None:
            continue
        opened = found["open"]
        if opened.startswith("\\"):
            continue  # a deeper level of escapes: the next view reads it
        if (
            found["tab"]
            and vocabulary.CODE_KEYS.get(key, 0) + vocabulary.MESSAGE_KEYS.get(key, 0) < vocabulary.SURE
            and key not in vocabulary.ID_KEYS
            and key not in _TABBED
        ):
            continue
        if found["tab"] and "|" in found["tab"]:
            said = key in vocabulary.MESSAGE_KEYS and not expanded
            if said or not _begins_line(text, found.start("key")):
                continue
        value, quoted = value_at(text, found.end(), found["sep"] or "\t", key, ends, inside=bool(opened))
        if value is not None:
            # `["key"] = value`, as Lua writes it: the field stands around the brackets of its key
            start = max(found.start() - 2, 0) if "]" in found["close"] else found.start("key")
            yield Field(key, value, start, max(value.end, found.end()), quoted, found["sep"] or "\t")


def _begins_line(text: str, at: int) -> bool:
    line = text.rfind("\n", max(0, at - _INDENT), at) + 1
    return (line > 0 or at < _INDENT) and not text[line:at].strip(" |\t")


def _labelled(text: str) -> Iterator[Field]:
    """Find labels on lines of their own with the value on the next line, as they are copied from a console's page."""
    for found in _LABEL_LINE.finditer(text):
        key = role_key(found["key"])
        sure = vocabulary.CODE_KEYS.get(key or "", 0) + vocabulary.MESSAGE_KEYS.get(key or "", 0)
        if key is None or (sure < vocabulary.SURE and key not in vocabulary.ID_KEYS and key not in _TABBED):
            continue
        said = found["value"].strip()
        start = found.start("value")
        if " " not in said or sure >= vocabulary.SURE:
            yield Field(
                key, Piece(said, start, start + len(said)), found.start("key"), start + len(said), quoted=True
            )


def _paired(text: str) -> Iterator[Field]:
    """Find names and values that are fields themselves, as HAR and Postman keep headers: `{"name": "x", "value": "y"}`.

    They belong to what stands around their braces.
    """
    ends = Ends()
    for found in _PAIR.finditer(text):
        key = role_key(found["key"])
        if key is not None:
            value, quoted = value_at(text, found.end(), ":", key, ends)
            if value is not None and value.text:
                yield Field(key, value, max(found.start() - 1, 0), value.end, quoted)


def _elements(text: str) -> Iterator[Field]:
    for found in _ELEMENT.finditer(text):
        key = role_key(found["key"].rpartition(":")[2])
        if key is not None:
            name = "data" if found["data"] is not None else "text"
            piece = trimmed(text, found.start(name), found.end(name))
            if piece.text:
                if name == "text" and "&" in piece.text:
                    piece = piece._replace(text=html.unescape(piece.text))
                yield Field(key, piece, found.start(), found.end(), quoted=True, sep="<")
