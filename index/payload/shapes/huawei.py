"""Huawei Cloud and Open Telekom Cloud: the sentences about failed jobs and operations."""

import re
from collections.abc import Iterator

from index.payload.reading import Finding
from index.payload.shapes.worded import worded
from index.payload.view import View

_HEAD = re.compile(r"failed with (?:error )?code:? ?(?P<code>[A-Za-z]\w{1,20}(?:\.\w{1,16}){1,2})[:,] ?")
_SAID = re.compile(r"\b[Ee]rror code:? (?P<code>[A-Za-z][\w.]{2,80}), (?:error )?message: ")
_END = re.compile(r"(?=\n|[\"']\s?[,}\]])|\Z|(?=[\"']\Z)")


def huawei(view: View) -> Iterator[Finding]:
    """Find `ECS job failed with code Ecs.0614: ...` and `Error code Abc.0409, message: ...`."""
    if "failed with" in view.text:
        yield from worded(view, _HEAD, _END, sure=3)
    if "rror code" in view.text:
        yield from worded(view, _SAID, _END, sure=3)
