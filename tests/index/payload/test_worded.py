"""How people and tools word errors: labels of other languages, statuses said beside a body, codes in brackets, rich text, hard wraps."""

import pytest

from index.matching import explain
from index.reports import MatchedError
from index.table import EntryTable

BODY = '{"error_code":"VPC.0409","error_msg":"Name is taken."}'
ID = "0f3c9a7712de4b6f8e51c2a49b7d6035"


def only(text: str, table: EntryTable) -> MatchedError:
    (found,) = explain(text, table).errors
    return found


@pytest.mark.parametrize(
    "text",
    [
        f"first call gave us a 409:\n{BODY}",
        f"org.example.HttpClientErrorException$Conflict: 409 : {BODY}",
        f"▼ POST https://{{{{host}}}}/v1/groups    409    318 ms\n  Response Body\n      {BODY}",
        f"Conflict: [POST https://h.example/v1/policies], error message: {BODY}",
        f"{BODY}\n409 0.213441s\n",
        f"<EventData><Data>POST /v1/x</Data><Data>409</Data><Data>{BODY}</Data></EventData>",
        f"{BODY}\n[4:14 PM] Desk\nwhich status?\n[4:15 PM] Petra\n409",
        f"Der Broker meldet Statuscode 409:\n{BODY}",
        f"{BODY} (estado 409)",
        f"{BODY}. Status HTTP 409.",
        f"我在调用时收到了409，提示\n{BODY}",
        f"{BODY}\nThe HTTP status code of the answer was 409 again.",
        f"E  +  where 409 = <Response [409]>.status_code\n{BODY}",
        "[seed] 409 VPC.0409: Name is taken.",
        "VPC.0409: Name is taken. (HTTP status code: 409)",
        f"API 回傳 HTTP 狀態碼 409：\n{BODY}",
        "VPC.0409 (HTTP 409): Name is taken.",
        '{"PRIORITY":"3","MESSAGE":"attach: status=409 code=VPC.0409 msg=\\"Name is taken.\\""}',
        "error=%7B%22error_code%22%3A+%22VPC.0409%22%2C+%22error_msg%22%3A+%22Name+is+taken.%22%7D&http_status=409",
        f"ステータスコード：409\n{BODY}",
        f'{{"st":"409","resp":"{BODY.replace(chr(34), chr(92) + "x22")}"}}',
    ],
)
def test_a_status_said_in_another_way_is_read(text: str, table: EntryTable) -> None:
    error = only(text, table).error
    assert (error.code, error.status, error.message) == ("VPC.0409", 409, "Name is taken.")


@pytest.mark.parametrize(
    "text",
    [
        f"404 users are affected\n{BODY}",
        f"job 404: {BODY}",
        f"Which port?\nnone\n{BODY}",
        f"limit (500, 600)\n{BODY}",
    ],
)
def test_a_number_of_something_else_is_no_status(text: str, table: EntryTable) -> None:
    assert only(text, table).error.status is None


@pytest.mark.parametrize(
    "text",
    [
        f"エラーコード：VPC.0409\nメッセージ：Name is taken.\nリクエストID：{ID}",
        f"【错误码】VPC.0409【错误信息】Name is taken.【RequestId】{ID}",
        f"Código de error: VPC.0409\nMensaje: Name is taken.\nIdentificador de solicitud: {ID}",
        f"error_code: VPC.0409\nerror_msg: Name is taken.\nRequestld: {ID}",
        f"Error VPC.0409: Name is taken.\nDie Anfragekennung lautet {ID}.",
        f"Error VPC.0409: Name is taken.   req {ID}",
        f"Error VPC.0409: Name is taken.\nNotre requête {ID}, merci",
        f"Error VPC.0409: Name is taken.\n- **Request**: `{ID}`",
        f'code = "VPC.0409"\nmessage = """\nName is taken."""\nrequest_id = "{ID}"',
        f"Error VPC.0409: Name is taken.\nrequest id是{ID}，帮忙查一下",
        f"VPC.0409: Name is taken.\nTags\nhttp.status_code\n409\nrequest_id\n{ID}\nenvironment\nprod",
        f"Status message : VPC.0409: Name is taken.\nAttributes:\n   -> http.status_code: Int(409)\n   -> x.request_id: Str({ID})",
        f"20.11.2026\t09:14\tPOST\t400\tVPC.0409\tName is taken.\t{ID}",
        f"Error VPC.0409: Name is taken. (409, RequestId: {ID})",
        f'Error VPC.0409: "Name is taken."\nrequest id {ID}',
        f"denied: Name is taken, really (VPC.0409)\nrequest id {ID}",
        f'List of 3\n $ error_code: chr "VPC.0409"\n $ error_msg : chr "Name is taken."\n $ request_id: chr "{ID}"',
        f"<Error><Code><![CDATA[VPC.0409]]></Code><Message><![CDATA[Name is taken.]]></Message><RequestId>{ID}</RequestId></Error>",
        rf"{{\rtf1\ansi {{\fonttbl {{\f0 Calibri;}}}}\f0 error_code: {{\b VPC.0409}}\par error_msg: Name is taken.\par request_id: {ID}\par}}",
    ],
)
def test_code_message_and_id_are_read(text: str, table: EntryTable) -> None:
    error = only(text, table).error
    assert (error.code, error.request_ids) == ("VPC.0409", (ID,))
    assert (error.message or "").rstrip(".") in {"Name is taken", "Name is taken, really"}


