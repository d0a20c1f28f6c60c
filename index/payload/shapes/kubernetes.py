"""Kubernetes: kubectl's own sentences."""

import re
from collections.abc import Iterator

from index.payload.reading import Finding
from index.payload.shapes.worded import LINE_END, worded
from index.payload.view import View

_HEAD = re.compile(r"Error from server \((?P<code>[A-Z][A-Za-z]{2,40})\): ")


def kubernetes(view: View) -> Iterator[Finding]:
    """Find `Error from server (Forbidden): ...`."""
    if "Error from server" in view.text:
        yield from worded(view, _HEAD, LINE_END)
