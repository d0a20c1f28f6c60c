"""Kinds of pastes whose message lost a letter or kept one too many."""

from index.matching import explain
from index.table import EntryTable


def messages(text: str, table: EntryTable) -> list[str | None]:
    return [each.error.message for each in explain(text, table).errors]


def test_a_message_without_code_keeps_its_last_quote(table: EntryTable) -> None:
    said = "There are undissolved app group under server group 'sg-west'."
    assert messages(said, table) == [said]
    assert messages(f"it says: {said} Why?", table) == [said]


def test_an_equals_sign_of_quoted_printable_is_decoded(table: EntryTable) -> None:
    text = (
        '{"error_code":"WKS.00211108","error_msg":"Unsupported bucket, expected:\'a=3D1\' actual:\'b=3D2\'"}'
    )
    assert messages(text, table) == ["Unsupported bucket, expected:'a=1' actual:'b=2'"]


def test_the_end_of_a_process_is_no_error_code(table: EntryTable) -> None:
    text = (
        "Nov  4 06:05:03 host systemd[1]: agent.service: Main process exited, code=exited, status=1/FAILURE"
    )
    assert explain(text, table).errors == ()


def test_mail_quoting_without_a_blank_is_taken_off(table: EntryTable) -> None:
    for mark in ">|":
        text = f'{mark}{{"error_code":"WKS.00211809",\n{mark}"error_msg":"Failed to query the result of the script or\n{mark}command."}}'
        assert messages(text, table) == ["Failed to query the result of the script or command."]