def test_a_chinese_sentence_before_its_code_is_its_message(table: EntryTable) -> None:
    assert only("denied: 您没有操作该仓库的权限 (VPC.0409)", table).error.message == "您没有操作该仓库的权限"


@pytest.mark.parametrize("later, code", [("ErrorCode: Forbidden.RAM\n", "Forbidden.RAM"), ("", None)])
def test_the_name_of_an_exception_is_no_code(later: str, code: str | None, table: EntryTable) -> None:
    text = f"Tea.TeaException: code: 403, User not authorized to operate. request id: {ID}\n   at Main()\n{later}"
    error = only(text, table).error
    assert (error.code, error.status, error.message) == (code, 403, "User not authorized to operate.")


def test_a_sentence_with_its_status_and_the_code_below_are_one_error(table: EntryTable) -> None:
    text = "Server[4f1e] does not have port[ab90]. (HTTP 400) (Request-ID: req-0f3c9a77-12de-4b6f-8e51-c2a49b7d6035)\ncode: Ecs.0085"
    found = only(text, table)
    assert (found.error.code, found.error.status, found.matches[0].values) == (
        "Ecs.0085",
        400,
        ("4f1e", "ab90"),
    )


def test_a_message_said_before_by_what_wraps_it_is_no_other_error(table: EntryTable) -> None:
    said = "The specified application name already exists in this region. Enter another application name."
    text = f'System.AggregateException: One or more errors occurred. (code: 400, {said} request id: {ID})\n ---> Tea.TeaException: code: 400, {said} request id: {ID}\n   at Main()\n   {{"Code":"AppNameUsed"}}'
    found = only(text, table)
    assert (found.error.code, found.error.status, found.known) == ("AppNameUsed", 400, True)


def test_a_fault_beside_the_known_error_whose_message_it_says_is_none(table: EntryTable) -> None:
    said = "flavor [c4] does not support auto recovery."
    text = f'{{"badRequest": {{"message": "{said}", "code": 400}}, "error": {{"code": "Ecs.0036", "message": "{said}"}}}}'
    assert only(text, table).error.code == "Ecs.0036"


def test_the_code_of_a_log_in_is_none_of_an_error(table: EntryTable) -> None:
    found = explain("https://h.example/reset?code=wwsasOtDcQExampleewamGhOMiBIsDI4RzSYN&uid=7\n", table)
    assert found.errors == ()
    assert "wwsasOtDcQ" not in found.redacted


def test_a_cell_that_goes_on_in_the_next_row_is_one_value(table: EntryTable) -> None:
    text = "| code    | Ecs.0100                              |\n| message | Volumes can be attached to server[q9] |\n|         | only in started or stopped state.     |\n"
    assert only(text, table).matches[0].values == ("q9",)


def test_a_status_behind_a_message_is_no_part_of_it(table: EntryTable) -> None:
    error = only(f"VPC.0409: Name is taken, HTTP 409, request_id: {ID}", table).error
    assert (error.status, error.message, error.request_ids) == (409, "Name is taken", (ID,))


def test_each_line_has_its_own_message(table: EntryTable) -> None:
    text = f" #7  HTTP 404  WKS.00211903  Storage folder claim 'uf-07' not found   req {ID}\n #19  HTTP 409  WKS.00211908  Storage folder claim 'uf-19' is already in use.\n"
    first, second = explain(text, table).errors
    assert (first.error.status, first.matches[0].values) == (404, ("uf-07",))
    assert (second.error.status, second.matches[0].values) == (409, ("uf-19",))


@pytest.mark.parametrize(
    "text, code, values",
    [
        (
            '{"message": "Port [71ac] is not the primary interface.", "code": "Ecs .0086"}',
            "Ecs.0086",
            ("71ac",),
        ),
        (
            "error_code : Ecs . 0086\nerror_rnsg : Port[71ac] is not the primary interface.",
            "Ecs.0086",
            ("71ac",),
        ),
        ("code: Ecs.0086\nmessage: Port [71ac] is not the primary  interface .", "Ecs.0086", ("71ac",)),
    ],
)
def test_blanks_that_a_scanner_or_a_hand_put_do_not_part_a_message_from_its_row(
    text: str, code: str, values: tuple[str, ...], table: EntryTable
) -> None:
    (match,) = only(text, table).matches
    assert (match.entry.code, match.values) == (code, values)


def test_a_value_cut_at_the_width_of_the_text_has_no_blank_there(table: EntryTable) -> None:
    body = '{"error_code":"VPC.0409","error_msg":"Associated storage attachment exists, not allowed to delete the storage folder claim ufc-finance-0077, which is in use."}'
    text = "\n".join("> " + body[at : at + 60] for at in range(0, len(body), 60))
    assert only(text, table).error.message == body[38:-2]


def test_a_value_broken_between_words_keeps_its_blanks(table: EntryTable) -> None:
    text = '{"error_code":"VPC.0409","error_msg":"The name of the group is\ntaken, and nobody but its owner may\ngive it up."}'
    assert (
        only(text, table).error.message
        == "The name of the group is taken, and nobody but its owner may give it up."
    )
