"""Kubernetes and container tools: kubectl's own sentences, the daemon's answers."""

import re
from collections.abc import Iterator

from index.payload.view import View
from index.payload.reading import Finding
from index.payload.shapes.worded import MESSAGE, worded

_KUBECTL = re.compile(rf"Error from server \((?P<code>[A-Z][A-Za-z]{{2,40}})\): {MESSAGE}(?=\n|$)")
_DAEMON = re.compile(
    rf"Error response from daemon: (?:[^\n{{}}]{{0,200}}?: )?(?P<code>denied|unauthorized|toomanyrequests|manifest unknown): {MESSAGE}(?=\n|$)"
)


def kubernetes(view: View) -> Iterator[Finding]:
    """Find `Error from server (Forbidden): ...`."""
    if "Error from server" in view.text:
        yield from worded(view, _KUBECTL)
