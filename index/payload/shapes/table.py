"""The table of worded shapes: adding one is one module and one line here."""

from collections.abc import Iterator
from typing import Protocol

from index.payload.groups import findings_of
from index.payload.reading import Finding
from index.payload.shapes.alibaba import alibaba
from index.payload.shapes.aws import aws
from index.payload.shapes.azure import azure
from index.payload.shapes.columns import columns
from index.payload.shapes.google import google
from index.payload.shapes.huawei import huawei
from index.payload.shapes.kubernetes import kubernetes
from index.payload.shapes.openstack import openstack
from index.payload.shapes.plain_lines import plain_lines
from index.payload.shapes.rpc import rpc
from index.payload.shapes.tencent import tencent
from index.payload.view import View


class Shape(Protocol):
    """One way in which a library, tool or service words its errors."""

    def __call__(self, view: View) -> Iterator[Finding]:
        """Find the errors worded so, in the order of the view. Linear in its length; never raises."""


SHAPES: tuple[Shape, ...] = (
    findings_of,
    columns,
    plain_lines,
    huawei,
    alibaba,
    tencent,
    aws,
    azure,
    google,
    openstack,
    kubernetes,
    rpc,
)
"""All shapes; where two read the same code equally well, the one named first wins."""
