"""A document that is named anew is as it would be read with that name, and is not read again for it."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from index.folders import Folders
from index.importing.preview import Preview
from index.importing.preview_values import Add, Answer, Change, Compared, DocumentRead, RowsRead
from index.importing.reader import read_document
from index.importing.renaming import renamed

PAGES = {
    "orders.md": """# Error codes of the order service

| HTTP status | Error code | Message | Solution |
|---|---|---|---|
| 400 | Order.0001 | The order {0} is empty. | 1. Add an item. 2. Send it. |
| 404 | Order.0002 | No such order. | 请检查订单号。 |
| 404 | order.0002 | No such parcel. | |
""",
    "wks.csv": "Error Code,Description\nWKS.0001,The desktop is locked.\nWKS.0002,配额不足\n",
    "codes.json": '[{"code": "A-1", "message": "m %s", "status": 409}, {"code": "A-2", "message": "n"}]',
}
Ask = Callable[..., list[Answer]]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "orders.md"
    path.write_text(PAGES["orders.md"], "utf-8")
    return path


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Ask a preview, and return what it tells."""
    told: list[Answer] = []
    preview = Preview(Folders.under(tmp_path / "home"), told.append)

    def do(command: Add | Change) -> list[Answer]:
        told.clear()
        preview.do(command)
        return list(told)

    return do


def _read(told: list[Answer]) -> DocumentRead:
    return next(one for one in told if isinstance(one, DocumentRead))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("whose", [("Example Cloud", "Orders"), ("Huawei Cloud", "ECS"), ("例云", "订单")])
def test_it_is_as_it_would_be_read(tmp_path: Path, name: str, whose: tuple[str, str]) -> None:
    path = tmp_path / name
    path.write_text(PAGES[name], "utf-8")
    provider, service = whose
    assert renamed(read_document(path), provider, service) == read_document(
        path, provider=provider, service=service
    )


def test_what_the_page_itself_must_say_has_to_be_read(page: Path) -> None:
    document = read_document(page)
    assert renamed(document, "", "Orders") is None
    assert renamed(document, "Example Cloud", "") is None
    assert renamed(msgspec.structs.replace(document, format="pack"), "Example Cloud", "Orders") is None
    assert renamed(read_document(page.with_name("none.md")), "Example Cloud", "Orders") is None


def test_naming_does_not_read_the_file_again(page: Path, ask: Ask) -> None:
    assert _read(ask(Add(paths=(str(page),)))).provider == "Unknown"
    page.unlink()
    told = ask(Change(number=0, provider="Example Cloud", service="Orders"))
    assert (_read(told).provider, _read(told).service, _read(told).entries) == ("Example Cloud", "Orders", 3)
    assert isinstance(told[-1], Compared)
    assert not any(isinstance(one, RowsRead) for one in told)  # they are the same


def test_another_column_is_read_again_and_then_named(page: Path, ask: Ask) -> None:
    ask(Add(paths=(str(page),)))
    mapping = {"Message": "description"}
    told = ask(Change(number=0, provider="Example Cloud", service="Orders", mapping=mapping))
    rows = [row for one in told if isinstance(one, RowsRead) for row in one.rows]
    assert [(row.message, row.description) for row in rows][1] == ("", "No such order.")
    # WHEN the columns are as they were read WHILE the name changes THEN it is named only
    page.unlink()
    told = ask(Change(number=0, provider="Other Cloud", service="Orders", mapping=mapping))
    assert (_read(told).provider, _read(told).entries) == ("Other Cloud", 3)
    # WHEN the columns change again THEN it is read again, and the file is gone
    assert _read(ask(Change(number=0, provider="Other Cloud", service="Orders"))).refusal is not None
