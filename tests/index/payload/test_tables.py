"""Tables that carry errors: what stands in a column beside a body belongs to the error in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.matching import explain
from index.payload.grid import grids_of
from index.reports import MatchedError
from index.table import EntryTable

ID = "0f3c9a7712de4b6f8e51c2a49b7d6035"
OTHER = "7d60350f3c9a7712de4b6f8e51c2a49b"
BODY = '{"error_code":"Abc.0409","error_msg":"Name, of all, is taken.","n":1}'
DOUBLED = '"' + BODY.replace('"', '""') + '"'


def only(text: str, table: EntryTable) -> MatchedError:
    (found,) = explain(text, table).errors
    return found


@pytest.mark.parametrize(
    "name",
    ["status", "HTTP Status", "http_status_code", "sc-status", "Response Code", "code", "HTTP", "状态码"],
)
@pytest.mark.parametrize(
    "form",
    [
        "time,{name},id,body,user\n10:01,409,{id},{doubled},7\n",
        "body,{name},id\n{doubled},409,{id}\n",
        "time,{name},body\n10:01,409,{body}\n10:02,500,ok\n",
        "time,body,{name},id\n10:01,{body},409,{id}\n",
        '"time";"{name}";"body"\r\n"10:01";"409";{doubled}\r\n',
        "time\t{name}\tbody\n10:01\t409\t{doubled}\n10:02\t200\t\n",
        "| time | {name} | body |\n|---|---:|---|\n| 10:01 | **409** | `{body}` |\n",
        "||time||{name}||id||body||\n|10:01|409|{id}|{body}|\n",
        "> | {name} | body |\n> |---|---|\n> | 409 | {body} |\n",
        "+---+---+\n| {name} | body |\n+---+---+\n| 409 | {body} |\n+---+---+\n",
        "<table><tr><th>{name}</th><th>body</th></tr>\n<tr><td>409</td><td>{body}</td></tr></table>",
        'time,{name},body\n10:01,409,"{\n  ""error_code"": ""Abc.0409"",\n  ""error_msg"": ""Name, of all, is taken.""\n}"\n',
    ],
)  # fmt: skip
def test_the_status_of_a_row_is_that_of_its_error(form: str, name: str, table: EntryTable) -> None:
    text = form.replace("{name}", name).replace("{body}", BODY).replace("{doubled}", DOUBLED)
    found = only(text.replace("{id}", ID), table)
    assert (found.error.code, found.error.status, found.error.message) == (
        "Abc.0409",
        409,
        "Name, of all, is taken.",
    )
    assert text[slice(*(found.error.status_span or (0, 0)))] == "409" or "{id}" in form


def test_each_row_has_its_own_status_and_id(table: EntryTable) -> None:
    text = (
        "status,x_request_id,body\n"
        f'404,{ID},"{{""error_code"":""Abc.0404"",""error_msg"":""Not here.""}}"\n'
        f'500,{OTHER},"{{""error_code"":""Abc.0500"",""error_msg"":""Broken.""}}"\n'
    )
    first, second = (each.error for each in explain(text, table).errors)
    assert (first.status, first.request_ids) == (404, (ID,))
    assert (second.status, second.request_ids) == (500, (OTHER,))


def test_an_error_in_several_rows_has_the_ids_of_all(table: EntryTable) -> None:
    text = f"status,body,x_request_id\n409,{DOUBLED},{ID}\n200,fine,{'e' * 31}0\n409,{DOUBLED},{OTHER}\n"
    answer = explain(text, table)
    assert answer.errors[0].error.request_ids == (ID, OTHER)
    assert answer.request_ids == (ID, OTHER)


def test_what_the_body_states_goes_before_the_column(table: EntryTable) -> None:
    body = '"{""error_code"":""Abc.0409"",""error_msg"":""Taken."",""status"":412}"'
    assert only(f"status,body\n502,{body}\n", table).error.status == 412


@pytest.mark.parametrize(
    "text",
    [
        f"status,body\nfine,{DOUBLED}\n",
        f"status, as we said, is unclear\n{BODY}\n",
        f"status,body\n409,see below\n\n\n{BODY}\n",
        f"count,body\n409,{DOUBLED}\n",
        f"Time\tCount\tBody\n10:01\t409\t{BODY}\n",
        f"10:01\t409\t500\t{BODY}\n",
    ],
)
def test_other_numbers_and_rows_are_no_status(text: str, table: EntryTable) -> None:
    assert only(text, table).error.status is None


@pytest.mark.parametrize(
    "text",
    [
        f"10:01\t409\t{BODY}\n",
        f"| 10:01 | 409 | {BODY} |\n",
        f"<tr><td>1</td><td>409</td><td>{BODY}</td></tr>",
    ],
)
def test_a_row_without_a_header_has_its_status_in_a_cell_of_its_own(text: str, table: EntryTable) -> None:
    assert only(text, table).error.status == 409


@pytest.mark.parametrize(
    "text",
    [
        f'{{"file":"a.csv","content":"status,body\\n409,{DOUBLED}\\n"}}'.replace('""', '\\"\\"'),
        f"10:00:00 INFO x: status,body\n10:00:00 INFO x: 409,{DOUBLED}\n",
    ],
)
def test_a_table_inside_something_else(text: str, table: EntryTable) -> None:
    assert only(text, table).error.status == 409


@pytest.mark.parametrize(
    "text, secret, stays",
    [
        (f"User  Password     Id\n----  --------     --\nbob   EXAMPLEpw1!  {ID}\n", "EXAMPLEpw1!", ID),
        (f"status,body,token\n409,{DOUBLED},EXAMPLEtoken0123456789\n", "EXAMPLEtoken0123456789", "Abc.0409"),
        (
            f"token,request_id,body\nEXAMPLEtoken0123456789,{ID},{BODY}\n",
            "EXAMPLEtoken0123456789",
            ID,
        ),
        (f"body,password,request_id\n{BODY},EXAMPLEpw1!,{ID}\n", "EXAMPLEpw1!", ID),
        (f"||user||password||request_id||\n|bob|EXAMPLEpw1!|{ID}|\n", "EXAMPLEpw1!", ID),
        (f"| password | request_id |\n|---|---|\n| EXAMPLEpw1! | {ID} |\n", "EXAMPLEpw1!", ID),
        ('user,note,password\nbob,"two\nlines, and ""quotes""",EXAMPLEpw1!\n', "EXAMPLEpw1!", "quotes"),
    ],
)
def test_the_column_of_a_secret_is_masked_and_no_other(
    text: str, secret: str, stays: str, table: EntryTable
) -> None:
    left = explain(text, table).redacted
    assert secret not in left
    assert stays in left


@given(
    st.lists(
        st.sampled_from(
            ["status", "code", ",", "\t", "|", "||", ";", '"', '""', "\n", "409", "{", "}", "\\", "a b"]
        ),
        max_size=60,
    )
)
def test_any_heap_of_cells_is_read(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for grid in grids_of(text):
        for row in grid.rows:
            assert end <= row.start <= row.end <= len(text)
            assert all(row.start <= low <= high <= row.end for low, high in row.cells)
            end = row.end
