"""Secrets that a hard wrap cut, and what stands behind a line that is only long. All secrets here are made up."""

import json
import time
import urllib.parse
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256

import pytest

from index.folders import Folders
from index.matching import explain
from index.redact import redact
from index.store import open_table
from index.table import EntryTable

_PART = "EXAMPLE0abcDEF9ghiJKLm2nopQRS"
_LONG = (
    b64encode(b"".join(sha256(bytes([number])).digest() for number in range(9))).decode().replace("+", "x")
)
JWT = f"eyJhbGciOiJFWEFNUExFIn0.eyJ{_LONG[:130].replace('/', '-')}.{_LONG[130:290].replace('/', '-')}"
TOKEN = f"MII{_LONG[:200]}/{_LONG[200:]}z9"
TEXTS = {
    "bearer": (f"Authorization: Bearer {JWT}", JWT),
    "token": (f"X-Auth-Token: {TOKEN}", TOKEN),
    "signed": (
        f"GET https://b.example/k?Expires=1700000000&X-Amz-Signature={'0a1b2c3d' * 8}&x-id=1",
        "0a1b2c3d" * 8,
    ),
    "cookies": (f"Cookie: HWS_ID={_LONG[:48]}; SID={_LONG[60:290]}; lang=en-us", _LONG[60:290]),
    "prose": (
        f"we call it from there with access key EXAMPLEKEY0000000001 and secret key {_PART}Example00A1 and it fails",
        f"{_PART}Example00A1",
    ),
    "docker": (f"docker login -u cn-north-4@EXAMPLEKEY -p {'0e1f2a3b' * 8} swr.example", "0e1f2a3b" * 8),
}
BEHIND = "\nAccept: application/json\n\nOrganizations.1003"
DAMAGES: dict[str, Callable[[str], str]] = {
    "none": lambda text: text,
    "json": lambda text: json.dumps({"log": text}),
    "json twice": lambda text: json.dumps({"log": json.dumps({"log": text})}),
    "url": lambda text: urllib.parse.quote(text, safe=""),
    "time": lambda text: "\n".join(
        f"2026-11-20T10:00:{number:02}.123Z {line}" for number, line in enumerate(text.split("\n"))
    ),
    "logger": lambda text: "\n".join(
        f"2026-11-20 10:00:{number:02} DEBUG [main] > {line}" for number, line in enumerate(text.split("\n"))
    ),
    "numbers": lambda text: "\n".join(
        f"{number + 8:>4}  {line}" for number, line in enumerate(text.split("\n"))
    ),
    "list": lambda text: json.dumps({"lines": text.split("\n")}),
    "quoted": lambda text: "\n".join(f"> {line}" for line in text.split("\n")),
    "box": lambda text: "\n".join(f"│ {line:<90} │" for line in text.split("\n")),
}


@pytest.fixture(scope="module")
def table(bundled_folders: Folders) -> EntryTable:
    return open_table(bundled_folders)


def wrapped(text: str, width: int) -> str:
    lines = text.split("\n")
    return "\n".join(line[at : at + width] for line in lines for at in range(0, len(line) or 1, width))


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", TEXTS)
def test_no_part_of_a_wrapped_secret_stays(table: EntryTable, name: str, damage: str) -> None:
    text, secret = TEXTS[name]
    parts = {secret[at : at + 13] for at in range(len(secret) - 12)}
    for width in (60, 76):
        left = explain(DAMAGES[damage](wrapped(text, width) + BEHIND), table).redacted
        assert not [part for part in parts if part in left], left
        assert "Organizations.1003" in left
        assert "Accept" in left


@pytest.mark.parametrize(
    "behind",
    [
        "Accept: application/json",
        "Organizations.1003 Concurrent modification.",
        "0f3c9a7712de4b6f8e51c2a49b7d6035",
        "request failed",
        "2026-11-20 10:00:00 ERROR x",
        "swr.cn-north-4.example.com",
        "X-Request-Id=1",
    ],
)
def test_the_line_behind_a_long_secret_stays(behind: str) -> None:
    line = f"X-Auth-Token: {TOKEN[:90]}"
    assert redact(f"{line}\n{behind}\n") == f"X-Auth-Token: <token>\n{behind}\n"


def test_lines_that_look_alike_are_records_and_no_wrapped_line() -> None:
    line = f"call failed, token={_PART}"
    assert redact("\n".join([line] * 3)) == "\n".join(["call failed, token=<token>"] * 3)


@pytest.mark.parametrize(
    "piece",
    [
        f"token={TOKEN[:60]}\n",
        f"{TOKEN[:64]}\n",
        " " * 50 + "\n",
        "x" * 50 + " " * 190 + "\n",
        f"{TOKEN[:45]}  |\n> ",
    ],
)
def test_a_megabyte_of_long_lines_is_read_at_once(piece: str) -> None:
    start = time.process_time()
    redact(piece * (1_000_000 // len(piece)))
    assert time.process_time() - start < 4, "about 0.5 s on a quiet machine"
