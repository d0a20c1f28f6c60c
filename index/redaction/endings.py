r"""Where the value of a field ends: at its closing quote, at a delimiter, or with its line."""

import re

from index.hits import Span

LONGEST = 20_000
"""Characters of a value that are looked at."""
_DELIMITER = re.compile(
    r"[\s,;&<>\"'`|)}\]“”‘’，；。、]|(?<!\\)\\++[\"'nrtu]|&(?:quot|amp|lt|gt|apos|\#\d{2,3});|%(?:25)*(?:26|2[27]|0[ADad]|20|7[dD]|3[cC])"
)
_LINE_END = re.compile(r"[\r\n]|(?<!\\)\\++[nr](?![a-z])|%(?:25)*0[ADad]")
_TAG_END = re.compile(r"<|&lt;|\\+u003[cC]|%(?:25)*3[cC]")
_END_TAG = re.compile(rf"(?:{_TAG_END.pattern})(?:\\*/|%(?:25)*2[fF]|\\+u002[fF])")
_BLANK = re.compile(r"\s")
_CURLY = "”“’‘„‚"
_MAY_GO_ON = frozenset("&;)}],|")
_NEW_FIELD = re.compile(r"[\s=:]|[)}\],;]$")
_LONGEST_PASSWORD = 80


class Next:
    """Where a pattern next matches, remembered: asking for one place after the other stays linear."""

    __slots__ = ("_at", "_search", "_since", "_text")

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        """Look for this pattern in this text."""
        self._search, self._text = pattern.search, text
        self._since, self._at = 0, -1

    def after(self, start: int) -> int:
        """Return where the pattern next matches at or after `start`, or the end of the text."""
        if not self._since <= start <= self._at:
            match = self._search(self._text, start)
            self._since, self._at = start, match.start() if match else len(self._text)
        return self._at


class Edges:
    """The ends of values in one text."""

    def __init__(self, text: str) -> None:
        """Look at this text."""
        self._text = text
        self._delimiter, self._line_end, self._tag_end = (
            Next(pattern, text) for pattern in (_DELIMITER, _LINE_END, _TAG_END)
        )
        self._header_end = 0

    def header(self, start: int, opened: str | None) -> Span:
        """Return the part of a header's value that was not yet asked for; names inside a value don't start it anew."""
        stop = self.closed(start, opened)
        fresh = max(start, self._header_end)
        self._header_end = max(stop, self._header_end)
        return fresh, max(stop, fresh)

    def tag(self, start: int) -> int:
        """Return where an element's text ends: at its end tag, or, where it was cut off or is no element, at a blank."""
        end = min(self._tag_end.after(start), start + LONGEST)
        if _END_TAG.match(self._text, end):
            return end
        blank = _BLANK.search(self._text, start, end)
        return blank.start() if blank else end

    def closed(self, start: int, opened: str | None) -> int:
        """Find where a value that was opened with this quotation mark ends; without one, at the end of the line."""
        limit = min(len(self._text), start + LONGEST)
        at = _closing(self._text, start, limit, opened.lstrip("rbuf")) if opened else -1
        return at if at >= 0 else min(self._line_end.after(start), limit)

    def bare(self, start: int, kind: str) -> int:
        """Find where a value without quotes ends."""
        stop = min(self._delimiter.after(start), start + LONGEST)
        if kind == "password" and self._text[stop : stop + 1] in _MAY_GO_ON:
            return self._whole_password(start, stop)
        return stop

    def _whole_password(self, start: int, stop: int) -> int:
        """Take a punctuation mark inside an unquoted password along (`a&b!c`) where no new field can start after it."""
        line = min(self._line_end.after(start), start + _LONGEST_PASSWORD)
        rest = self._text[start:line].rstrip()
        return stop if _NEW_FIELD.search(rest) else start + len(rest)


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
