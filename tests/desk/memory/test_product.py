"""Whose an unknown code is: only where just one product is possible."""

from collections.abc import Iterator

import pytest

from desk.memory.product import Product, Sought, likely_product
from index.folders import Folders
from index.store import open_table
from index.table import EntryTable

HUAWEI = "https://workspace.cn-north-4.myhuaweicloud.com/v2/desktops answered 500"


@pytest.fixture(scope="module")
def table(bundled_folders: Folders) -> Iterator[EntryTable]:
    opened = open_table(bundled_folders)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "sought, product",
    [
        (Sought(code="WKS.77777777"), ("Huawei Cloud", "Workspace")),
        (Sought(code="ecs.9999"), ("Open Telekom Cloud", "ECS")),
        (Sought(code="SVCSTG.SWR.1"), ("Huawei Cloud", "SWR")),
        (Sought(code="NoSuchThing"), ("", "")),
        (Sought(code="404.1"), ("", "")),
        (Sought(code=""), ("", "")),
        (Sought(code="X", chips=frozenset({("service", "WebPlus")})), ("Alibaba Cloud", "WebPlus")),
        (Sought(code="X", chips=frozenset({("provider", "Huawei Cloud")})), ("Huawei Cloud", "")),
        (
            Sought(code="WKS.1", chips=frozenset({("provider", "Huawei Cloud")})),
            ("Huawei Cloud", "Workspace"),
        ),
        (Sought(code="WKS.1", chips=frozenset({("service", "ECS")})), ("Open Telekom Cloud", "ECS")),
        (Sought(code="X", chips=frozenset({("status", "4xx")})), ("", "")),
        (Sought(code="NoSuchThing", text=HUAWEI), ("Huawei Cloud", "Workspace")),
        (Sought(code="NoSuchThing", text="from com.huawei.x"), ("Huawei Cloud", "")),
    ],
)
def test_the_product_of_an_unknown_code(table: EntryTable, sought: Sought, product: Product) -> None:
    assert likely_product(table, sought) == product
