"""Numbers and ids that nothing names: a status where the catalogues list it for the code, an id where it can be no other's."""

import pytest

from index.matching import explain
from index.reports import MatchedError
from index.table import EntryTable

ID = "0f3c9a7712de4b6f8e51c2a49b7d6035"
KNOWN = "WKS.00131501"
BODY = '{"error_code":"WKS.00131501","error_msg":"An application with the same name \'Gimp\' exists in the application warehouse."}'


def only(text: str, table: EntryTable) -> MatchedError:
    (found,) = explain(text, table).errors
    return found


@pytest.mark.parametrize(
    "text",
    [
        f"AirflowException: push rejected: 409 {BODY}",
        f"for project green we received error 409 with this:\n{BODY}",
        f"ApiException(409, '{KNOWN}')",
        f"Return code 409\nLong text: {KNOWN}",
        f"HTTP码：409\nCode：{KNOWN}",
        f"resp=409 {BODY}",
    ],
)
def test_a_number_that_the_catalogue_lists_for_the_code_is_its_status(text: str, table: EntryTable) -> None:
    assert only(text, table).error.status == 409


@pytest.mark.parametrize(
    "text",
    [
        f"Return value 404\n{BODY}",
        f"409 users are affected\n{BODY}",
        f"client.go:409: {BODY}",
        f"Subject: error 409?\n{BODY}",
        f"took 409ms, 409 MB\n{BODY}",
        BODY.replace("Gimp", "409"),
        f"error 409\n{'x ' * 300}\n{BODY}",
    ],
)
def test_any_other_number_is_none(text: str, table: EntryTable) -> None:
    assert only(text, table).error.status is None


def test_of_several_errors_each_takes_the_number_on_its_own_line(table: EntryTable) -> None:
    text = f"job 1: 409 {KNOWN}\njob 2: Ecs.0605\n"
    assert [each.error.status for each in explain(text, table).errors] == [409, None]


def test_an_id_in_the_same_list_is_the_error_s(table: EntryTable) -> None:
    assert only(f"ApiException(409, '{KNOWN}', 'taken', '{ID}')", table).error.request_ids == (ID,)
    assert only(f'["2026","ERROR","{KNOWN}","409","{ID}"]', table).error.request_ids == (ID,)


@pytest.mark.parametrize(
    "text", [f"project {ID} {KNOWN}", f"GET /v1/{ID}/apps {KNOWN}", f"('{ID}', '{ID[::-1]}') {KNOWN}"]
)
def test_an_id_of_something_else_is_not(text: str, table: EntryTable) -> None:
    assert only(text, table).error.request_ids == ()
