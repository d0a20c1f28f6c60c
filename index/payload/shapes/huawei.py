"""Huawei Cloud and OpenStack tools: jobs, golangsdk sentences, SDK one-liners."""

import re
from collections.abc import Iterator

from index.payload.view import View
from index.payload.reading import Finding
from index.payload.shapes.worded import MESSAGE, worded

_JOB = re.compile(
    rf"failed with (?:error )?code:? ?(?P<code>[A-Za-z]\w*(?:\.\w+){{1,2}})[:,] ?{MESSAGE}(?=\n|[\"'](?:\s*[,}}\]]|\s*$)|$)"
)
_REMOTE = re.compile(
    rf"\b(?P<code>[A-Z][A-Za-z0-9]{{1,15}}(?:\.[A-Z0-9]{{2,6}})?\.\d{{3,10}})[:,] {MESSAGE}(?=\s*[\[(,;] ?[Rr]equest ?[Ii][Dd]|\n|[\"']\s*[,}}\]]|$)"
)


def huawei(view: View) -> Iterator[Finding]:
    """Find `ECS job failed with code Ecs.0614: ...`."""
    if "failed with" in view.text:
        yield from worded(view, _JOB, sure=3)
