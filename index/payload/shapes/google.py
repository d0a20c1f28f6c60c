"""Google Cloud: the texts of its Go, Python and command-line clients, and of gRPC's Python client."""

import re
from collections.abc import Iterator

from index.payload.reading import Finding
from index.payload.shapes.worded import LINE_END, worded
from index.payload.view import View

_GO = re.compile(r"googleapi: (?:got HTTP response code|Error) (?P<status>\d{3})(?::| with body:) ")
_GO_END = re.compile(r", (?P<code>[a-z][A-Za-z]{2,40})(?=[\"'}\])]*(?:\n|\Z|\\n))|(?=\n|\Z)")
_CLI = re.compile(r"ERROR: \(gcloud\.[\w.\-]{2,80}\) (?P<code>[A-Z][A-Z_]{4,40}): ")
_HTTP = re.compile(
    r"HttpError (?P<status>\d{3}) when requesting [^\s\"]{1,600} returned \"(?=[^\n]{0,2000}'reason': ?'(?P<code>[A-Za-z]{2,60})')"
)
_HTTP_END = re.compile(r"(?=\"\. Details: |\"(?:>|\n|\Z))")
_CORE = re.compile(
    r"google\.api_core\.exceptions\.(?P<code>[A-Z][A-Za-z]{2,40}): (?P<status>\d{3}) (?:[A-Z]{3,6} \S{1,400}: )?"
)
_RPC = re.compile(r"status = StatusCode\.(?P<code>[A-Z_]{4,40})\s{1,20}details = \"")
_RPC_END = re.compile(r"(?=\"\s)|(?=\"?\Z)")


def google(view: View) -> Iterator[Finding]:
    """Find `googleapi: Error 404: ..., notFound` and its relatives."""
    text = view.text
    if "googleapi: " in text:
        yield from worded(view, _GO, _GO_END)
    if "gcloud." in text:
        yield from worded(view, _CLI, LINE_END)
    if "HttpError " in text:
        yield from worded(view, _HTTP, _HTTP_END)
    if "google.api_core" in text:
        yield from worded(view, _CORE, LINE_END)
    if "StatusCode." in text:
        yield from worded(view, _RPC, _RPC_END)
