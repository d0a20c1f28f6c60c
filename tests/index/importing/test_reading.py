"""What real pages do to tables, on made-up pages: each case is one habit of exporters, authors or crawlers."""

from pathlib import Path

import pytest

from index.entry import CatalogueEntry
from index.errors import BadInput
from index.importing.document import Document
from index.importing.formats import html_parsing
from index.importing.language import language_of
from index.importing.reader import read_document
from index.importing.steps import steps_of


def read(folder: Path, text: str, **options: object) -> Document:
    path = folder / "page"
    path.write_text(text, encoding="utf-8")
    document = read_document(path, **options)  # type: ignore[arg-type]
    assert document.error is None
    return document


def told(document: Document) -> list[tuple[int | None, str, str | None]]:
    return [(entry.status, entry.code, entry.message) for entry in document.entries]


def only(document: Document) -> CatalogueEntry:
    (entry,) = document.entries
    return entry


def test_rows_that_lost_their_spanned_cells_are_put_back(tmp_path: Path) -> None:
    page = (
        "# Error codes\n\n|HTTP status code|Error code|Error message|Description|\n|---|---|---|---|\n"
        "|400|Shop.Invalid|The name is not valid.|Wrong name given.|\n"
        "|The colour is not valid.|Wrong colour given.|\n"
        "|500|Shop.Down|The shop is closed.|Closed for now.|\n"
    )
    assert told(read(tmp_path, page)) == [
        (400, "Shop.Invalid", "The name is not valid."),
        (400, "Shop.Invalid", "The colour is not valid."),
        (500, "Shop.Down", "The shop is closed."),
    ]


def test_a_row_broken_by_a_list_and_blank_lines_stays_one_row(tmp_path: Path) -> None:
    page = (
        "|Error code|Description|Solution|\n|---|---|---|\n"
        "|Shop.Full|-   No room.\n-   No shelf.\n\n|-   Build a shelf.\n-   Rent a room. |\n"
        "|Shop.Empty|Nothing there.|Buy stock.|\n"
    )
    full, empty = read(tmp_path, page).entries
    assert full.description == {"en": "- No room.\n- No shelf."}
    assert full.steps == {"en": ("Build a shelf.", "Rent a room.")}
    assert empty.code == "Shop.Empty"


def test_blank_cells_below_a_code_belong_to_it(tmp_path: Path) -> None:
    page = (
        "|Status Code|Error Code|Description|\n|---|---|---|\n|400|Shop.1|First cause here.|\n| | |Second cause here.|\n"
        "|404|Shop.2|Other cause.|\n"
    )
    first, _ = read(tmp_path, page).entries
    assert first.description == {"en": "First cause here.\nSecond cause here."}


def test_a_code_that_spans_many_causes_is_one_error(tmp_path: Path) -> None:
    page = (
        "<table><tr><th>Status Code</th><th>Error Code</th><th>Possible Cause</th></tr>"
        "<tr><td rowspan=2>400</td><td rowspan=2>Shop.1</td><td>One is wrong.</td></tr><tr><td>Two is wrong.</td></tr>"
        "<tr><td>404</td><td>Shop.2</td><td>It is gone.</td></tr></table>"
    )
    first, second = read(tmp_path, page).entries
    assert (first.code, first.description) == ("Shop.1", {"en": "One is wrong.\nTwo is wrong."})
    assert second.code == "Shop.2"


def test_real_spans_of_html_are_filled_down(tmp_path: Path) -> None:
    page = (
        "<html><body><h1>Errors</h1><table><tr><th>Status Code</th><th>Error Code</th><th>Message</th></tr>"
        "<tr><td rowspan=2>400</td><td rowspan='2'>Shop.1</td><td>One is wrong.</td></tr><tr><td>Two is wrong.</td></tr>"
        "<!-- <tr><td>400</td><td>Shop.9</td><td>Hidden row.</td></tr> --></table></body></html>"
    )
    assert told(read(tmp_path, page)) == [(400, "Shop.1", "One is wrong."), (400, "Shop.1", "Two is wrong.")]


def test_placeholders_in_angle_brackets_survive_html(tmp_path: Path) -> None:
    page = (
        "<table><tr><th>Error Code</th><th>Message</th></tr>"
        "<tr><td>Shop.1</td><td>The item <item_name> of <b>yours</b> is gone.</td></tr></table>"
    )
    assert only(read(tmp_path, page)).message == "The item <item_name> of yours is gone."


def test_a_status_column_that_holds_codes_is_the_code(tmp_path: Path) -> None:
    page = "# 错误码\n\n|Http状态码|Message|错误说明|\n|---|---|---|\n|43001|no such file|文件不存在|\n|43002|no access|没有权限|\n"
    assert told(read(tmp_path, page)) == [(None, "43001", "no such file"), (None, "43002", "no access")]


