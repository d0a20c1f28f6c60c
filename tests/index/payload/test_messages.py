"""Templates: what was filled in comes out again, whatever stood in the holes."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from index.fitting import comparable, find, fit

PLACEHOLDERS = ["{0}", "''{0}''", "[%s]", "%d", "${name}", "%(name)s", "<name>", "***", "xxx", "{name}"]
VALUE = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x2FFF, exclude_categories=("C", "Z")),
    min_size=1,
    max_size=12,
)


@given(st.lists(st.tuples(st.sampled_from(PLACEHOLDERS), VALUE), min_size=1, max_size=4))
def test_values_come_out_as_filled_in(filled: list[tuple[str, str]]) -> None:
    for _, value in filled:
        plain = comparable(value).text
        assume(
            plain.strip(" .。!,;") == plain
            and plain
            and "and " not in plain
            and not set(value) & set("\"'`´“”„‘’‚«»\\")
        )
    template = "the limit of " + " and then ".join(hole for hole, _ in filled) + " is over."
    message = (
        "the limit of "
        + " and then ".join(
            hole.replace("{0}", value).replace("''", "'")
            if "{0}" in hole
            else f"[{value}]"
            if hole == "[%s]"
            else value
            for hole, value in filled
        )
        + " is over."
    )
    found = fit(template, message)
    assert found is not None
    assert found.whole
    assert found.values == tuple(value for _, value in filled)
    assert [message[start:end] for start, end in found.value_spans] == list(found.values or ())


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared(template: str, message: str) -> None:
    for found in (fit(template, message), find(template, message)):
        if found is not None:
            assert all(0 <= start <= end <= len(message) for start, end in (found.span, *found.value_spans))


@pytest.mark.parametrize(
    "message",
    ["The server [vm-1] is LOCKED", 'the server "[vm-1]" is\n   locked.', "The server[vm-1] is locked"],
)
def test_case_quotes_breaks_and_full_stop_may_differ(message: str) -> None:
    found = fit("The server [%s] is locked.", message) or fit("The server[%s] is locked.", message)
    assert found is not None
    assert found.values == ("vm-1",)


def test_a_message_that_breaks_off_fits_as_far_as_it_goes() -> None:
    found = fit("The server %s is freezed because of %s.", "The server vm-1 is freez")
    assert found is not None
    assert found.cut
    assert found.values is None


def test_a_message_is_found_among_other_words() -> None:
    text = "nova says: The number of vm 120 is over the limit 100 (HTTP 400)\nbye"
    found = find("the number of vm %s is over the limit %s", text)
    assert found is not None
    assert found.values == ("120", "100")


def test_another_message_does_not_fit() -> None:
    assert fit("The server %s is locked.", "The volume vm-1 is locked.") is None
