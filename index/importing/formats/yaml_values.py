"""As much of YAML as lists of errors are written in: nested mappings and lists, plain, quoted and block scalars.

All scalars are texts. Anchors and tags are passed over, aliases give nothing, so no document can grow while it is read.
"""

import re
from typing import Any

from index.errors import BadInput

_DEEPEST = 40
_MOST_LINES = 500_000
_PROPERTY = re.compile(r"(?:[&!][^\s]*\s+)+")
_BLOCK = re.compile(r"[|>][-+0-9]{0,2}\s*(?:#.*)?$")
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "0": ""}


def read_yaml(text: str) -> Any:
    """Return the value of a document, or a list of the values of several. Raises BadInput where it is no YAML."""
    documents = re.split(r"^(?:---|\.\.\.)(?:[ \t].*)?$", text, flags=re.MULTILINE)
    values = [_Lines(part).value() for part in documents if part.strip()]
    return values[0] if len(values) == 1 else values


class _Lines:
    """Goes down the lines of one document."""

    def __init__(self, text: str) -> None:
        self._lines = [line.expandtabs(2).rstrip() for line in text.split("\n")]
        if len(self._lines) > _MOST_LINES:
            raise BadInput("YAML of more than {most} lines", most=_MOST_LINES)
        self._at = 0

    def value(self) -> Any:
        """Read the whole document."""
        found = self._node(0, 0)
        if self._peek() is not None:
            raise BadInput("not readable as YAML: line {line}", line=self._at + 1)
        return found

    def _peek(self) -> tuple[int, str] | None:
        """Return indentation and text of the next line that says something."""
        while self._at < len(self._lines):
            bare = self._lines[self._at].lstrip()
            if bare and not bare.startswith("#"):
                return len(self._lines[self._at]) - len(bare), bare
            self._at += 1
        return None

    def _node(self, least: int, depth: int) -> Any:
        """Read the mapping, list or scalar whose lines are indented by `least` at least."""
        if depth > _DEEPEST:
            raise BadInput("YAML nested too deeply")
        line = self._peek()
        if line is None or line[0] < least:
            return ""
        indent, bare = line
        if bare == "-" or bare.startswith("- "):
            return self._list(indent, depth)
        if _key(bare) is not None:
            return self._mapping(indent, depth)
        self._at += 1
        return self._scalar(bare, indent - 1, depth)

    def _list(self, indent: int, depth: int) -> list[Any]:
        items: list[Any] = []
        while (line := self._peek()) is not None and line[0] == indent:
            bare = line[1]
            if bare != "-" and not bare.startswith("- "):
                break
            rest = bare[1:].lstrip()
            inner = indent + len(bare) - len(rest)
            if not rest or rest.startswith("#"):
                self._at += 1
                items.append(self._node(indent + 1, depth + 1))
            elif _key(rest) is not None or rest.startswith("- "):
                self._lines[self._at] = " " * inner + rest
                items.append(self._node(inner, depth + 1))
            else:
                self._at += 1
                items.append(self._scalar(rest, indent, depth))
        return items

    def _mapping(self, indent: int, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while (line := self._peek()) is not None and line[0] == indent:
            pair = _key(line[1])
            if pair is None:
                break
            self._at += 1
            key, rest = pair
            rest = _PROPERTY.sub("", f"{rest} ", count=1).strip() if rest[:1] in ("&", "!") else rest
            if rest:
                found[key] = self._scalar(rest, indent, depth)
                continue
            after = self._peek()
            listed = after is not None and after[0] == indent and after[1].startswith("- ")
            found[key] = self._list(indent, depth + 1) if listed else self._node(indent + 1, depth + 1)
        return found

    def _scalar(self, text: str, indent: int, depth: int) -> Any:
        """Read a scalar that begins with this text; its further lines are indented by more than `indent`."""
        if _BLOCK.match(text):
            return self._block(indent, folded=text.startswith(">"))
        lines = [text]
        while (line := self._peek()) is not None and line[0] > indent:
            lines.append(line[1])
            self._at += 1
        return _plain(" ".join(lines), depth)

    def _block(self, indent: int, *, folded: bool) -> str:
        lines: list[str] = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.strip() and len(line) - len(line.lstrip()) <= indent:
                break
            lines.append(line.strip())
            self._at += 1
        return ((" " if folded else "\n").join(lines)).strip()


def _key(line: str) -> tuple[str, str] | None:
    """Cut a line into its key and what follows; None if it has no key."""
    if line[:1] in ('"', "'"):
        end = line.find(line[0], 1)
        after = line[end + 1 :].lstrip()
        if end < 1 or not after.startswith(":") or (len(after) > 1 and after[1] != " "):
            return None
        return line[1:end], _uncommented(after[1:].strip())
    if line[:1] in ("[", "{", "|", ">", "@", "`", "%"):
        return None
    at = line.find(": ")
    if at < 0 and line.endswith(":"):
        at = len(line) - 1
    if at <= 0 or " #" in line[:at]:
        return None
    return line[:at].strip(), _uncommented(line[at + 1 :].strip())


def _uncommented(text: str) -> str:
    if text.startswith("#"):
        return ""
    at = text.find(" #")
    return text[:at].rstrip() if at >= 0 and text[:1] not in ('"', "'") else text


def _plain(text: str, depth: int) -> Any:
    """Return what a scalar or flow collection says."""
    text = text.strip()
    if text[:1] == '"' and (end := _closing(text)) > 0:
        return re.sub(r"\\(.)", lambda found: _ESCAPES.get(found[1], found[0]), text[1:end])
    if text[:1] == "'" and text.rfind("'") > 0:
        return text[1 : text.rfind("'")].replace("''", "'")
    if depth < _DEEPEST and text[:1] in ("[", "{") and text[-1:] == {"[": "]", "{": "}"}[text[0]]:
        return _flow(text, depth)
    return "" if text in ("~", "null") or text.startswith("*") else _uncommented(text)


def _closing(text: str) -> int:
    """Return where a double-quoted text ends, -1 if it does not."""
    at = 1
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == '"':
            return at
        at += 1
    return -1


def _flow(text: str, depth: int) -> Any:
    parts = [part.strip() for part in _parts(text[1:-1]) if part.strip()]
    if text[0] == "[":
        return [_plain(part, depth + 1) for part in parts]
    pairs = [_key(part if ": " in part or part.endswith(":") else f"{part}:") for part in parts]
    return {pair[0]: _plain(pair[1], depth + 1) for pair in pairs if pair is not None}


def _parts(text: str) -> list[str]:
    """Cut the inside of a flow collection at its own commas."""
    parts, start, level, quote = [], 0, 0, ""
    for at, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char in "[{":
            level += 1
        elif char in "]}":
            level -= 1
        elif char == "," and level == 0:
            parts.append(text[start:at])
            start = at + 1
    return [*parts, text[start:]]
