"""Alibaba Cloud: SDK texts of Python, Java, .NET and Node, Tea, Function Compute, and the troubleshoot link."""

import re
from collections.abc import Iterator

from index.payload.forms import is_code
from index.payload.reading import Finding, Piece
from index.payload.shapes.worded import worded
from index.payload.view import View

_ID = r"(?P<id>[0-9A-Fa-f][0-9A-Fa-f\-]{11,63})"
_CODE = r"(?P<code>[A-Za-z][\w.\-]{1,80})"
_END = re.compile(
    rf"[\s(\[]{{0,20}}\b[Rr]equest ?I[Dd] ?: ?{_ID}|(?=\n)|(?=[\"']\s?[,}}\]])|\Z|(?=\s(?:Response|Data): \{{)"
)
_END_ID = re.compile(rf"\s+request id: {_ID}|(?=\n)|\Z")
_PYTHON = re.compile(rf"HTTP Status: (?P<status>\d{{3}}) Error: ?{_CODE}[ :,]{{1,3}}")
_JAVA = re.compile(rf"(?:ClientException|ServerException)(?:: |\n\s{{0,40}}){_CODE} ?: ")
_TEA = re.compile(rf"(?:Error|Exception): {_CODE} code: (?P<status>\d{{3}}), ")
_UNNAMED = re.compile(r"\b(?:\w{1,40}\.){0,4}\w{0,40}(?:Exception|Error): code: (?P<status>\d{3}), ")
_NAMED_LATER = re.compile(
    r"^[ \t>│|]{0,20}(?:[Ee]rror[ _]?)?[Cc]ode ?[:=] ?[\"']?(?P<code>[A-Za-z][\w.\-]{2,80})", re.MULTILINE
)
_LATER = 1500
_NODE = re.compile(
    r"\b(?![\w.]{1,60}(?:Exception|Error):)(?P<code>[A-Z][\w.]{2,80}): code: (?P<status>\d{3}), "
)
_FC = re.compile(
    r"\bFC(?P<code>[A-Z][A-Za-z]{2,60}?)Error: [A-Z]{3,7} \S{1,200} failed with (?P<status>\d{3})\. requestid: (?P<id>[\w\-]{8,64}), message: "
)
_FC_END = re.compile(r"(?=\.?\\n|\n)|\Z")
_LINK = re.compile(
    r"troubleshoot\?(?:[^\s\"'<>]{0,200}?&)?q=(?P<code>[A-Za-z][\w.\-]{2,80})(?:[^\s\"'<>]{0,300}?requestId=(?P<id>[\w\-]{8,64}))?"
)


def alibaba(view: View) -> Iterator[Finding]:
    """Find `HTTP Status: 403 Error:Code message RequestID: id` and its relatives."""
    text = view.text
    if "Error" in text or "Exception" in text or "code: " in text:
        yield from worded(view, _PYTHON, _END)
        yield from worded(view, _JAVA, _END)
        yield from worded(view, _TEA, _END_ID, must="id")
        yield from worded(view, _NODE, _END_ID, must="id")
        yield from worded(view, _FC, _FC_END)
        yield from _named_later(view)
    if "troubleshoot?" in text:
        yield from worded(view, _LINK, None, sure=1)


def _named_later(view: View) -> Iterator[Finding]:
    """Find Tea's sentence behind the bare name of an exception, whose code stands on a later line, or nowhere."""
    for each in worded(view, _UNNAMED, _END_ID, must="id"):
        named = _NAMED_LATER.search(view.text, each.end, each.end + _LATER)
        if named is not None and is_code(named["code"], 2):
            each.code = Piece(named["code"], *named.span("code"))
            each.end = named.end()
        yield each
