"""Message files of programs: gettext catalogues and the message compiler of Windows.

msgid "LMP1"                     MessageId=0x101
msgstr "The lamp is off"         SymbolicName=MSG_LAMP_OFF
                                 Language=English
                                 The lamp is off.
                                 .
"""

import re

from index.importing.formats.code_tokens import unescaped
from index.importing.formats.protocol import text_of
from index.importing.formats.texts_by_name import texts_page
from index.importing.page import Page, Table
from index.text import clean

_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*+)\"")
_GETTEXT = re.compile(r"(msgctxt|msgid|msgid_plural|msgstr)(?:\[\d\])?\s+(?=\")")
_MESSAGE_ID = re.compile(r"^MessageId\s*=", re.MULTILINE | re.IGNORECASE)
_FACT = re.compile(r"(\w{2,30})\s*=\s*(.*)")


class Gettext:
    """Catalogues of gettext whose texts stand by codes."""

    name = "gettext"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text with keys and texts of gettext."""
        return isinstance(content, str) and "\nmsgstr" in content and 'msgid "' in content[:20_000]

    def read(self, content: str | bytes) -> Page:
        """Read the texts by their keys."""
        text = text_of(content)
        entries: list[dict[str, list[str]]] = [{}]
        key = ""
        for line in text.split("\n"):
            if found := _GETTEXT.match(line):
                key = found[1]
                if key in {"msgctxt", "msgid"} and "msgstr" in entries[-1]:
                    entries.append({})
            elif not line.startswith('"'):
                continue
            entries[-1].setdefault(key, []).extend(map(unescaped, _QUOTED.findall(line)))
        texts = [{key: clean("".join(said)) for key, said in one.items()} for one in entries]
        pairs = [(one.get("msgctxt") or one.get("msgid", ""), one.get("msgstr", "")) for one in texts]
        return texts_page([(name, text) for name, text in pairs if name], "") or Page()


class MessageCompiler:
    """Message files (.mc) of Windows."""

    name = "message file"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text with numbers of messages."""
        return isinstance(content, str) and bool(_MESSAGE_ID.search(content[:20_000]))

    def read(self, content: str | bytes) -> Page:
        """Read name, number and text of each message; its first language counts."""
        text = text_of(content)
        rows: list[tuple[str, str, str]] = []
        facts: dict[str, str] = {}
        said: list[str] | None = None
        for line in text.split("\n"):
            if said is not None:
                if line.strip() != ".":
                    said.append(line.strip())
                    continue
                name, number = facts.get("symbolicname", ""), facts.get("messageid", "")
                if (name or number) and all(row[0] != (name or number) for row in rows[-1:]):
                    rows.append((name or number, number if name else "", clean(" ".join(said))))
                said = None
            elif found := _FACT.fullmatch(line.strip()):
                key = found[1].casefold()
                facts = {} if key == "messageid" else facts
                facts[key] = found[2].strip()
                said = [] if key == "language" else None
        if not rows:
            return Page()
        table = (("error code", "message id", "message"), *rows)
        return Page(blocks=(Table(rows=table, header=1, where="the whole document", exact=True),))
