"""What all subcommands share: reading texts, writing JSON and lines."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from index.errors import BadInput, DeskError

_SURROGATE = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029]")
_encode = msgspec.json.Encoder().encode


def use_utf8() -> None:
    """Make standard output and error UTF-8 whatever the locale is, so that Chinese never fails to print."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def fault(line: str) -> None:
    """Print one line on standard error, with nothing in it that could steer a terminal."""
    sys.stderr.write(f"error-desk: {visible(' '.join(line.split()))}\n")


def visible(text: str) -> str:
    """Show characters that steer a terminal or hide (escape, direction marks) as U+FFFD; tabs and newlines stay."""
    return _UNSEEN.sub("\ufffd", text)


def lines(parts: Iterable[str]) -> None:
    """Print lines for people."""
    for part in parts:
        sys.stdout.write(visible(part) + "\n")


def document(value: object) -> None:
    """Print one JSON document on one line, by any reader's notion of a line: its separators are written as escapes."""
    text = _BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", _encode(value).decode())
    sys.stdout.write(text + "\n")


def read_text(path: Path | None) -> str:
    """Read UTF-8 from a file, or from standard input where there is none; invalid bytes become U+FFFD.

    Raises BadInput if the file cannot be read.
    """
    if path is None or str(path) == "-":
        return sys.stdin.buffer.read().decode(errors="replace")
    try:
        return path.read_bytes().decode(errors="replace")
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror or error}") from error


def answer_lines(field: str, answer: Callable[[str], dict[str, Any]], path: Path | None = None) -> None:
    """Answer JSON Lines in order: each line's `field` is asked of `answer`, and its `id`, if any, stands first.

    A line that cannot be read is answered with `error`, which names its number as an editor counts, and the rest goes on.
    """
    stream = sys.stdin.buffer if path is None else read_text(path).encode().splitlines()
    for number, raw in enumerate(stream, 1):
        line = raw.decode(errors="replace").strip()
        if line:
            document(_one_answer(number, line, field, answer))
            sys.stdout.flush()


def _one_answer(
    number: int, line: str, field: str, answer: Callable[[str], dict[str, Any]]
) -> dict[str, Any]:
    import json  # noqa: PLC0415 - every start loads this module, and hardly one reads lines of JSON

    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        return {"error": f"line {number} is not a JSON document"}
    if not isinstance(asked, dict):
        return {"error": f"line {number} is not a JSON object"}
    named = {"id": _without_surrogates(asked["id"])} if isinstance(asked.get("id"), str | int) else {}
    text = asked.get(field)
    if not isinstance(text, str):
        return named | {"error": f"line {number} has no text under {field!r}"}
    try:
        return named | answer(_without_surrogates(text))
    except DeskError as error:
        return named | {"error": f"line {number}: {error}"}


def _without_surrogates(value: Any) -> Any:
    """Replace lone surrogates one for one, so that UTF-8 can hold the text and positions stay."""
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value


def titled(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Render label and text pairs, each label once and aligned; empty texts are left out."""
    kept = [(label, text) for label, text in rows if text]
    width = max((len(label) for label, _ in kept), default=0)
    for label, text in kept:
        first, *rest = text.splitlines() or [""]
        yield f"  {label:<{width}}  {first}"
        yield from (f"  {'':<{width}}  {more}" for more in rest)
