"""Positions between Python and Qt, and texts as they are shown."""

from hypothesis import given
from hypothesis import strategies as st

from desk.payload.positions import Utf16Map, shift
from desk.payload.shown_text import LONGEST_LINE, MOST, ShownText


@given(st.text(max_size=60), st.integers(0, 60))
def test_positions_go_there_and_back(text: str, at: int) -> None:
    at = min(at, len(text))
    places = Utf16Map(text)
    assert places.to_qt(at) == len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
    assert places.from_qt(places.to_qt(at)) == at


@given(st.text(alphabet=st.sampled_from("a\U0001f600\n\r\xa0\u2028\x00é"), max_size=900), st.data())
def test_a_shown_stretch_holds_the_same_letters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = ShownText(text)
    place = shown.span((start, end))
    if place is None:
        assert start == end
        return
    units = shown.text.encode("utf-16-le")
    piece = units[2 * place[0] : 2 * place[1]].decode("utf-16-le").replace("\n", "")
    wanted = "".join(letter for letter in text[start:end] if letter in "a\U0001f600é")
    assert "".join(letter for letter in piece if letter in "a\U0001f600é") == wanted


def test_a_long_line_is_cut_for_display() -> None:
    shown = ShownText("x" * 5000 + "CODE")
    assert max(map(len, shown.text.split("\n"))) == LONGEST_LINE
    start, end = shown.span((5000, 5004))
    assert shown.text[start:end] == "CODE"


def test_only_the_beginning_of_a_large_text_is_shown() -> None:
    shown = ShownText("line\n" * MOST)
    assert shown.cut
    assert len(shown.text) <= MOST * 1.1
    assert shown.span((5 * MOST - 10, 5 * MOST)) is None


def test_spans_are_cut_to_a_window() -> None:
    assert shift([(0, 4), (5, 9), (20, 30)], 2, 8) == ((0, 2), (3, 6))