def test_columns_without_helpful_headers_are_told_by_their_values(tmp_path: Path) -> None:
    page = (
        "# Error codes\n\n|Symbol|Value|Meaning|\n|---|---|---|\n|ERR_NO_ROOM|-3301|There is no room.|\n"
        "|ERR_NO_USER|-3302|There is no user.|\n"
    )
    first, second = read(tmp_path, page).entries
    assert (first.code, first.also_codes) == ("ERR_NO_ROOM", ("-3301",))
    assert (second.code, second.also_codes) == ("ERR_NO_USER", ("-3302",))


def test_several_codes_in_one_cell_and_wrapped_codes(tmp_path: Path) -> None:
    page = (
        "|Error Code|Message|\n|---|---|\n|Shop. 4855|Wrapped by the page.|\n|Shop.1, Shop.2|Two of a kind.|\n"
        "|**Shop**.3|Bold in part.|\n"
    )
    codes = [(entry.code, entry.also_codes) for entry in read(tmp_path, page).entries]
    assert codes == [("Shop.4855", ()), ("Shop.1", ("Shop.2",)), ("Shop.3", ())]


@pytest.mark.parametrize(
    "cell, status, text", [("404", 404, ""), ("404 Not Found", 404, ""), ("404/500", None, "404/500")]
)
def test_a_status_is_a_number_or_what_is_printed(
    tmp_path: Path, cell: str, status: int | None, text: str
) -> None:
    page = f"|Status Code|Error Code|Message|\n|---|---|---|\n|{cell}|Shop.1|It is not there.|\n"
    entry = only(read(tmp_path, page))
    assert (entry.status, entry.status_text) == (status, text)


@pytest.mark.parametrize(
    "page",
    [
        "|Status Code|Description|\n|---|---|\n|400|Bad request.|\n|404|Not found at all.|\n",
        "|Status Code|Code|Description|\n|---|---|---|\n|400|BadRequest|It is bad.|\n|404|Not Found|It is not.|\n",
        "|Parameter|Type|Required|Description|\n|---|---|---|---|\n|RegionId|String|Yes|The region.|\n",
        "# States\n\n|状态码|说明|\n|---|---|\n|CREATE_COMPLETE|创建完成。|\n|CREATE_RUNNING|正在创建。|\n",
        "# Cooking\n\nRoses are red. Call 555.\n\n- salt: 3 g\n- pepper: 2 g\n",
        "Your order 4711 has shipped.\n\nRegards\n\nThe team",
    ],
)
def test_what_is_no_error_table_is_left_and_the_reason_told(tmp_path: Path, page: str) -> None:
    document = read(tmp_path, page)
    assert document.entries == ()
    assert document.skipped


LABELLED = {
    "headings": "# Error codes\n\n## Shop.1\n\n* Message - `It is gone.`\n* Meaning - Sold out.\n\n## Shop.2\n\n"
    "* Message - `It is late.`\n* Meaning - Delayed.\n",
    "bold lines": "# Errors\n\n**Shop.1**\n\n-   HTTP Status：400\n-   Error Message：It is gone.\n-   Description：Sold out.\n\n"
    "**Shop.2**\n\n-   HTTP Status：400\n-   Error Message：It is late.\n-   Description：Delayed.\n",
    "nested bullets": "# Errors\n\n- **Shop.1**:\n   - Message: It is gone.\n   - Explanation: Sold out.\n- **Shop.2**:\n"
    "   - Message: It is late.\n   - Explanation: Delayed.\n",
    "paragraphs": "# Errors\n\n**Shop.1**  \nMessage: *It is gone.*  \nDescription: Sold out.\n\n"
    "**Shop.2**  \nMessage: *It is late.*  \nDescription: Delayed.\n",
}


@pytest.mark.parametrize("form", LABELLED)
def test_errors_outside_tables(tmp_path: Path, form: str) -> None:
    document = read(tmp_path, LABELLED[form])
    assert [(e.code, e.message, e.description) for e in document.entries] == [
        ("Shop.1", "It is gone.", {"en": "Sold out."}),
        ("Shop.2", "It is late.", {"en": "Delayed."}),
    ]


def test_flattened_text_leaves_the_page_around_the_table(tmp_path: Path) -> None:
    cells = "Home | Products | Error Codes | Updated on 2024-02-03 GMT+08:00 | See below. | Status Code | Error Code | Error Message | 400 | Shop.1 | First is wrong. | 404 | Shop.2 | Second is wrong. | Cookie notice | Feedback"
    page = "\n\n".join(cells.split(" | "))
    document = read(tmp_path, page)
    assert told(document) == [(400, "Shop.1", "First is wrong."), (404, "Shop.2", "Second is wrong.")]
    assert (document.title, document.updated) == ("Error Codes", "2024-02-03")
    assert "Cookie" not in str(document.entries)


