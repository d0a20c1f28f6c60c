"""Azure: the texts of its command line and libraries."""

import re
from collections.abc import Iterator

from index.payload.view import View
from index.payload.reading import Finding
from index.payload.shapes.worded import MESSAGE, worded

_CLI = re.compile(
    rf"(?:^|ERROR: |HttpResponseError: |Error: )\((?P<code>[A-Z][A-Za-z]{{3,80}})\) {MESSAGE}(?=\n|$)",
    re.MULTILINE,
)
_GO = re.compile(
    rf"StatusCode=(?P<status>\d{{3}}) -- Original Error: (?:[^\n]{{0,80}}? )?Code=\"(?P<code>\w+)\" Message=\"(?P<message>[^\"\n]{{2,1500}})\""
)


def azure(view: View) -> Iterator[Finding]:
    """Find `(AuthorizationFailed) The client ...` and `Code="..." Message="..."`."""
    if "(" in view.text:
        yield from worded(view, _CLI)
    if "Original Error" in view.text:
        yield from worded(view, _GO)
