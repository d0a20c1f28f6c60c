"""Which rows an error gets, and where the honest answer is several, none or a weak one."""

from collections.abc import Callable

import pytest

from index.matching import explain, holds_error
from index.reports import Confidence, Explanation
from index.table import EntryTable

Read = Callable[[str], Explanation]


def test_a_code_without_its_message_keeps_all_its_rows(read: Read) -> None:
    found = read('{"HostId":"webplus.cn-hangzhou.aliyuncs.com","Code":"InternalError"}').errors[0]
    assert found.confidence is Confidence.CHOOSE
    assert len(found.matches) == 13


def test_the_message_chooses_the_row(read: Read) -> None:
    found = read(
        '{"HostId":"webplus.cn-hangzhou.aliyuncs.com","Code":"InternalError","Message":"The backend service is not reachable, please try again later."}'
    ).errors[0]
    assert found.confidence is Confidence.CERTAIN
    assert found.matches[0].entry.message == "The backend service is not reachable, please try again later."


@pytest.mark.parametrize(
    "text",
    [
        '{"RequestId":"5D1A7C3E-90B2-4F6D-8A13-7E2B94C0D5F1","HostId":"ecs.aliyuncs.com","Code":"InternalError","Message":"The request processing has failed."}',
        '{"error":{"code":"BadRequest","message":"The field is unknown to Azure."}}',
        '{"error":{"code":403,"message":"The caller does not have permission","status":"PERMISSION_DENIED"}}',
    ],
)
def test_another_products_word_gets_no_row(read: Read, text: str) -> None:
    assert all(not each.matches or each.confidence is Confidence.WEAK for each in read(text).errors)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n\u200b\ufeff\t",
        "Hello team, can we meet at 10:30 to talk about the 404 rooms? Regards",
        'java.lang.NullPointerException: Cannot invoke "String.length()"\n\tat com.e.A.b(A.java:1)',
        '{"status":"RUNNING","job_id":"8b2fd9d376eba0f28aa8423cb4806759","error_code":"","fail_reason":null}',
        '{"code":0,"message":"success","data":{"id":5}}',
        '{"code":"OK","message":"done","requestId":"8b2fd9d376eba0f28aa8423cb4806759"}',
        'Post "https://x.example/v2": dial tcp: lookup x.example: no such host',
        "def lookup(error_code: int) -> str:\n    return CODES[error_code]  # NotFound, 404",
        "requirements: Django==4.2.1 numpy>=1.26 python-3.11",
        "commit 8e0f2c41a7d9b6c35f10e4b2a9c8d7e6f5a4b3c2\n\n    Fix error code mapping (closes #404, refs ERR-500)\n",
    ],
)
def test_nothing_is_found_where_nothing_is(read: Read, text: str) -> None:
    assert read(text).errors == ()


def test_an_unknown_code_is_named_with_the_closest(read: Read) -> None:
    found = read('{"error_code":"WKS.00081115","error_msg":"policy group error"}').errors[0]
    assert (found.known, found.confidence, found.matches) == (False, Confidence.CERTAIN, ())
    assert found.closest


def test_a_scanned_code_needs_its_message(read: Read, table: EntryTable) -> None:
    entry = table.by_code("Ecs.0029")[0]
    wrong = entry.code.replace("0", "O", 1)
    fits = read(f'{{"code":"{wrong}","message":"the flavor[s3] does not exist."}}').errors[0]
    other = read(f'{{"code":"{wrong}","message":"something else entirely"}}').errors[0]
    assert [match.entry.id for match in fits.matches] == [entry.id]
    assert not other.known


def test_a_code_cut_off_is_known_by_its_message(read: Read) -> None:
    found = read('{"error_msg":"Handshake not found.","error_code":"Organizations.14').errors[0]
    assert [match.entry.code for match in found.matches] == ["Organizations.1400"]


def test_statuses_below_300_are_none_of_an_error(read: Read) -> None:
    found = read(
        'HTTP/1.1 200 OK\n\n{"status":"FAIL","error_code":"Abc.0042","fail_reason":"it broke"}'
    ).errors[0]
    assert found.error.status is None


