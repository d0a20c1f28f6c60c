"""Descriptions of whole services: OpenAPI with errors in its examples, models of SDKs with shapes that are errors."""

import re
from collections.abc import Iterator
from typing import Any

from index.importing.fields import Field
from index.importing.headers import field_of
from index.importing.values import Kind, kind_of

_DEEPEST = 40
_STATUS = re.compile(r"[1-5]\d\d")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
_TAGS = re.compile(r"<[^<>]{1,200}>")
_HTTP_ERROR, _ERROR = "smithy.api#httpError", "smithy.api#error"


def errors_in(value: dict[str, Any]) -> list[dict[str, Any]]:
    """List the errors that the description of a service tells of; none where it is no such description."""
    if isinstance(value.get("shapes"), dict):
        return [one for name, shape in value["shapes"].items() if (one := _shape(name, shape))]
    if "paths" in value and ("openapi" in value or "swagger" in value):
        found = list(_examples(value, "", "", 0))
        return list({(one["error code"], one["message"]): one for one in found}.values())
    return []


def _shape(name: str, shape: Any) -> dict[str, Any] | None:
    """Read a shape of an SDK's model that is an error."""
    if not isinstance(shape, dict):
        return None
    error = shape.get("error")
    traits = shape.get("traits")
    if shape.get("exception") or shape.get("fault"):
        facts = error if isinstance(error, dict) else {}
        said, status = shape.get("documentation"), facts.get("httpStatusCode")
    elif isinstance(traits, dict) and _ERROR in traits:
        facts = {}
        said, status = traits.get("smithy.api#documentation"), traits.get(_HTTP_ERROR)
    else:
        return None
    bare = name.rpartition("#")[2]
    text = _TAGS.sub("", said) if isinstance(said, str) else ""
    code = facts.get("code")
    return {
        "error code": code if isinstance(code, str) and code else bare,
        "constant": bare,
        "http status": status,
        "description": text,
    }


def _examples(value: Any, status: str, path: str, depth: int) -> Iterator[dict[str, Any]]:
    """Go through the errors among the examples of answers; `status` is that of the answer around them."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _examples(item, status, path, depth + 1)
    if not isinstance(value, dict):
        return
    if "example" in path and (one := _error(value, status)):
        yield one
        return
    for key, inner in value.items():
        below = (
            key if isinstance(key, str) and _STATUS.fullmatch(key) and path.endswith("responses") else status
        )
        yield from _examples(inner, below, f"{path} {key}"[-200:].casefold(), depth + 1)


def _error(value: dict[str, Any], status: str) -> dict[str, Any] | None:
    """Read `{code: ..., message: ...}`; None where it is something else."""
    found: dict[Field, str] = {}
    for key, inner in value.items():
        if isinstance(inner, str | int) and not isinstance(inner, bool):
            found.setdefault(field_of(_CAMEL.sub(" ", str(key))), str(inner))
    code, message = found.get(Field.CODE, ""), found.get(Field.MESSAGE) or found.get(Field.DESCRIPTION) or ""
    if kind_of(code) not in (Kind.CODE, Kind.NUMBER, Kind.WORD) or not message:
        return None
    return {"error code": code, "http status": found.get(Field.STATUS, status), "message": message}
