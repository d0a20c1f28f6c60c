"""First aid for pasted texts: what terminals, mail programs, office programs and chats put into or around them."""

import re
import unicodedata
from itertools import pairwise
from re import Match

from index.mapped import Mapped, replaced
from index.payload.dumps import undumped
from index.payload.markup import untagged
from index.payload.mojibake import repaired
from index.payload.rich_text import plain_of
from index.payload.vocabulary import CODE_KEYS, ID_KEYS, MESSAGE_KEYS, STATUS_KEYS, norm

_ANSI = re.compile(
    r"(?:\x1b|\x9b|\\u001b|\\x1b|\\033|#033|\^\[)\[?[0-9;?]{0,16}[ -/]?[@-~]"  # with its escape letter, or that spelt out
    r"|\x1b\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\)|\x1b."
    r"|\[(?:\d{1,3}(?:;\d{1,3}){0,4})m"  # the escape letter was lost on the way
)
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f"
    r"\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]+"
)
_ODD = re.compile(
    r"\r\n?|[\x0b\x0c\x85\u2028\u2029]|[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
    r"|[“”„‟″«»「」『』＂]|[‘’‚‛′´＇]"
    r"|[\uff01-\uff5e\uffe0-\uffee\ufb00-\ufb06\U0001d400-\U0001d7ff]"
)
_SOFT_BREAK = re.compile(r"(?<=[^\n]{50})(?<!=)=\n")
_MARK = re.compile(
    r"\{(?:code|noformat|quote|panel|color|monospace)(?::[^{}\n\s\"'][^{}\n\"']{0,120})?\}"  # Jira
    r"|\[(?P<label>[^\[\]\n|]{1,200})\]\((?:tel|https?|mailto):(?P<link>[^()\s]{1,300})\)"  # Markdown, Teams
    r"|<(?:tel|https?|mailto):(?P<slack_link>[^<>|\s]{1,300})\|(?P<slack>[^<>\n]{1,200})>"  # Slack
    r"|\\(?P<escaped>[_*\[\]#~>.\-])(?=\w|\W)"  # a Markdown escape
    r"|\{\{(?P<mono>[^{}\n]{1,200})\}\}"
)
_LABEL = re.compile(
    r"[ \t]{0,20}(?:【(?P<label>[^【】\n]{1,24})】|\[(?P<square>[^\[\]\n]{2,24})\](?=[ ]?[:：]))[ \t]*[:：]?[ \t]*"
)
"""A label in brackets: `【错误码】X`, `[Error code]: X`."""
_CONTINUED_CELL = re.compile(
    r"[ \t]{0,200}[|│][ \t]*\n[|│][ \t]{2,80}[|│][ \t]*(?=[^\s|│+][^|│\n]{0,400}[|│][ \t]*(?:\n|\Z))"
)
"""Between two rows of a name and a value of which the second only goes on with the value."""
_LABELS = {*CODE_KEYS, *ID_KEYS, *MESSAGE_KEYS, *STATUS_KEYS}
_FRAME = re.compile(
    r"^[ \t]*(?:(?:[│┃║┆┊╎▏▌╷╵╭╰╮╯├└┌┐┘─━═]+|>(?=[ >|\t\n{\"]|$)|<(?=[ \n]|$)|\|(?=[ \n]|$)|\*(?= ))[ \t]?)+",
    re.MULTILINE,
)

_QUOTED = {mark: re.compile(rf"^{re.escape(mark)}(?=[^\s|>])", re.MULTILINE) for mark in ">|"}
_FEWEST_QUOTED = 2


def cleaned(view: Mapped) -> Mapped:
    """Take out colours and invisible letters, straighten quotes, blanks, widths and marks. Positions are kept."""
    view = plain_of(view)
    if not view.text.isascii():
        view = repaired(replaced(view, _BYTE_ORDER, lambda _found: ""))
        view = replaced(view, _INVISIBLE, lambda _found: "")
        view = replaced(view, _ODD, _plain)
    else:
        view = replaced(view, _INVISIBLE_ASCII, lambda _found: "")
        if "\r" in view.text or "\x0b" in view.text or "\x0c" in view.text:
            view = replaced(view, _ODD, _plain)
    if "=\n" in view.text:
        view = replaced(view, _SOFT_BREAK, lambda _found: "")
    view = replaced(view, _ANSI, lambda _found: "")
    if "\x1b" in view.text:
        view = replaced(view, re.compile("\x1b"), lambda _found: "")
    view = untagged(view)
    if "] =>" in view.text or "]=>" in view.text:
        view = undumped(view)
    if _has_marks(view.text):
        view = replaced(view, _MARK, _unmarked)
    if "\n|" in view.text or "\n│" in view.text:
        view = replaced(view, _CONTINUED_CELL, lambda _found: " ")
    if "】" in view.text or "]:" in view.text or "] :" in view.text:
        view = replaced(view, _LABEL, _labelled)
    return view


_BYTE_ORDER = re.compile(r"\A(?:ÿþ|þÿ|ï»¿)")
"""Marks of UTF-16 and UTF-8 that were read as Western letters."""
_INVISIBLE_ASCII = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]+")


def unframed(view: Mapped) -> Mapped:
    """Take boxes, e-mail quoting and transcript marks away from the beginning of every line."""
    lines = [line[:1] for line in view.text.split("\n")]
    for mark in ">|":
        if lines.count(mark) >= _FEWEST_QUOTED and any(
            one == other == mark for one, other in pairwise(lines)
        ):
            view = replaced(view, _QUOTED[mark], lambda _found: "")
    return replaced(view, _FRAME, lambda found: "" if found[0].strip() else None)


def _labelled(found: Match[str]) -> str | None:
    label = found["label"] or found["square"]
    return f"\n{label}: " if norm(label) in _LABELS else None


def _has_marks(text: str) -> bool:
    return any(
        mark in text
        for mark in ("{code", "{noformat", "{quote", "{panel", "{color", "](", "|", "\\_", "{{", "\\*", "\\.")
    )


def _plain(found: Match[str]) -> str:
    letter = found[0]
    if letter in "\r\n\x0b\x0c\x85\u2028\u2029" or letter == "\r\n":
        return "\n"
    if letter in "“”„‟″«»「」『』＂":
        return '"'
    if letter in "‘’‚‛′´＇":
        return "'"
    if letter.isspace():
        return " "
    return unicodedata.normalize("NFKC", letter)


def _unmarked(found: Match[str]) -> str | None:
    if found["escaped"]:
        return found["escaped"]
    if found["mono"]:
        return found["mono"]
    for label, link in ((found["label"], found["link"]), (found["slack"], found["slack_link"])):
        if label:
            bare = link.strip("/").casefold()
            return (
                label
                if found[0].startswith(("<tel:", "<mailto:"))
                or ":tel:" in found[0]
                or "(tel:" in found[0]
                or bare.endswith(label.casefold().strip("/ "))
                else None
            )
    return " "