def test_the_same_error_again_is_one_with_all_its_ids(read: Read) -> None:
    ids = [f"{number:032x}" for number in range(10**30, 10**30 + 3)]
    text = "\n".join(
        f'{{"error_code":"Abc.0042","error_msg":"it broke","request_id":"{one}"}}' for one in ids
    )
    (found,) = read(text).errors
    assert list(found.error.request_ids) == ids
    assert len(found.error.more_spans) == 2


def test_a_wrapper_gives_way_to_what_it_wraps(read: Read) -> None:
    found = read(
        'rpc error: code = Internal desc = call: {"error_code":"WKS.00051501","error_msg":"gone"}'
    ).errors
    assert [each.error.code for each in found] == ["WKS.00051501"]


def test_values_stand_at_their_places_through_an_escape(read: Read) -> None:
    text = '{"body":"{\\"error\\":{\\"code\\":\\"Ecs.0029\\",\\"message\\":\\"the flavor[s3.large] does not exist.\\"}}"}'
    found = read(text).errors[0]
    assert found.matches[0].values == ("s3.large",)
    assert [text[start:end] for start, end in found.matches[0].value_spans] == ["s3.large"]


@pytest.mark.parametrize(
    "text",
    ["Ecs.0219", "WKS.00051501", "insufficient quota", "ecs 219", "EnvNotExists", "vm locked 配额不足", ""],
)
def test_a_query_is_no_payload(table: EntryTable, text: str) -> None:
    assert not holds_error(text, table)


@pytest.mark.parametrize(
    "text",
    [
        '{"error_code":"Abc.0042","error_msg":"it broke"}',
        "2026-11-20 ERROR call failed\nerror_code=WKS.00051501\n",
        "HTTP Status: 403 Error:StatusNotAllowedStart no. RequestID: 5D1A7C3E-90B2-4F6D-8A13-7E2B94C0D5F1",
    ],
)
def test_a_payload_is_no_query(table: EntryTable, text: str) -> None:
    assert holds_error(text, table)


def test_nothing_is_matched_once_stopped(table: EntryTable) -> None:
    assert explain('{"error_code":"Ecs.0029"}', table, should_stop=lambda: True).errors == ()


_COMMON = [
    '{"Code":"BadRequest","Message":"The application name is invalid","RequestId":"5D1A7C3E-90B2-4F6D-8A13-7E2B94C0D5F1","Success":false}',
    '{"Code":"InternalError","Message":"It broke in a way of its own.","Success":false}',
    "Code: PermissionDenied\nMessage: there is no lamp 7 in the hall\n",
]


@pytest.mark.parametrize("text", _COMMON)
def test_a_common_code_that_nothing_ties_to_a_product_has_possible_rows(
    read: Read, table: EntryTable, text: str
) -> None:
    found = read(text).errors[0]
    assert (found.known, found.matches, found.closest, found.foreign) == (False, (), (), False)
    rows = table.by_code(found.error.code or "")
    assert sorted(one.entry.id for one in found.possible) == sorted(row.id for row in rows)
    assert {one.reason for one in found.possible} == {"common code"}


def test_rows_of_the_stated_status_are_possible_first(read: Read, table: EntryTable) -> None:
    rows = table.by_code("InternalError")
    status = rows[-1].status
    found = read(
        f'{{"status":{status},"Code":"InternalError","Message":"It broke in a way of its own."}}'
    ).errors[0]
    assert found.possible[0].entry.status == status
    assert len(found.possible) == len(rows)


def test_a_text_that_names_another_product_says_so_of_the_possible_rows(read: Read) -> None:
    found = read(
        "An error occurred: botocore.exceptions.ClientError\n"
        '{"Code":"InternalError","Message":"It broke in a way of its own."}'
    ).errors[0]
    assert found.foreign
    assert found.possible
    assert not found.known


def test_a_code_is_never_near_to_itself(read: Read, table: EntryTable) -> None:
    for text in (*_COMMON, '{"error_code":"Ecs.0220","error_msg":"x y z"}'):
        for error in read(text).errors:
            assert (error.error.code or "").casefold() not in map(str.casefold, error.closest)
