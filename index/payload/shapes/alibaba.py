"""Alibaba Cloud: SDK texts of Python, Java, .NET and Node, Tea, Function Compute, and the troubleshoot link."""

import re
from collections.abc import Iterator

from index.payload.view import View
from index.payload.reading import Finding
from index.payload.shapes.worded import MESSAGE, worded

_ID = r"(?P<id>[0-9A-Fa-f][0-9A-Fa-f\-]{11,63})"
_END = r"(?=\s*(?:[Rr]equest ?I[Dd]|RequestId)\b|\s*\n|\s*[\"']\s*[,}\]]|\s*$|\s+Response: \{|\s+Data: \{)"
_PYTHON = re.compile(
    rf"HTTP Status: (?P<status>\d{{3}}) Error: ?(?P<code>[A-Za-z][\w.\-]*)[ :,]+{MESSAGE}{_END}(?:\s*[Rr]equest ?I[Dd] ?: ?{_ID})?"
)
_JAVA = re.compile(
    rf"(?:ClientException|ServerException)(?:: |\r?\n\s*)(?P<code>[A-Za-z][\w.]{{2,80}}) ?: {MESSAGE}{_END}(?:\s*[Rr]equest ?I[Dd] ?: ?{_ID})?"
)
_TEA = re.compile(
    rf"(?:Error|Exception): (?P<code>[A-Za-z][\w.\-]{{2,80}}) code: (?P<status>\d{{3}}), {MESSAGE}\s+request id: {_ID}"
)
_NODE = re.compile(
    rf"\b(?!\w*(?:Exception|Error):)(?P<code>[A-Z][\w.]{{2,80}}): code: (?P<status>\d{{3}}), {MESSAGE}\s+request id: {_ID}"
)
_FC = re.compile(
    rf"\bFC(?P<code>[A-Z]\w{{2,60}}?)Error: [A-Z]+ \S+ failed with (?P<status>\d{{3}})\. requestid: (?P<id>[\w\-]{{8,64}}), message: {MESSAGE}(?=\.?\\n|\n|$)"
)
_LINK = re.compile(
    r"troubleshoot\?(?:[^\s\"'<>]{0,200}?&(?:amp;)?)?q=(?P<code>[A-Za-z][\w.\-]{2,80})(?:[^\s\"'<>]{0,300}?requestId=(?P<id>[\w\-]{8,64}))?"
)


def alibaba(view: View) -> Iterator[Finding]:
    """Find `HTTP Status: 403 Error:Code message RequestID: id` and its relatives."""
    text = view.text
    if "Error" in text or "Exception" in text:
        yield from worded(view, _PYTHON)
        yield from worded(view, _JAVA)
        yield from worded(view, _TEA)
        yield from worded(view, _NODE)
        yield from worded(view, _FC)
    if "troubleshoot?" in text:
        yield from worded(view, _LINK, sure=1)
