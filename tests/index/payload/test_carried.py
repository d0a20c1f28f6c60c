"""What carries errors around: clients, consoles, logs and dumps that state the status or wrap the values in their own way."""

import pytest

from index.matching import explain
from index.reports import MatchedError
from index.table import EntryTable

ID = "0f3c9a7712de4b6f8e51c2a49b7d6035"
BODY = '{"error_code":"Abc.0409","error_msg":"Name is taken."}'


def only(text: str, table: EntryTable) -> MatchedError:
    (found,) = explain(text, table).errors
    return found


@pytest.mark.parametrize(
    "before",
    [
        "urllib.error.HTTPError: HTTP Error 409: Conflict\n",
        "Response status code does not indicate success: 409 (Conflict).\n",
        "Client error: `POST https://x.example/y` resulted in a `409 Conflict` response:\n",
        "curl: (22) The requested URL returned error: 409\n",
        "the API answered 409: ",
        "server replied with 409\n",
        "wget: ERROR 409: Conflict.\n",
        "10:00:00 E Api : <-- 409 https://x.example/y (12ms)\n10:00:01 E Api : ",
        "Response{protocol=h2, code=409, message=, url=https://x.example/y}\n",
        "XHRPOST https://x.example/y\n[HTTP/1.1 409 Conflict 20ms]\n",
        "POST https://x.example/y 409 (Conflict)\n",
    ],
)
def test_a_status_in_the_words_of_a_client(before: str, table: EntryTable) -> None:
    error = only(before + BODY, table).error
    assert (error.code, error.status, error.message) == ("Abc.0409", 409, "Name is taken.")


@pytest.mark.parametrize(
    "text",
    [
        'x.js:3 {error: {code: "Abc.0409", message: "Name is taken."}, status: 409, requestId: "{id}"}',
        'Optional(A.E(status: 409, errorCode: "Abc.0409", errorMsg: Optional("Name is taken."), requestId: Optional("{id}")))',
        "&{StatusCode:409 RequestId:{id} ErrorCode:Abc.0409 ErrorMessage:Name is taken. EncodedAuthorizationMessage:}",
        "ErrorCode           : Abc.0409\r\nErrorMessage        : Name is taken.\r\nRequestId           : {id}\r\nStatusCode          : 409\r\n",
        "-[ RECORD 1 ]-+------\nhttp_status   | 409\nerror_code    | Abc.0409\nerror_msg     | Name is taken.\nrequest_id    | {id}\n",
        "http.response.status_code\n409\nerror.code\nAbc.0409\nerror.message\nName is taken.\ntrace.id\n{id}\n",
        "error_code   error_msg        status  request_id\n----------   ---------        ------  ----------\nAbc.0409     Name is taken.   409     {id}\n",
        "====== ======== ============== ==================================\nStatus Code     Message        Request ID\n====== ======== ============== ==================================\n409    Abc.0409 Name is taken. {id}\n====== ======== ============== ==================================\n",
        '{"status":409,"headers":[{"name":"Server","value":"x"},{"name":"X-Request-Id","value":"{id}"}],"body":{"error_code":"Abc.0409","error_msg":"Name is taken."}}',
        '{"code":409,"header":[{"key":"X-Request-Id","value":"{id}"}],"body":"{\\"error_code\\":\\"Abc.0409\\",\\"error_msg\\":\\"Name is taken.\\"}"}',
        '{ ["error_code"] = "Abc.0409", ["error_msg"] = "Name is taken.", ["request_id"] = "{id}", status = 409 }',
        '$status_code\n[1] 409\n\n$content\n[1] "{\\"error_code\\":\\"Abc.0409\\",\\"error_msg\\":\\"Name is taken.\\",\\"request_id\\":\\"{id}\\"}"\n',
        '#Fields: date sc-status x-request-id cs(Body)\n2026-10-08 409 {id} {"error_code":"Abc.0409","error_msg":"Name is taken."}\n',
    ],
)
def test_values_in_the_dress_of_a_carrier(text: str, table: EntryTable) -> None:
    error = only(text.replace("{id}", ID), table).error
    assert (error.code, error.status, (error.message or "").rstrip("."), error.request_ids) == (
        "Abc.0409",
        409,
        "Name is taken",
        (ID,),
    )


