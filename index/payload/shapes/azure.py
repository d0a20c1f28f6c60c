"""Azure: the texts of its command line and libraries."""

import re
from collections.abc import Iterator

from index.payload.reading import Finding
from index.payload.shapes.worded import LINE_END, worded
from index.payload.view import View

_CLI = re.compile(
    r"(?:^|ERROR: |HttpResponseError: |Error: )\((?P<code>[A-Z][A-Za-z]{3,80})\) ", re.MULTILINE
)
_GO = re.compile(
    r"StatusCode=(?P<status>\d{3}) -- Original Error: (?:[^\n\"]{0,80}? )?Code=\"(?P<code>\w{2,80})\" Message=\""
)
_GO_END = re.compile(r"(?=[\"\n])|\Z")


def azure(view: View) -> Iterator[Finding]:
    """Find `(AuthorizationFailed) The client ...` and `Code="..." Message="..."`."""
    if "(" in view.text:
        yield from worded(view, _CLI, LINE_END)
    if "Original Error" in view.text:
        yield from worded(view, _GO, _GO_END)
