"""The triage table as ticket text: everything that counts, in both languages, for each target, and no secret."""

import pytest

from index.payload.triage_table import Triage, TriageRow
from index.ticket.targets.table import TARGETS
from index.ticket.triage_table import ticket_of_triage
from index.ticket.writer import TicketOptions

SECRET = "EXAMPLEKEYEXAMPLEKEYEXAMPLE"
ROWS = tuple(
    TriageRow(
        code=code,
        count=count,
        known=count > 1,
        services=("ECS",) if count > 1 else (),
        first="2026-11-20T10:00:01Z",
        last="2026-11-20T10:00:04Z",
        line=7,
        statuses=(404, 500),
        request_ids=tuple(f"req-{code}-{n}" for n in range(min(count, 9))),
        id_count=count,
    )
    for code, count in (("Ecs.0029", 1234), ("Abc.0042", 1))
)
FOUND = Triage(rows=ROWS, lines=46_598, errors=1235, first_cause="Ecs.0029", first_cause_line=7)


@pytest.mark.parametrize("target", [target.name for target in TARGETS])
@pytest.mark.parametrize("language, said", [("en", "Likely first cause"), ("zh-Hans", "最可能的起因")])
def test_every_target_tells_the_table(target: str, language: str, said: str) -> None:
    ticket = ticket_of_triage(FOUND, options=TicketOptions(target=target, language=language))
    plain = ticket.text.replace("\\", "")
    for part in (said, "Ecs.0029", "1,234", "Abc.0042", "2026-11-20T10:00:04Z", "req-Ecs.0029-0", "1,229"):
        assert part in plain


def test_what_looks_like_a_secret_is_masked() -> None:
    row = TriageRow(
        code="A.1", count=1, known=False, first="", last="", line=1, request_ids=(f"password={SECRET}",)
    )
    ticket = ticket_of_triage(Triage(rows=(row,)), options=TicketOptions())
    assert SECRET not in ticket.text
    assert ticket.secrets == 1


def test_a_long_table_says_what_it_leaves_out() -> None:
    rows = tuple(TriageRow(code=f"A.{n}", count=1, known=False, first="", last="", line=1) for n in range(60))
    assert "not listed: 10" in ticket_of_triage(Triage(rows=rows), options=TicketOptions()).text


@pytest.mark.parametrize(
    "language, said, wrong",
    [("en", "common code", "in no catalogue"), ("zh", "通用错误码", "不在任何目录中")],
)
def test_a_common_code_is_called_that(language: str, said: str, wrong: str) -> None:
    row = TriageRow(code="Broken", count=1, known=False, namesakes=("ECS",), first="", last="", line=1)
    text = ticket_of_triage(Triage(rows=(row,)), options=TicketOptions(language=language)).text
    assert said in text
    assert wrong not in text
