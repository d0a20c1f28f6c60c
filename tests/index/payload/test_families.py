"""Kinds of pastes that were once misread: each with its siblings, so that the kind stays read and not the one sample."""

from collections.abc import Callable

import pytest

from index.mapped import Mapped
from index.matching import explain
from index.payload.mojibake import repaired
from index.reports import MatchedError
from index.table import EntryTable

ID = "0f3c9a7712de4b6f8e51c2a49b7d6035"
REQ = "req-0f3c9a77-12de-4b6f-8e51-c2a49b7d6035"


def only(text: str, table: EntryTable) -> MatchedError:
    (found,) = explain(text, table).errors
    return found


@pytest.mark.parametrize(
    "order",
    [
        "409\n{id}\nAbc.0409\nName is taken.",
        "{id}\n409\nAbc.0409\nName is taken.\n",
        "Abc.0409\nName is taken.\n{id}\n409",
        "409\r\n{id}\r\nAbc.0409\r\nName is taken.\r\n",
        "  409\n  {id}\n  Abc.0409\n  Name is taken.\n",
        "$ python3 run.py\n409\n{id}\nAbc.0409\nName is taken.\n$ ",
    ],
)
def test_an_exception_printed_part_by_part_is_one_error(order: str, table: EntryTable) -> None:
    error = only(order.replace("{id}", ID), table).error
    assert (error.code, error.status, error.message) == ("Abc.0409", 409, "Name is taken.")
    assert error.request_ids == (ID,)


@pytest.mark.parametrize(
    "text", ["200\nabc.def\nall is well", "1\n2\n3\nfile.txt\nhello there", "404\n\n\nfile.txt"]
)
def test_lines_that_only_look_alike_are_none(text: str, table: EntryTable) -> None:
    assert explain(text, table).errors == ()


@pytest.mark.parametrize(
    "dump",
    [
        "X Object\n(\n    [code:protected] => 0\n    [errorCode:protected] => Abc.0409\n    [errorMsg:protected] => Name is taken.\n    [requestId:protected] => {id}\n)",
        "Array\n(\n    [error_code] => Abc.0409\n    [error_msg] => Name is taken.\n    [request_id] => {id}\n)\n",
        'array(3) {\n  ["error_code"]=>\n  string(8) "Abc.0409"\n  ["error_msg"]=>\n  string(14) "Name is taken."\n  ["request_id"]=>\n  string(32) "{id}"\n}',
        'object(A\\B)#4 (3) {\n  ["errorCode":"A\\B":private]=>\n  string(8) "Abc.0409"\n  ["errorMsg":protected]=>\n  string(14) "Name is taken."\n  ["requestId":"A\\B":private]=>\n  string(32) "{id}"\n}',
    ],
)
def test_dumps_of_php_are_read(dump: str, table: EntryTable) -> None:
    error = only(dump.replace("{id}", ID), table).error
    assert (error.code, error.message, error.request_ids) == ("Abc.0409", "Name is taken.", (ID,))


@pytest.mark.parametrize(
    "before",
    [
        "",
        "ERROR (CommandError): ",
        "novaclient.exceptions.Conflict: ",
        "2026-11-20 10:00:00.123 7 ERROR nova.api ",
        "> ",
    ],
)
def test_a_sentence_of_an_openstack_client_is_an_error_without_a_code(before: str, table: EntryTable) -> None:
    said = "Cannot 'stop' instance 7 while it is in vm_state stopped"
    error = only(f"{before}{said} (HTTP 409) (Request-ID: {REQ})", table).error
    assert (error.code, error.status, error.request_ids) == (None, 409, (REQ,))
    assert (error.message or "").endswith(said)


@pytest.mark.parametrize(
    "text, code, status",
    [
        ("googleapi: Error 409: The thing is taken, alreadyExists", "alreadyExists", 409),
        ("Error: googleapi: Error 403: The thing is taken, forbidden\n\n  with x.y", "forbidden", 403),
        ("ERROR: (gcloud.a.b) ALREADY_EXISTS: The thing is taken", "ALREADY_EXISTS", None),
        ("google.api_core.exceptions.Conflict: 409 POST https://x.example/y: The thing is taken", "Conflict", 409),
        ('<_InactiveRpcError of RPC:\n\tstatus = StatusCode.ALREADY_EXISTS\n\tdetails = "The thing is taken"\n>', "ALREADY_EXISTS", None),
        ("TakenException: The thing is taken\n    at a (b.js:1:2) {\n  '$fault': 'client',\n  '$metadata': { httpStatusCode: 409 }\n}", "TakenException", 409),
        ('{"__type":"com.a.b#TakenException","message":"The thing is taken"}', "TakenException", None),
        ("ServerError: Abc.0409: code: 409, The thing is taken request id: " + ID + "\n    at a (b.js:1:2) {\n  code: 'Abc.0409'\n}", "Abc.0409", 409),
    ],
)  # fmt: skip
def test_further_libraries(text: str, code: str, status: int | None, table: EntryTable) -> None:
    error = only(text, table).error
    assert (error.code, error.status, error.message) == (code, status, "The thing is taken")