def test_flattened_rows_without_a_solution_do_not_shift_the_next(tmp_path: Path) -> None:
    cells = "Error Codes | Status Code | Error Code | Error Message | Solution | 400 | Shop.1 | One is wrong. | Fix it. | 404 | Shop.2 | Two is wrong. | 500 | Shop.3 | Three is wrong. | Call us. | Wait a day. | 503 | Shop.4 | Four is wrong. | Retry."
    page = "\n\n".join(cells.split(" | "))
    assert [(e.code, e.solution.get("en", "")) for e in read(tmp_path, page).entries] == [
        ("Shop.1", "Fix it."),
        ("Shop.2", ""),
        ("Shop.3", "Call us.\nWait a day."),
        ("Shop.4", "Retry."),
    ]


def test_messageformat_quotes_print_once_and_other_quotes_stay(tmp_path: Path) -> None:
    page = (
        "|Error Code|Message|\n|---|---|\n|Shop.1|No item ''{0}''.|\n|Shop.2|An empty '' is not allowed.|\n"
    )
    assert [e.message for e in read(tmp_path, page).entries] == [
        "No item '{0}'.",
        "An empty '' is not allowed.",
    ]


def test_texts_are_sorted_by_language_not_by_column(tmp_path: Path) -> None:
    page = "|错误码|错误信息|描述|处理措施|\n|---|---|---|---|\n|Shop.1|The item is gone.|商品不存在。|Please check the id.|\n"
    entry = only(read(tmp_path, page))
    assert entry.message == "The item is gone."
    assert entry.description == {"zh-Hans": "商品不存在。"}
    assert entry.solution == {"en": "Please check the id."}


def test_the_caller_knows_better(tmp_path: Path) -> None:
    page = "|Kode|Melding|Hva nå|\n|---|---|---|\n|Shop.1|Varen er borte.|Kjøp en annen.|\n"
    mapping = {"Kode": "code", "Melding": "message", "Hva nå": "solution"}
    document = read(tmp_path, page, provider="Example Cloud", service="Shop", mapping=mapping)
    entry = only(document)
    assert (entry.provider, entry.service, entry.id) == (
        "Example Cloud",
        "Shop",
        "example-cloud.shop:shop.1:1",
    )
    assert (entry.code, entry.message, list(entry.solution.values())) == (
        "Shop.1",
        "Varen er borte.",
        ["Kjøp en annen."],
    )
    with pytest.raises(BadInput, match="kode"):
        read_document(tmp_path / "page", mapping={"Kode": "kode"})


def test_rows_that_say_the_same_count_once_and_others_of_one_code_are_numbered(tmp_path: Path) -> None:
    page = (
        "|Error Code|Message|\n|---|---|\n|Shop.1|It is gone.|\n|Shop.1|It is gone|\n|Shop.1|It is late.|\n"
    )
    entries = read(tmp_path, page, provider="P", service="S").entries
    assert [entry.id for entry in entries] == ["p.s:shop.1:1", "p.s:shop.1:2"]


@pytest.mark.parametrize(
    "solution, steps",
    [
        ("", ()),
        ("Contact customer service.", ("Contact customer service.",)),
        (
            "Check the id. If it is right, try again later.",
            ("Check the id.", "If it is right, try again later."),
        ),
        ("The quota is used up. Contact us.", ("The quota is used up. Contact us.",)),
        ("1. Stop it.\n2. Start it.", ("Stop it.", "Start it.")),
        ("- Stop it.\n- Start it,\nthen wait.", ("Stop it.", "Start it, then wait.")),
        ("An error occurred.\nContact us.", ("An error occurred. Contact us.",)),
        ("请检查参数。请稍后重试。", ("请检查参数。", "请稍后重试。")),
        ("Use a valid value, e.g. Small. Retry.", ("Use a valid value, e.g. Small.", "Retry.")),
    ],
)
def test_steps(solution: str, steps: tuple[str, ...]) -> None:
    assert steps_of(solution) == steps


@pytest.mark.parametrize(
    "text, language",
    [
        ("The parameter is not valid.", "en"),
        ("RAM 鉴权失败，请检查 AccessKey。", "zh-Hans"),
        ("伺服器發生錯誤，請檢查參數。", "zh-Hant"),
        ("パラメータが無効です。", "ja"),
        ("매개변수가 잘못되었습니다.", "ko"),
        ("Der Name ist nicht gültig oder wurde nicht angegeben.", "de"),
        ("Параметр указан неверно.", "ru"),
        ("The name 张三 is already taken by another user.", "en"),
        ("See https://example.com and https://example.com/a.", "en"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_page_that_is_too_large_is_refused_and_not_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.html"
    rows = "".join(f"<tr><td>LMP.{n}</td><td>The lamp {n} is off.</td></tr>" for n in range(50))
    page.write_text(
        f"<html><body><table><tr><th>Error code</th><th>Message</th></tr>{rows}</table></body></html>"
    )
    assert len(read_document(page).entries) == 50
    monkeypatch.setattr(html_parsing, "_LIMIT", 1_000)
    refused = read_document(page)
    assert not refused.entries
    assert "larger than" in (refused.error or "")
