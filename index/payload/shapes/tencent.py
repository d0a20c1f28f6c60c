"""Tencent Cloud: the SDK's one-line text."""

import re
from collections.abc import Iterator

from index.payload.view import View
from index.payload.reading import Finding
from index.payload.shapes.worded import MESSAGE, worded

_TEXT = re.compile(
    rf"\[?TencentCloudSDK(?:Error|Exception)\]?:? ?\[?(?i:code) ?[:=] ?(?P<code>[A-Za-z][\w.]*),? (?i:message) ?[:=] ?{MESSAGE},? (?i:request-?id) ?[:=] ?(?P<id>[\w\-]{{8,64}})"
)


def tencent(view: View) -> Iterator[Finding]:
    """Find `[TencentCloudSDKError] Code=X, Message=..., RequestId=...`, with colons as well."""
    if "TencentCloudSDK" in view.text:
        yield from worded(view, _TEXT)
