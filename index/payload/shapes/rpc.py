"""gRPC: `rpc error: code = X desc = ...`, and grpcurl's block."""

import re
from collections.abc import Iterator

from index.payload.view import View
from index.payload.reading import Finding
from index.payload.shapes.worded import MESSAGE, worded

_TEXT = re.compile(rf"rpc error: code = (?P<code>\w{{2,40}}) desc = {MESSAGE}(?=\n|\s*$)")


def rpc(view: View) -> Iterator[Finding]:
    """Find `rpc error: code = NotFound desc = ...`; such an error only wraps what stands inside it."""
    if "rpc error:" in view.text:
        yield from worded(view, _TEXT, wrapper=True)
