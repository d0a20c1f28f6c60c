"""Made-up pages in the styles in which error codes are published: each is read whole, and nothing else is read from it.

A page is a file in tests/data/pages; expected.json says what its entries are. Adding a kind is adding a file and a line.
The pages from `two-scopes.md` to `change-history.md` in expected.json were written, with what is expected of them, before they
were read once: 28 of the 57 came out whole, and all 6 without errors stayed without. Then their kinds were taught.
A second set, from `postmortem.eml` on, came out whole in 9 of 15 when it was read first; a third, from `key-value-tables.html`
on, in 6 of 12.
"""

import json
from pathlib import Path

import pytest

from index.entry import CatalogueEntry
from index.importing.document import UNKNOWN, Document
from index.importing.reader import read_document

_PAGES = Path(__file__).parents[2] / "data" / "pages"
_EXPECTED = json.loads((_PAGES / "expected.json").read_text(encoding="utf-8"))


def _by_code(document: Document) -> dict[str, CatalogueEntry]:
    return {code: entry for entry in document.entries for code in (entry.code, *entry.also_codes)}


def test_every_page_is_expected_to_hold_something_or_nothing() -> None:
    assert sorted(_EXPECTED) == sorted(path.name for path in _PAGES.iterdir() if path.name != "expected.json")


@pytest.mark.parametrize("name", _EXPECTED)
def test_a_page_is_read_whole_and_nothing_else(name: str) -> None:
    expected = _EXPECTED[name]["entries"]
    document = read_document(_PAGES / name)
    assert document.error is None
    found = _by_code(document)
    assert [code for code in expected if code not in found] == []
    wanted = {found[code].id for code in expected}
    assert [entry.code for entry in document.entries if entry.id not in wanted] == []
    for code, want in expected.items():
        entry = found[code]
        assert want["says"] in "\n".join([entry.message or "", *entry.description.values()])
        assert want["solution"] in "\n".join(entry.solution.values())
        assert want["status"] is None or entry.status == want["status"]


@pytest.mark.parametrize("name", [name for name, one in _EXPECTED.items() if one["provider"]])
def test_a_page_tells_whose_it_is(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"page{Path(name).suffix}"  # the name of the file tells nothing
    path.write_bytes((_PAGES / name).read_bytes())
    assert read_document(path).provider == _EXPECTED[name]["provider"]


def test_a_link_tells_whose_a_page_is(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Error codes\n\nSee [signing](https://cloud.tencent.com/document/1).\n\n"
        "| Error code | Description |\n|---|---|\n| Lamp.Off | The lamp is off. |\n| Lamp.Hot | It is hot. |\n"
    )
    assert read_document(page).provider == "Tencent Cloud"


def test_a_program_named_on_a_clouds_page_is_not_its_provider(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    rows = "".join(f"| DTS.{n} | MySQL, PostgreSQL or Redis is down. |\n" for n in range(100, 110))
    page.write_text(f"# Volcengine error codes\n\n| Error code | Description |\n|---|---|\n{rows}")
    assert read_document(page).provider == "Volcengine"
    page.write_text(
        "# Error codes of the lamp\n\n| Error code | Description |\n|---|---|\n| L.1 | Off. |\n| L.2 | Hot. |\n"
    )
    assert read_document(page).provider == UNKNOWN