@pytest.mark.parametrize(
    "text",
    [
        "Error code\nAbc.0409\nError message\nName is taken.\nRequest ID\n{id}",
        "错误码\nAbc.0409\n错误信息：\nName is taken.\n请求ID\n{id}\n",
        "<dl><dt>Error Code</dt><dd>Abc.0409</dd><dt>Error message</dt><dd>Name is taken.</dd><dt>Request ID</dt><dd>{id}</dd></dl>",
        'ApiError { code: "Abc.0409", message: "Name is taken.", request_id: Some("{id}") }',
        "Error code Abc.0409, message: Name is taken. request id: {id}",
    ],
)
def test_labels_and_values_in_other_dress(text: str, table: EntryTable) -> None:
    error = only(text.replace("{id}", ID), table).error
    assert (error.code, error.message, error.request_ids) == ("Abc.0409", "Name is taken.", (ID,))


def test_one_label_line_is_a_heading(table: EntryTable) -> None:
    assert explain("Request ID\nis what we need from you\nThanks", table).request_ids == ()


@pytest.mark.parametrize(
    "before",
    ["Response: 409 ", "<Response [409]>\n", "POST /v1/x -> 409 ", "returned 409: ", "HTTP/1.1 409 Conflict\n\n",
     "failed with status code: 409, body=", "GET https://x.example/y\n409\n12 ms\n"],
)  # fmt: skip
def test_the_status_before_a_body_is_its_status(before: str, table: EntryTable) -> None:
    assert only(before + '{"error_code":"Abc.0409","error_msg":"Name is taken."}', table).error.status == 409


@pytest.mark.parametrize(
    "table_text",
    [
        "<table><tr><th>Error code</th><td>Abc.0409</td></tr><tr><th>HTTP status</th><td>409</td></tr><tr><th>Request ID</th><td>{id}</td></tr></table>",
        "<table>\n <tr>\n  <td>Code</td>\n  <td>Status</td>\n  <td>Request ID</td>\n </tr>\n <tr>\n  <td>Abc.0409</td>\n  <td>409</td>\n  <td>{id}</td>\n </tr>\n</table>",
        "| Code | Status | Request ID |\n|---|---|---|\n| Abc.0409 | 409 | {id} |",
        "+------+--------+------+\n| Code | Status | Request ID |\n+------+--------+------+\n| Abc.0409 | 409 | {id} |\n+------+--------+------+",
        '_time,_raw\n1,"{""code"":""Abc.0409"",""status"":409,""requestId"":""{id}""}"\n',
        '"x","POST failed {""code"":""Abc.0409"",""status"":""409"",""requestId"":""{id}"",""more"":""""}"\n',
    ],
)
def test_cells_of_tables_belong_together(table_text: str, table: EntryTable) -> None:
    error = only(table_text.replace("{id}", ID), table).error
    assert (error.code, error.status, error.request_ids) == ("Abc.0409", 409, (ID,))


@pytest.mark.parametrize(
    "said",
    [
        "Unexpected token <html> in JSON",
        "got <title>502</title> from <b>proxy</b>",
        "use <br> or </p>",
        'no key \\"ops/primary\\"',
    ],
)
def test_tags_and_quotes_in_a_message_are_its_words(said: str, table: EntryTable) -> None:
    error = only(f'{{"error_code":"Abc.0409","error_msg":"{said}"}}', table).error
    assert (error.message, error.status) == (said.replace("\\", ""), None)


SAID = ("配额不足，请联系管理员", "云硬盘不存在，请检查", "镜像不存在或者没有权限访问")


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("written, shown", [("gbk", "latin-1"), ("gbk", "cp1252"), ("utf-8", "latin-1")])
def test_chinese_through_a_wrong_code_page_is_read_back(said: str, written: str, shown: str) -> None:
    assert repaired(Mapped(said.encode(written).decode(shown, errors="ignore"))).text == said


@pytest.mark.parametrize(
    "said, left", [(SAID[0], "配"), (SAID[1], "不存在"), (SAID[2], "镜像不存在或者没有")]
)
def test_chinese_of_which_letters_were_lost_is_read_as_far_as_it_goes(said: str, left: str) -> None:
    assert left in repaired(Mapped(said.encode().decode("gbk", errors="replace"))).text


@pytest.mark.parametrize(
    "text",
    [
        *SAID,
        "Größe überschritten für café naïve",
        "señor ñandú",
        "日本語のエラーメッセージ",
        "ÄÖÜäöüß ÀÉÈ",
        "éè êë",
        "© ® ™ … –",
        "繁體中文的錯誤訊息",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert repaired(Mapped(text)).text == text


@pytest.fixture
def redacted(table: EntryTable) -> Callable[[str], str]:
    return lambda text: explain(text, table).redacted


def test_the_next_field_is_no_rest_of_a_secret(redacted: Callable[[str], str]) -> None:
    key = "EXAMPLEKEYexamplekey0123456789EXAMPLEKEYab"
    assert redacted(f"ak = EXAMPLEak0XYZABCDEFG\nsk = {key}\nregion = eu-de\n").endswith("\nregion = eu-de\n")
    assert redacted(f"sk = {key}\nthanks for help").endswith("\nthanks for help")
