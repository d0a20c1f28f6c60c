"""Files of texts by name, one a line: Java properties, strings files of Apple, `LMP.0001 = The lamp is off`."""

import re

from index.importing.formats.code_tokens import unescaped
from index.importing.formats.protocol import text_of
from index.importing.formats.records import first_comment
from index.importing.formats.texts_by_name import texts_page
from index.importing.page import Page
from index.text import clean

_LINE = re.compile(
    r"(?:\"([^\"\n]{1,160})\"|([\w.-]{1,120}))\s*[=:]\s*(?:\"((?:[^\"\\]|\\.)*+)\"\s*;?|(\S.*))"
)
_CONTINUED = re.compile(r"(?<!\\)\\\n[ \t]*")
_IGNORED = re.compile(r"/\*(?s:.*?)\*/")
_MOST = 0.8


class Properties:
    """Files of messages by code, such as `LMP.0001=The lamp {0} is off`."""

    name = "properties"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text whose lines are codes with sentences."""
        return isinstance(content, str) and _page(content[:40_000]) is not None

    def read(self, content: str | bytes) -> Page:
        """Read code and message of each line."""
        text = text_of(content)
        return _page(text) or Page()


def _page(text: str) -> Page | None:
    """Return the page of the lines; None if they are of another kind."""
    lines = [line.strip() for line in _IGNORED.sub("", _CONTINUED.sub("", text)).split("\n")]
    said = [line for line in lines if line and not line.startswith(("#", "!", "//", ";", "["))]
    found = [_LINE.fullmatch(line) for line in said]
    pairs = [(one[1] or one[2], _text(one)) for one in found if one]
    if not pairs or len(pairs) < _MOST * len(said):
        return None
    mixed = sum("=" in line for line in said) >= _MOST * len(said)  # with colons it may be prose
    return texts_page(pairs, first_comment(text), mixed=mixed)


def _text(found: re.Match[str]) -> str:
    quoted = found[3] is not None
    return clean(unescaped(found[3] if quoted else found[4])).strip()
