"""JSON and JSON Lines: every list of objects, and every object whose keys are codes, is a table."""

import json
from collections.abc import Iterator
from typing import Any

from index.errors import BadInput
from index.importing.fields import Field
from index.importing.formats.api_models import errors_in
from index.importing.formats.markup import plain
from index.importing.formats.protocol import text_of
from index.importing.headers import field_of
from index.importing.page import Block, Page, Table
from index.importing.values import Kind, kind_of
from index.text import clean

_DEEPEST = 12
_MOST_MEMBERS = 10_000
_WIDEST = 60
_ENOUGH, _SAMPLE = 2, 20
_LIMIT = 100 * 1024 * 1024


class Json:
    """JSON documents and JSON Lines."""

    name = "JSON"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text that begins and ends like JSON."""
        if not isinstance(content, str):
            return False
        head, tail = content[:200].lstrip("\ufeff \n\t"), content[-200:].rstrip()
        return head[:1] in ("{", "[") and tail[-1:] in ("}", "]")

    def read(self, content: str | bytes) -> Page:
        """Read the tables. Raises BadInput if it is not JSON."""
        text = text_of(content)
        if len(text) > _LIMIT:
            raise BadInput("JSON larger than {megabytes} MB", megabytes=_LIMIT // 2**20)
        value = _parsed(text)
        return page_of(value)


def page_of(value: Any, title: str = "") -> Page:
    """Return the page of a tree of plain values."""
    facts = value if isinstance(value, dict) else {}
    info = facts.get("info")
    inner = info if isinstance(info, dict) else {}
    described = errors_in(facts)
    return Page(
        blocks=tuple(_table(described, "errors") if described else tables_in(value)),
        title=_fact(facts, "title") or _fact(inner, "title") or title,
        updated=_fact(facts, "updated") or _fact(facts, "date"),
        url=_fact(facts, "url"),
        hints=tuple(
            f"{key}: {_fact(facts, key)}" for key in ("provider", "service", "product") if _fact(facts, key)
        ),
    )


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except RecursionError as error:
        raise BadInput("JSON nested too deeply") from error
    except ValueError as error:
        try:
            return [json.loads(line, strict=False) for line in text.split("\n") if line.strip()]
        except (ValueError, RecursionError):
            raise BadInput("damaged JSON: {reason}", reason=error) from error


def _fact(facts: dict[str, Any], key: str) -> str:
    value = facts.get(key)
    return " ".join(clean(value).split())[:200] if isinstance(value, str) else ""


def tables_in(value: Any, name: str = "", depth: int = 0) -> Iterator[Block]:
    """Go through the tables of a tree of plain values: lists of objects, objects by code, pairs of code and text."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        yield from _tables_in_list(value, name, depth)
    elif isinstance(value, dict):
        if keyed := _keyed(value) or _keyed({key: v for key, v in value.items() if isinstance(v, dict)}):
            yield from _table(keyed, name)
            return
        for key, inner in value.items():
            if isinstance(inner, list | dict):
                yield from tables_in(inner, f"{name} {key}".strip(), depth + 1)


def _tables_in_list(value: list[Any], name: str, depth: int) -> Iterator[Block]:
    """Read a list of objects as a table, and the lists of objects that its members hold."""
    records = [item for item in value if isinstance(item, dict)]
    wrapper = _wrapper(records)
    if wrapper:
        records, name = [item[wrapper] for item in records], f"{name} {wrapper}".strip()
    if len(records) * 2 >= max(1, len(value)) and not _are_groups(records):
        yield from _table(records, name)
    for item in value[:_MOST_MEMBERS]:
        if isinstance(item, list):
            yield from tables_in(item, name, depth + 1)
        elif isinstance(item, dict):
            for key, inner in item.items():
                if isinstance(inner, list) and any(isinstance(one, dict) for one in inner):
                    yield from tables_in(inner, f"{name} {key}".strip(), depth + 1)


