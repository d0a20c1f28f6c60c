"""Each damage that pasting does, over several notations: code, row, message, values, status, ids and places survive."""

import base64
import html
import json
import os
import quopri
import random
import re
import unicodedata
import urllib.parse
from collections.abc import Callable

import pytest

from index.matching import explain
from index.reports import Confidence
from index.table import EntryTable
from index.template import literals

VALUES = (
    "vm-0042",
    "a79ffd7b-4333-41cf-aa13-8798701d6e73",
    "my group",
    "s7.large.2",
    "10.4.9.200",
    "dev/team a",
    "30",
)

Notation = Callable[[str, str, str], str]
Damage = Callable[[str, random.Random], str]


def dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


NOTATIONS: dict[str, Notation] = {
    "flat": lambda code, said, one: dumped({"error_code": code, "error_msg": said, "request_id": one}),
    "nested": lambda code, said, one: dumped({"error": {"message": said, "code": code}, "request_id": one}),
    "pretty": lambda code, said, one: json.dumps(
        {"error_code": code, "error_msg": said, "request_id": one}, indent=4, ensure_ascii=False
    ),
    "python repr": lambda code, said, one: repr({"error_code": code, "error_msg": said, "request_id": one}),
    "python sdk": lambda code, said, one: (
        f"ClientRequestException - {{status_code:400,request_id:{one},error_code:{code},error_msg:{said},x_y:None}}"
    ),
    "java sdk": lambda code, said, one: (
        f"ClientRequestException {{\n    errorCode: {code}\n    errorMsg: {said}\n    requestId: {one}\n}}"
    ),
    "bean": lambda code, said, one: f"ServiceError(code={code}, message={said}, requestId={one})",
    "xml": lambda code, said, one: (
        f"<Error><Code>{code}</Code><Message>{html.escape(said, quote=False)}</Message><RequestId>{one}</RequestId></Error>"
    ),
    "labels": lambda code, said, one: f"Error Code: {code}\nError Message: {said}\nRequest ID: {one}",
    "tea": lambda code, said, one: f"SDKError:\n   Code: {code}\n   Message: {said} request id: {one}\n",
}


def sprinkled(letter: str) -> Damage:
    return lambda text, rnd: "".join(each + (letter if rnd.random() < 0.06 else "") for each in text)


def each_line(prefix: str) -> Damage:
    return lambda text, _rnd: "\n".join(prefix + line for line in text.split("\n"))


def curly(text: str, _rnd: random.Random) -> str:
    marks = iter("“”" * text.count('"'))
    return re.sub('"', lambda _found: next(marks), text).replace("'", "’")


def mojibake(text: str, rnd: random.Random) -> str:
    return "".join(
        bytes([byte]).decode("cp1252", "ignore") or chr(byte) if byte > 127 else chr(byte)
        for byte in curly(text, rnd).encode()
    )


def wide(text: str, _rnd: random.Random) -> str:
    return "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)


def wrapped(text: str, _rnd: random.Random) -> str:
    return "\n".join(line[at : at + 72] for line in text.split("\n") for at in range(0, len(line), 72))


