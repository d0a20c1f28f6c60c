"""Which rows a pasted error is shown with, where only its code ties them to it."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk.payload.error_model import ErrorItem, Standing
from desk.payload.flow import PayloadFlow, offered
from index.entry import CatalogueEntry
from index.reports import Confidence, Explanation, Match, MatchedError, ReportedError

MakeEntry = Callable[..., CatalogueEntry]


@pytest.fixture
def common(make_entry: MakeEntry) -> MatchedError:
    """An error with one row that has its code, and no more."""
    possible = (Match(entry=make_entry(), reason="common code"),)
    error = ReportedError(code="Broken", message="It broke.")
    return MatchedError(error=error, known=False, confidence=Confidence.CERTAIN, possible=possible)


def test_even_one_possible_row_has_a_digit_and_is_unproved_until_confirmed(
    qtbot: QtBot, common: MatchedError
) -> None:
    parent = QObject()
    flow = PayloadFlow(parent)
    flow.take(Explanation(text="Broken", errors=(common,)))
    with qtbot.waitSignal(flow.rows_ready) as ready:
        flow.select(0)
    entry = common.possible[0].entry.id
    assert [(row.digit, row.chosen) for row in ready.args[0]] == [(1, False)]
    assert flow.is_unproved(entry)
    assert not flow.is_unproved("another")
    assert not flow.confirm(2)
    assert flow.confirm(1)
    assert flow.chosen_entry() == entry
    assert not flow.is_unproved(entry)


def test_rows_of_a_text_that_names_another_product_are_not_offered(common: MatchedError) -> None:
    foreign = msgspec.structs.replace(common, foreign=True)
    assert offered(common) == common.possible
    assert offered(foreign) == ()
    assert ErrorItem(matched=common).standing() == Standing.CHOOSE
    assert ErrorItem(matched=foreign).standing() == Standing.FOREIGN