def _are_groups(records: list[dict[str, Any]]) -> bool:
    """Tell whether objects only gather others, which have codes and they none: `{"name": "disks", "errors": [...]}`."""
    gathered = [inner for item in records[:_SAMPLE] for inner in item.values() if isinstance(inner, list)]
    inside = {
        str(key) for inner in gathered for one in inner[:_ENOUGH] if isinstance(one, dict) for key in one
    }
    own = {str(key) for item in records[:_SAMPLE] for key in item}
    return Field.CODE in set(map(field_of, inside)) and Field.CODE not in set(map(field_of, own))


def _wrapper(records: list[dict[str, Any]]) -> str:
    """Return the only key of all objects, where each only wraps another: `{"error": {"code": ...}}`; "" if none does."""
    keys = {next(iter(item)) if len(item) == 1 else "" for item in records}
    key = keys.pop() if len(keys) == 1 else ""
    return key if key and all(isinstance(item[key], dict) and len(item[key]) > 1 for item in records) else ""


def _keyed(value: dict[str, Any]) -> list[dict[str, Any]]:
    """Read an object whose keys are codes as records; [] if it is none."""
    kinds = [kind_of(str(key)) for key in value]
    codes = sum(kind in (Kind.CODE, Kind.NUMBER, Kind.STATUS) for kind in kinds)
    if (len(value) < _ENOUGH and not _is_told(value)) or codes * 5 < len(value) * 4:
        return []
    if all(isinstance(item, dict) for item in value.values()):
        return _coded(value)
    texts = [item for item in value.values() if isinstance(item, str)]
    said = sum(kind_of(text) in (Kind.PROSE, Kind.WORD) for text in texts)
    if len(texts) == len(value) and said * 5 >= len(texts) * 4:
        return [{"error code": key, "message": text} for key, text in value.items()]
    return []


def _coded(value: dict[str, Any]) -> list[dict[str, Any]]:
    """Read objects by key, each of which may have a number of its own besides: a code, or a status."""
    inner = [str(item["code"]) for item in value.values() if isinstance(item.get("code"), str | int)]
    statuses = all(kind_of(code) is Kind.STATUS for code in inner)
    own = len(set(inner)) == len(value) and not statuses and any(code not in value for code in inner)
    records = []
    for key, item in value.items():
        rest = {k: v for k, v in item.items() if k != "code"}
        code = item.get("code")
        if own:
            records.append({"code": code, "constant": key, **rest})
        else:
            stated = {"http status": code} if inner and statuses and isinstance(code, str | int) else {}
            records.append({"code": key, **stated, **rest})
    return records


def _is_told(value: dict[str, Any]) -> bool:
    """Tell whether the only member of an object is an error beyond doubt: it has a code or status, and a message."""
    fields = {field_of(str(key)) for item in value.values() if isinstance(item, dict) for key in item}
    return Field.MESSAGE in fields and bool(fields & {Field.CODE, Field.STATUS})


def _table(records: list[dict[str, Any]], name: str) -> Iterator[Table]:
    headers = list(dict.fromkeys(str(key) for record in records for key in record))[:_WIDEST]
    rows = [tuple(_cell(record.get(header)) for header in headers) for record in records]
    if len(headers) > 1:
        yield Table(
            rows=(tuple(headers), *rows), header=1, name=name, where=name or "the whole document", exact=True
        )


def _cell(value: Any, depth: int = 0) -> str:
    """Return what a cell shows of a value; what is nested too deeply for anybody to read is left out."""
    if value is None or isinstance(value, bool) or depth > _DEEPEST:
        return ""
    if isinstance(value, str):
        return plain(clean(value))
    if isinstance(value, list):
        items = [_cell(item, depth + 1) for item in value]
        return "\n".join(f"- {item}" if len(items) > 1 else item for item in items if item)
    if isinstance(value, dict):
        return "\n".join(
            f"{key}: {text}" for key, inner in value.items() if (text := _cell(inner, depth + 1))
        )
    if isinstance(value, int) and abs(value) > 10**18:
        return ""
    return str(value)
