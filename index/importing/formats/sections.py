"""Files of sections with keys, such as TOML and INI: a section named by a code, or a list of tables.

["lamp:8200"]                     [[errors]]
error = "The lamp {0} is off"     code = "LMP-1"
"""

import re
from collections.abc import Iterator
from typing import Any

from index.importing.formats.code_tokens import unescaped
from index.importing.formats.json_records import page_of
from index.importing.formats.protocol import text_of
from index.importing.page import Page
from index.text import clean

_SECTION = re.compile(r"\s*(\[\[?)\s*([^\[\]\n]{1,160}?)\s*\]\]?\s*(?:[#;].*)?")
_PAIR = re.compile(r"\s*([\w.$\"'-]{1,80}?)\s*[=:]\s*(.*?)\s*")
_FENCED = re.compile(r"(\"\"\"|''')(?s:.*?)(?:\1|\Z)")
_COMMENT = re.compile(r"\s*(?:[#;].*)?")
_FENCES = ('"""', "'''")
_FEWEST = 2
_SAMPLE, _MOST = 400, 0.6
_LONGEST = 200
"""Lines of one value."""


class Sections:
    """TOML and INI files."""

    name = "TOML"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text of sections with keys below them, and hardly anything else."""
        if not isinstance(content, str):
            return False
        head = _FENCED.sub("''", content[:60_000])
        lines = [line for line in head.split("\n")[:_SAMPLE] if not _COMMENT.fullmatch(line)]
        sections = sum(bool(_SECTION.fullmatch(line)) for line in lines)
        pairs = sum(bool(_PAIR.fullmatch(line)) and "=" in line for line in lines)
        return sections >= _FEWEST and pairs >= _FEWEST and sections + pairs >= _MOST * len(lines)

    def read(self, content: str | bytes) -> Page:
        """Read the sections as objects by their names, those of a list as the objects of a list."""
        text = text_of(content)
        named: dict[str, Any] = {}
        for name, pairs, listed in _sections(text.split("\n")):
            if listed:
                named.setdefault(name, []).append(pairs)
            elif pairs and not isinstance(named.get(name), list):
                named[name] = named.get(name, {}) | pairs
        return page_of(named)


def _sections(lines: list[str]) -> Iterator[tuple[str, dict[str, str], bool]]:
    name, listed = "", False
    pairs: dict[str, str] = {}
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if section := _SECTION.fullmatch(line):
            yield name, pairs, listed
            name, listed, pairs = section[2].strip("\"'"), section[1] == "[[", {}
        elif not _COMMENT.fullmatch(line) and (pair := _PAIR.fullmatch(line)):
            value, at = _value(pair[2], lines, at)
            pairs[pair[1].strip("\"'")] = clean(value)
    yield name, pairs, listed


def _value(text: str, lines: list[str], at: int) -> tuple[str, int]:
    """Read a value that begins with this text; returns it and the number of the line after it."""
    fence = text[:3]
    if fence not in _FENCES:
        quoted = re.match(r"\"((?:[^\"\\]|\\.)*+)\"|'([^']*)'", text)
        if quoted:
            return (unescaped(quoted[1]) if quoted[1] is not None else quoted[2]), at
        return re.sub(r"\s[#;].*", "", text), at
    parts = [text[3:]]
    while fence not in parts[-1] and at < len(lines) and len(parts) < _LONGEST:
        parts.append(lines[at])
        at += 1
    return "\n".join(parts).partition(fence)[0].strip(), at