DAMAGES: dict[str, Damage] = {
    "none": lambda text, _rnd: text,
    "windows breaks": lambda text, _rnd: text.replace("\n", "\r\n"),
    "log prefix": each_line("2026-11-20 10:00:00.123 ERROR [main] c.e.App - "),
    "container prefix": each_line("web_1  | "),
    "box": each_line("│ "),
    "mail quote": each_line("> "),
    "mail quote twice": each_line(">> "),
    "indent": each_line("        "),
    "escaped once": lambda text, _rnd: dumped({"log": text}),
    "escaped twice": lambda text, _rnd: dumped({"log": dumped({"m": text})}),
    "escaped three times": lambda text, _rnd: dumped({"log": dumped({"m": dumped({"z": text})})}),
    "escaped bare": lambda text, _rnd: dumped(text)[1:-1],
    "bytes repr": lambda text, _rnd: repr(text.encode()),
    "unicode escapes": lambda text, _rnd: json.dumps({"log": text}),
    "entities": lambda text, _rnd: html.escape(text),
    "entities twice": lambda text, _rnd: html.escape(html.escape(text)),
    "mail in html": lambda text, _rnd: (
        "<p>Hello</p><pre>" + html.escape(text).replace("\n", "<br>\n") + "</pre>"
    ),
    "curly quotes": curly,
    "wrong-sided quotes": lambda text, _rnd: text.replace('"', "”").replace("'", "‘"),
    "full width": wide,
    "zero width": sprinkled("\u200b"),
    "soft hyphens": sprinkled("\u00ad"),
    "byte order mark": lambda text, _rnd: "\ufeff" + text,
    "hard spaces": lambda text, _rnd: text.replace(" ", "\u00a0"),
    "colours": lambda text, _rnd: "\n".join(
        f"\x1b[31m{line.replace(' ', chr(27) + '[0m ', 1)}\x1b[0m" for line in text.split("\n")
    ),
    "mojibake": mojibake,
    "quoted-printable": lambda text, _rnd: quopri.encodestring(text.encode()).decode(),
    "base64": lambda text, _rnd: "body=" + base64.b64encode(text.encode()).decode(),
    "url": lambda text, _rnd: "https://e.example/y?body=" + urllib.parse.quote(text, safe=""),
    "hard wraps": wrapped,
    "markdown": lambda text, _rnd: f"### Log\n\n```json\n{text}\n```\n\nthanks **all**",
    "jira": lambda text, _rnd: f"h3. Log\n{{code:json}}\n{text}\n{{code}}\n{{quote}}see above{{quote}}",
    "chat": lambda text, _rnd: f"*Eva*  10:41\n```{text}```\n:eyes: 3",
    "pasted thrice": lambda text, _rnd: "\n".join([text] * 3),
    "cut in front": lambda text, _rnd: '_at": 3}\n' + text,
    "log behind": lambda text, _rnd: text + ': timestamp="2026-11-20T10:00:00Z"',
}


def filled(template: str, rnd: random.Random) -> tuple[str, tuple[str, ...]]:
    pieces = literals(template)
    values = tuple(rnd.sample(VALUES, len(pieces) - 1))
    said = pieces[0] + "".join(value + piece for value, piece in zip(values, pieces[1:], strict=True))
    return said.replace("''", "'"), values


def squeezed(text: str | None) -> str:
    return " ".join(unicodedata.normalize("NFKC", text or "").split()).strip(" .").casefold()


def check(table: EntryTable, notation: str, damage: str, rnd: random.Random) -> None:
    entries = [
        each
        for each in table.all_entries()
        if each.message
        and len(table.numbers_by_code(each.code)) == 1
        and any(letter.isdigit() for letter in each.code)
        and len(literals(each.message)) <= len(VALUES)
        and '"' not in each.message
        and each.message.replace("''", "").count("'") % 2 == 0
        and len(max(literals(each.message), key=len)) > 12
    ]
    entry = rnd.choice(entries)
    said, values = filled(entry.message or "", rnd)
    one = f"{rnd.getrandbits(128):032x}"
    text = DAMAGES[damage](NOTATIONS[notation](entry.code, said, one), rnd)
    answer = explain(text, table)
    found = [each for each in answer.errors if each.confidence is not Confidence.WEAK]
    assert [each.error.code for each in found] == [entry.code], text
    assert [match.entry.id for match in found[0].matches] == [entry.id], text
    assert squeezed(found[0].error.message) == squeezed(said), text
    assert found[0].matches[0].values == values, text
    assert one in answer.request_ids, text
    for start, end in (found[0].error.span, *found[0].error.id_spans, *found[0].matches[0].value_spans):
        assert 0 <= start < end <= len(text)
    if entry.code in text:
        assert entry.code in text[slice(*found[0].error.span)]


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_a_body_says_survives(table: EntryTable, damage: str) -> None:
    rnd = random.Random(f"share {damage}")
    for notation in NOTATIONS:
        if damage == "hard wraps" and notation in {"labels", "java sdk", "tea", "pretty"}:
            continue  # a label's line that is broken anywhere cannot be told from the next label
        check(table, notation, damage, rnd)


@pytest.mark.soak
@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("seed", range(20 if os.environ.get("ERROR_DESK_SOAK") else 1))
def test_what_a_body_says_survives_at_length(table: EntryTable, damage: str, seed: int) -> None:
    rnd = random.Random(f"{seed} {damage}")
    for notation in NOTATIONS:
        if damage != "hard wraps":
            check(table, notation, damage, rnd)
