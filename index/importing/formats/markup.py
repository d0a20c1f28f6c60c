"""Markdown inside a line or cell taken away: what is left is what a reader of the page would see."""

import html
import re

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_PRIVATE = 0xE000
_BACK = re.compile("[\ue021-\ue07e]")
_CODE = re.compile(r"(`{1,3})(?!`)([^`\n]{1,500})(?<!`)\1(?!`)")
_IMAGE = re.compile(r"!\[([^\]\n]{0,200})\]\([^()\n]{0,500}\)(?:\{[^{}\n]{0,80}\})?")
_LINK = re.compile(
    r"\[((?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){1,300})\]\(\s*<?([^()\s\n<>]{0,800}(?:\([^()\n]{0,200}\)[^()\s\n<>]{0,400})?)>?(?:\s+\"[^\"\n]{0,200}\")?\s*\)"
)
_REFERENCE = re.compile(r"\[([^\[\]\n]{1,300})\]\[[^\[\]\n]{0,80}\]|\[\^[^\[\]\n]{1,40}\]")
_STRONG = re.compile(r"\*\*(?![\s*])([^*\n]{1,500}?)\s?\*\*")
_STRONG_LOW = re.compile(r"(?<![\w_])__(?![\s_])([^\n]{1,300}?)(?<![\s_])__(?![\w_])")
_GLUED = re.compile(r"^(\s*\*\*[^*\n]{1,200})\*{4}(?=[^*\n]{1,200}\*\*\s*$)", re.MULTILINE)
_EMPHASIS = re.compile(
    r"(?<![*\w])\*(?![\s*])([^*\n]{1,300}?)(?:(?<![\s*])\*(?![*\w])|(?<=\S)\s\*\s*$)", re.MULTILINE
)
_EMPHASIS_LOW = re.compile(r"(?<![\w_])_(?![\s_])([^_\n]{1,300}?)(?<![\s_])_(?![\w_])")
_STRUCK = re.compile(r"~~(?![\s~])([^~\n]{1,300}?)~~")
_AUTOLINK = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]{1,500})>")
_ANCHOR = re.compile(r"\s*\{[:#.][^{}\n]{0,120}\}|\{:\s*[^{}\n]{0,80}\}")
_BREAK = re.compile(r"<br\s*/?\s*>", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|ul|ol|dl|dt|dd|tr|table|tbody|h[1-6]|blockquote|pre)\b[^<>]{0,300}>", re.IGNORECASE
)
_RAISED_TAG = re.compile(
    r"<sup\b[^<>]{0,300}>\s?(?:<a\b[^<>]{0,300}>)?([^<>\n]{1,12})(?:</a>)?\s?</sup>", re.IGNORECASE
)
_NOTE = re.compile(r"[(\[].{1,4}[)\]]|[*†‡§]{1,3}")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ITEM_TAG = re.compile(r"<li\b[^<>]{0,300}>", re.IGNORECASE)
_INLINE_TAG = re.compile(
    r"</?(?:a|abbr|b|big|cite|code|del|dfn|em|font|i|img|ins|kbd|li|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|"
    r"td|th|tt|u|var|ph|cmdname|parmname|wbr|center|nobr|svg|button|label)\b(?:\s[^<>]{0,600})?/?>",
    re.IGNORECASE,
)
_SPECIAL = re.compile(r"[\\*_`~<&\[]|\{[:#.]")
_UNTIDY = re.compile(
    "[\n\t\r\x0b\x0c\x1c-\x1f\x85\xa0\xad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff\u2010\u2011]|  "
)
_HYPHENS = {0x2010: "-", 0x2011: "-"}
"""A code that must not wrap is written with them; nobody types them."""
_BLANKS = re.compile(r"[^\S\n]+")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


def plain(text: str) -> str:
    r"""Take the Markdown and HTML marks out of a text; placeholders such as `<name>`, `***` stay what they say.

    >>> plain(r"Go to the **RAM** console \(see [here](https://example.com)\), `{0}`<br>and *retry*.")
    'Go to the RAM console (see here), {0}\nand retry.'
    """
    if not _SPECIAL.search(text):
        return tidy(text)
    text = _ESCAPE.sub(lambda found: chr(_PRIVATE + ord(found[1])), text)
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found[2].strip() or found[2])
        return f"\ue000{len(kept) - 1}\ue001"

    text = _CODE.sub(keep, text)
    text = _GLUED.sub(r"\1 ", text)
    text = _AUTOLINK.sub(r"\1", text)
    text = without_tags(text)
    text = _IMAGE.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _REFERENCE.sub(lambda found: found[1] or "", text)
    for pattern in (_STRONG, _STRONG_LOW, _EMPHASIS, _EMPHASIS_LOW, _STRUCK):
        text = pattern.sub(r"\1", text)
    text = _ANCHOR.sub("", text)
    text = html.unescape(text)
    text = re.sub("\ue000(\\d+)\ue001", lambda found: html.unescape(kept[int(found[1])]), text)
    return tidy(_BACK.sub(lambda found: chr(ord(found[0]) - _PRIVATE), text))


def without_tags(text: str) -> str:
    """Take known HTML tags out, keeping line breaks and list items; unknown `<words>` are placeholders and stay."""
    if "<" not in text:
        return text
    text = _RAISED_TAG.sub(lambda found: raised(found[1]), text)
    text = _BREAK.sub("\n", text)
    text = _ITEM_TAG.sub("\n- ", text)
    text = _BLOCK_TAG.sub("\n", text)
    return _INLINE_TAG.sub("", text)


def raised(text: str) -> str:
    """Return what stands above the line: digits as such, nothing for the mark of a footnote.

    >>> raised("6"), raised("(2)"), raised("th")
    ('⁶', '', 'th')
    """
    return "" if _NOTE.fullmatch(text.strip()) else text.translate(_RAISED)


def tidy(text: str) -> str:
    """Make blanks single, take invisible characters and empty lines out."""
    if not _UNTIDY.search(text):
        return text.strip(" ")
    text = _BLANKS.sub(" ", _INVISIBLE.sub("", text).translate(_HYPHENS))
    return "\n".join(line for part in text.split("\n") if (line := part.strip()))


def leading_bold(text: str) -> str:
    """Return the emphasised or code-marked words a line begins with, as plain text; "" if it begins otherwise."""
    found = re.match(
        r"\s*(?:\*\*|__)(.{1,200}?)(?:\*\*|__)(?![\w*])|\s*`([^`\n]{1,200})`", _GLUED.sub(r"\1 ", text)
    )
    return plain(found[1] or found[2]) if found else ""
