"""gRPC: `rpc error: code = X desc = ...`."""

import re
from collections.abc import Iterator

from index.payload.reading import Finding
from index.payload.shapes.worded import LINE_END, worded
from index.payload.view import View

_HEAD = re.compile(r"rpc error: code = (?P<code>\w{2,40}) desc = ")


def rpc(view: View) -> Iterator[Finding]:
    """Find `rpc error: code = NotFound desc = ...`; such an error only wraps what stands inside it."""
    if "rpc error:" in view.text:
        yield from worded(view, _HEAD, LINE_END, wrapper=True)