def test_each_error_has_the_status_that_stands_before_it(table: EntryTable) -> None:
    other = '{"error_code":"Abc.0404","error_msg":"Not here."}'
    first, second = (
        each.error.status for each in explain(f"HTTP 404, body {other}\nHTTP 409, body {BODY}", table).errors
    )
    assert (first, second) == (404, 409)


@pytest.mark.parametrize("between", ["", "\n", "and a minute later\n"])
def test_the_head_of_an_answer_says_nothing_of_the_body_above_it(between: str, table: EntryTable) -> None:
    other = '{"error_code":"Abc.0404","error_msg":"Not here."}'
    errors = explain(f"{other}\n{between}HTTP/1.1 409 Conflict\n{BODY}", table).errors
    assert [each.error.status for each in errors] == [None, 409]


@pytest.mark.parametrize("between", ["\n\n", "\n\nand a minute later\n", "\n"])
def test_the_head_of_an_answer_says_nothing_of_the_next_body(between: str, table: EntryTable) -> None:
    other = '{"error_code":"Abc.0404","error_msg":"Not here."}'
    errors = explain(f"HTTP/1.1 409 Conflict\n\n{BODY}{between}{other}", table).errors
    assert [each.error.status for each in errors] == [409, None]


def test_the_head_of_an_answer_holds_for_all_errors_in_its_body(table: EntryTable) -> None:
    body = f'{{"errors": [{BODY}, {{"error_code":"Abc.0404","error_msg":"Not here."}}]}}'
    errors = explain(f"HTTP/1.1 409 Conflict\n\n{body}", table).errors
    assert [each.error.status for each in errors] == [409, 409]


def test_what_only_announces_errors_is_none(table: EntryTable) -> None:
    text = f"System.AggregateException: One or more errors occurred. (HTTP 409)\n ---> Api.E: HTTP 409 {BODY}"
    assert only(text, table).error.code == "Abc.0409"


@pytest.mark.parametrize(
    "text, secret, stays",
    [
        ('User { password: Some("EXAMPLErustPW1"), id: Some(7) }', "EXAMPLErustPW1", "id: Some(7)"),
        ('User(password: Optional("EXAMPLEswiftPW1"))', "EXAMPLEswiftPW1", "Optional("),
        (
            '["X-Auth-Token"]=>\n  string(24) "EXAMPLEphpTOKEN001122334"',
            "EXAMPLEphpTOKEN001122334",
            "X-Auth-Token",
        ),
        (
            '> ["X-Auth-Token"]=>\n>  string(24) "EXAMPLEphpTOKEN001122334"\n',
            "EXAMPLEphpTOKEN001122334",
            "X-Auth-Token",
        ),
        (
            "10:00 x: -----BEGIN RSA PRIVATE KEY-----\n10:00 x: EXAMPLEkeyLINE1\n10:00 x: -----END RSA PRIVATE KEY-----\ndone",
            "EXAMPLEkeyLINE1",
            "\ndone",
        ),
        (
            "│ Private-Lines: 1\n│ EXAMPLEputtyLINE00112233==\n│ Private-MAC: 00\n",
            "EXAMPLEputtyLINE00112233",
            "Private-Lines: 1",
        ),
        (
            "C(accessKey=EXAMPLEAK00001111, secretKey=EXAMPLEsecret0123456789abcdefXYZ)",
            "EXAMPLEsecret0123456789abcdefXYZ",
            "secretKey=",
        ),
    ],
)
def test_secrets_in_the_dress_of_a_language(text: str, secret: str, stays: str, table: EntryTable) -> None:
    left = explain(text, table).redacted
    assert secret not in left
    assert stays in left


def test_a_mark_of_jira_is_still_none_of_the_text(table: EntryTable) -> None:
    for mark in ("{code:json}", "{code}", "{noformat}", "{panel:title=Seen today|borderStyle=solid}"):
        assert only(f"{mark}{BODY}{mark.split(':')[0].rstrip('}')}}}", table).error.code == "Abc.0409"


def test_the_message_of_an_error_said_again_without_its_code_is_no_second_error(table: EntryTable) -> None:
    text = f'{BODY}\n{{"details": {{"error": {{"message": "Name is taken."}}}}}}'
    assert only(text, table).error.code == "Abc.0409"
