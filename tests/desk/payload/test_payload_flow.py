"""The pasted text's errors: which is current, which row was confirmed, where the values stand."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk.payload.flow import PayloadFlow
from index.entry import CatalogueEntry
from index.reports import Confidence, Explanation, Match, MatchedError, ReportedError

MakeEntry = Callable[..., CatalogueEntry]
MESSAGE = "a a b"
TEXT = f"Desk.0001: {MESSAGE}"


@pytest.fixture
def found(make_entry: MakeEntry) -> Explanation:
    """One error with two rows, and one that is unknown."""
    start = TEXT.index(MESSAGE)
    span = (start, start + len(MESSAGE))
    spans = ((start + 2, start + 3), (start + 4, start + 5))
    matches = tuple(
        Match(entry=make_entry(ordinal=n), reason="code", values=("a", "b"), value_spans=spans)
        for n in (1, 2)
    )
    error = ReportedError(code="Desk.0001", message=MESSAGE, span=(0, 9), message_span=span)
    return Explanation(
        text=TEXT,
        errors=(
            MatchedError(error=error, known=True, confidence=Confidence.CHOOSE, matches=matches),
            MatchedError(error=ReportedError(code="X.1"), known=False, confidence=Confidence.CERTAIN),
        ),
    )


def test_a_digit_confirms_a_row_of_the_current_error(qtbot: QtBot, found: Explanation) -> None:
    parent = QObject()
    flow = PayloadFlow(parent)
    flow.take(found)
    with qtbot.waitSignal(flow.rows_ready) as ready:
        flow.select(0)
    assert [(row.digit, row.chosen) for row in ready.args[0]] == [(1, False), (2, False)]
    assert not flow.confirm(3)
    with qtbot.waitSignal(flow.confirmed) as confirmed:
        assert flow.confirm(2)
    assert confirmed.args == [0]
    assert flow.chosen() == {0: found.errors[0].matches[1].entry.id}
    flow.rest()
    assert not flow.confirm(1), "behind a question, digits mean nothing"


def test_an_unknown_error_is_told(qtbot: QtBot, found: Explanation) -> None:
    parent = QObject()
    flow = PayloadFlow(parent)
    flow.take(found)
    with qtbot.waitSignal(flow.unknown):
        flow.select(1)
    assert not flow.confirm(1)


@pytest.mark.usefixtures("qapp")
def test_values_stand_where_the_reading_says(found: Explanation) -> None:
    parent = QObject()
    flow = PayloadFlow(parent)
    flow.take(found)
    flow.select(0)
    entry = found.errors[0].matches[0].entry.id
    assert flow.value_spans(entry) == ((2, 3), (4, 5)), "the second a is meant, not the first"
    assert flow.value_spans("another") == ()
    # WHEN the message was decoded on the way THEN the values are looked up in order
    decoded = msgspec.structs.replace(found, text=TEXT.replace(" ", "+"))
    flow.take(decoded)
    flow.select(0)
    assert flow.value_spans(entry) == ((0, 1), (4, 5))
    flow.clear()
    assert flow.value_spans(entry) == ()


def test_reading_again_keeps_the_place_and_what_was_confirmed(qtbot: QtBot, found: Explanation) -> None:
    parent = QObject()
    flow = PayloadFlow(parent)
    flow.take(found)
    flow.select(0)
    flow.confirm(2)
    # WHEN another catalogue takes the first row away
    fewer = msgspec.structs.replace(found.errors[0], matches=found.errors[0].matches[1:])
    flow.renew(msgspec.structs.replace(found, errors=(fewer, found.errors[1])))
    # THEN the confirmed one stays, and the place with it
    assert flow.chosen() == {0: found.errors[0].matches[1].entry.id}
    assert (flow.position(), flow.is_active()) == (0, True)
    # AND one that is gone is confirmed no more
    gone = msgspec.structs.replace(fewer, matches=())
    flow.renew(msgspec.structs.replace(found, errors=(gone, found.errors[1])))
    assert flow.chosen() == {}
