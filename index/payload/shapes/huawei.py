"""Huawei Cloud and Open Telekom Cloud: the sentence about a failed job."""

import re
from collections.abc import Iterator

from index.payload.reading import Finding
from index.payload.shapes.worded import worded
from index.payload.view import View

_HEAD = re.compile(r"failed with (?:error )?code:? ?(?P<code>[A-Za-z]\w{1,20}(?:\.\w{1,16}){1,2})[:,] ?")
_END = re.compile(r"(?=\n|[\"']\s?[,}\]])|\Z|(?=[\"']\Z)")


def huawei(view: View) -> Iterator[Finding]:
    """Find `ECS job failed with code Ecs.0614: ...`."""
    if "failed with" in view.text:
        yield from worded(view, _HEAD, _END, sure=3)
