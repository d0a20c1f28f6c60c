"""A customer's values in the place of placeholders: the places given are where the values stand."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.detail.value_marks import holes, with_values
from index.entry import CatalogueEntry

MakeEntry = Callable[..., CatalogueEntry]


def test_values_stand_in_message_description_and_steps(make_entry: MakeEntry) -> None:
    entry = make_entry(message="The limit of {0} is {1}.")
    for text, shown in (
        (entry.message, "The limit of disks is 20."),
        ("Ask for more {0}.", "Ask for more disks."),
    ):
        filled, places = with_values(text, entry, ("disks", "20"))
        assert filled == shown
        assert [filled[a:b] for a, b in places] == (["disks", "20"] if "20" in shown else ["disks"])


@pytest.mark.parametrize("values", [None, (), ("one", "too many")])
def test_without_fitting_values_a_text_stays(make_entry: MakeEntry, values: tuple[str, ...] | None) -> None:
    entry = make_entry(message="The limit is {0}.")
    assert with_values("Ask for {0}.", entry, values) == ("Ask for {0}.", ())


def test_a_text_without_placeholders_stays(make_entry: MakeEntry) -> None:
    entry = make_entry(message="The limit is {0}.")
    assert with_values("Ask the administrator.", entry, ("20",)) == ("Ask the administrator.", ())


def test_placeholders_are_found() -> None:
    assert [("of {0} is %s"[a:b]) for a, b in holes("of {0} is %s")] == ["{0}", "%s"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(values=st.tuples(st.text(max_size=20), st.text(max_size=20)), around=st.text(max_size=20))
def test_places_always_hold_the_values(make_entry: MakeEntry, values: tuple[str, str], around: str) -> None:
    entry = make_entry(message="a {name} b {other} c")
    text = f"{around.replace('{', '')} {{name}} und {{other}}"
    filled, places = with_values(text, entry, values)
    wanted = [value.replace("\ue000", "").replace("\ue001", "") for value in values]
    assert [filled[a:b] for a, b in places][-2:] == wanted
