"""Tencent Cloud: the SDK's one-line text."""

import re
from collections.abc import Iterator

from index.payload.reading import Finding
from index.payload.shapes.worded import worded
from index.payload.view import View

_HEAD = re.compile(
    r"\[?TencentCloudSDK(?:Error|Exception)\]?:? ?\[?(?i:code) ?[:=] ?(?P<code>[A-Za-z][\w.]{1,80}),? (?i:message) ?[:=] ?"
)
_END = re.compile(r",?\s(?i:request-?id) ?[:=] ?(?P<id>[\w\-]{8,64})|(?=\n)|\Z")


def tencent(view: View) -> Iterator[Finding]:
    """Find `[TencentCloudSDKError] Code=X, Message=..., RequestId=...`, with colons as well."""
    if "TencentCloudSDK" in view.text:
        yield from worded(view, _HEAD, _END)
