"""A note as HTML: the Markdown that notes are written in, line by line, every letter escaped.

What is not understood stays as it was typed, and no letter of a note is lost but the marks themselves. Pictures and
HTML are shown as text; only links to the web are links.
"""

import re
from collections.abc import Iterator

from desk.detail.html_pieces import css, plain

_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"\s{0,3}([-*_])(?:\s*\1){2,}\s*$")
_ITEM = re.compile(r"(\s*)(?:[-*+]|(\d{1,4})[.)])\s+(\[[ xX]\]\s+)?")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_INLINE = re.compile(
    r"\\(?P<escaped>[\\`*_\[\]()#+.!<>~-])"
    r"|`(?P<code>[^`\n]+)`"
    r"|\[(?P<label>[^\[\]\n]{1,300})\]\((?P<target>https?://[!-~]{1,2000}?)\)"
    r"|(?P<url>https?://(?:(?![<>\"`])[!-~]){1,2000})"
    r"|\*\*(?=\S)(?P<bold>[^\n]{1,300}?)(?<=\S)\*\*"
    r"|(?<!\w)__(?=\S)(?P<strong>[^\n]{1,300}?)(?<=\S)__(?!\w)"
    r"|~~(?=\S)(?P<struck>[^\n]{1,300}?)(?<=\S)~~"
    r"|(?<![\w*])\*(?=[^\s*])(?P<italic>[^*\n]{1,300})(?<=\S)\*(?![\w*])"
    r"|(?<!\w)_(?=[^\s_])(?P<slanted>[^_\n]{1,300})(?<=\S)_(?!\w)"
)
_TAGS = {"bold": "b", "strong": "b", "struck": "s", "italic": "i", "slanted": "i"}
_AFTER_URL = ".,;:!?'*_)]"
_DEEPEST = 4
"""Lists within lists, and marks within marks."""
_STEP = 20
"""Pixels that a list within a list stands further in."""
_BOXES = {"[ ]": "☐", "[x]": "☑", "[X]": "☑"}


def note_html(text: str, families: tuple[str, ...], colour: str) -> str:
    """Return a note laid out: code in one of these font families, links in this colour."""
    return "".join(_blocks(text.rstrip().split("\n"), _Laying(families, colour)))


class _Laying:
    """Lays out pieces of lines."""

    def __init__(self, families: tuple[str, ...], colour: str) -> None:
        self._mono = f'<span style="font-family:{css(families)}">'
        self._link = f'style="color:{colour}; text-decoration:underline"'

    def mono(self, text: str) -> str:
        """Set a text in letters of one width."""
        return f"{self._mono}{plain(text)}</span>"

    def line(self, text: str, deep: int = 0) -> str:
        """Lay out what stands in a line; marks within marks within marks stay as they are."""
        if deep > _DEEPEST:
            return plain(text)
        parts: list[str] = []
        at = 0
        for found in _INLINE.finditer(text):
            parts += [plain(text[at : found.start()]), self._piece(found, deep)]
            at = found.end()
        return "".join([*parts, plain(text[at:])])

    def _piece(self, found: re.Match[str], deep: int) -> str:
        kind = found.lastgroup or ""
        if kind == "escaped":
            return plain(found[kind])
        if kind == "code":
            return self.mono(found[kind])
        if kind == "target":
            return self._linked(found["target"], found["label"])
        if kind == "url":
            url = _address(found[kind])
            return self._linked(url, url) + plain(found[kind][len(url) :])
        return f"<{_TAGS[kind]}>{self.line(found[kind], deep + 1)}</{_TAGS[kind]}>"

    def _linked(self, url: str, words: str) -> str:
        return f'<a href="{plain(url)}" {self._link}>{plain(words)}</a>'


def _address(url: str) -> str:
    """Return an address without the end of the sentence that it stands in; a bracket that it opened is its own."""
    while url[-1] in _AFTER_URL and not (url[-1] == ")" and url.count("(") >= url.count(")")):
        url = url[:-1]
    return url


def _blocks(lines: list[str], laying: _Laying) -> Iterator[str]:
    fence = ""
    for line in lines:
        opened = _FENCE.match(line)
        if fence:
            if opened and opened[1].startswith(fence):
                fence = ""
            else:
                yield _placed(laying.mono(line))
        elif opened:
            fence = opened[1]
        else:
            yield _block(line, laying)


def _block(line: str, laying: _Laying) -> str:
    if heading := _HEADING.match(line):
        return _placed(f"<b>{laying.line(heading[1])}</b>", above=6)
    if _RULE.match(line):
        return "<hr/>"
    if quote := _QUOTE.match(line):
        return _placed(f"<i>{laying.line(line[quote.end() :])}</i>", left=_STEP)
    if item := _ITEM.match(line):
        depth = min(len(item[1].expandtabs(4)) // 2, _DEEPEST)
        mark = f"{item[2]}." if item[2] else "•"
        mark = _BOXES.get((item[3] or "").strip(), mark)
        return _placed(f"{mark}&nbsp;{laying.line(line[item.end() :])}", left=_STEP * depth)
    return _placed(laying.line(line) or "&nbsp;")


def _placed(body: str, *, left: int = 0, above: int = 0) -> str:
    return f'<p style="margin:{above}px 0 2px {left}px; white-space:pre-wrap">{body}</p>'
