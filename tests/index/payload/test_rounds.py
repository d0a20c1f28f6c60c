"""Kinds of pastes that were once misread: statuses beside the body, labels in other languages, elements glued together."""

import pytest

from index.matching import explain
from index.reports import MatchedError
from index.table import EntryTable

BODY = '{"error_code":"Abc.0409","error_msg":"Name is taken."}'
ID = "0f3c9a7712de4b6f8e51c2a49b7d6035"


def only(text: str, table: EntryTable) -> MatchedError:
    (found,) = explain(text, table).errors
    return found


@pytest.mark.parametrize(
    "text",
    [
        f"the API said last night (HTTP 409):\n\n> {BODY}",
        f"接口返回 409，响应如下\n{BODY}",
        f"{BODY}，状态码是409，请处理",
        f"// -> 409\n// {BODY}",
        f"{BODY}\n409\n",
        f"12:00:00 gw sync[8]: POST /v1/policies -> 409 in 88ms\n12:00:00 gw sync[8]: {BODY}",
        f"gw proxy: upstream 409 {BODY}",
        f"{BODY}\nyes, it was a 409 btw",
    ],
)
def test_a_status_beside_the_body_is_read(text: str, table: EntryTable) -> None:
    error = only(text, table).error
    assert (error.code, error.status, error.message) == ("Abc.0409", 409, "Name is taken.")


@pytest.mark.parametrize(
    "text",
    [
        f"2026-11-14 08:15:02,441 ERROR c.e.Client - rejected\n{BODY}",
        f"it was a 500 GB disk\n{BODY}",
        f"返回 500 条记录\n{BODY}",
    ],
)
def test_a_number_that_is_no_status_is_none(text: str, table: EntryTable) -> None:
    assert only(text, table).error.status is None


@pytest.mark.parametrize(
    "text",
    [
        f"Erreur Abc.0409: Name is taken.\nID de la requête : {ID}",
        f"||Field||Value||\n|error_code|Abc.0409|\n|Request|{ID}|",
        f"Código de error: Abc.0409\nID de solicitud: {ID}",
    ],
)
def test_ids_under_other_labels_are_read(text: str, table: EntryTable) -> None:
    assert explain(text, table).request_ids == (ID,)


@pytest.mark.parametrize(
    "text",
    [
        '<p>x</p><span class="code">Ecs.0605</span><span>The server [a&#39;b] is locked.</span>',
        "Content-Transfer-Encoding: quoted-printable\n\n=E2=80=9EEcs.0605=E2=80=9C (=22The server [a'b] is loc=\nked.=22)",
        "\"The server [a'b] is locked.\" code Ecs.0605",
        "【报错】　Ｅｃｓ．０６０５：The server [a'b] is locked.　状态码：４００",
    ],
)  # fmt: skip
def test_what_stands_around_a_code_is_parted_from_it(text: str, table: EntryTable) -> None:
    found = only(text, table)
    assert (found.error.code, (found.error.message or "").rstrip("."), found.matches[0].values) == (
        "Ecs.0605",
        "The server [a'b] is locked",
        ("a'b",),
    )


def test_a_status_under_its_protocol_is_read(table: EntryTable) -> None:
    assert only("- **Error:** `Ecs.0605`\n- **HTTP:** 409\n", table).error.status == 409


def test_a_word_with_its_own_message_is_reported(table: EntryTable) -> None:
    text = "14.11.2026 09:10\tshop\tChangeFinished: An error occurred while stopping the change. The change is already complete.\tx"
    found = only(text, table)
    assert (found.error.code, found.confidence.value, found.known) == ("ChangeFinished", "certain", True)
