"""AWS and what speaks like it: botocore, the SDKs of Java, Go and PHP, Terraform."""

import re
from collections.abc import Iterator

from index.payload.view import View
from index.payload.reading import Finding
from index.payload.shapes.worded import MESSAGE, worded

_BOTO = re.compile(
    rf"An error occurred \((?P<code>[\w.:\-]{{3,80}})\) when calling the \w+ operation(?: \(reached max retries: \d+\))?: ?{MESSAGE}(?=\n|[\"']\s*[,}}\]]|$)"
)
_JAVA = re.compile(
    rf"(?:^|[:\n\]] ?){MESSAGE} \(Service: [^;()]{{2,60}}; Status Code: (?P<status>\d{{3}}); Error Code: (?P<code>[\w.\-]+); Request ID: (?P<id>[\w\-]+)",
    re.MULTILINE,
)
_GO = re.compile(
    rf"\b(?!Error:|Exception:)(?P<code>[A-Z][\w.]{{3,80}}): {MESSAGE}\s*\n?\s*(?:caused by:[^\n]*\n\s*)?status code: (?P<status>\d{{3}}), request id: ?(?P<id>[\w\-]{{6,64}})"
)
_GO2 = re.compile(
    rf"StatusCode: (?P<status>\d{{3}}), RequestID: (?P<id>[\w\-]*),(?: HostID: \S*,)? (?:api error )?(?P<code>[A-Z][\w.]{{2,80}}):? {MESSAGE}(?=\n|\"|$)"
)


def aws(view: View) -> Iterator[Finding]:
    """Find `An error occurred (Code) when calling ...`, `(Service: ...; Error Code: ...)`, `status code: n, request id: x`."""
    text = view.text
    if "An error occurred (" in text:
        yield from worded(view, _BOTO)
    if "Error Code: " in text:
        yield from worded(view, _JAVA)
    if "status code: " in text:
        yield from worded(view, _GO)
    if "StatusCode: " in text:
        yield from worded(view, _GO2)
