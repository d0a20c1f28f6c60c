"""A note is laid out as it was meant, and nothing in it is markup of its own."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.detail.note_html import note_html
from desk.detail.page import Page, page_html
from desk.style.look import Look


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.links, self.tags = "", [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        self.text += "\n" if tag == "p" else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(note: str) -> _Reader:
    return _Reader(note_html(note, ("Mono",), "#123456"))


@pytest.mark.parametrize(
    "typed, shown, tag",
    [
        ("seen with **ACME**", "seen with ACME", "b"),
        ("__twice__ in *May*", "twice in May", "i"),
        ("run `a_b_c --x`", "run a_b_c --x", "span"),
        ("~~old~~ new", "old new", "s"),
        ("# Way out ##", "Way out", "b"),
        ("- first", "•\xa0first", "p"),
        ("  2) second", "2.\xa0second", "p"),
        ("- [x] asked", "☑\xa0asked", "p"),
        ("> they said", "they said", "i"),
        (r"\*as typed\*", "*as typed*", "p"),
        ("**bold with *more* in it**", "bold with more in it", "i"),
    ],
)
def test_marks_become_looks(typed: str, shown: str, tag: str) -> None:
    read = _read(typed)
    assert read.text == shown + "\n"
    assert tag in read.tags


@pytest.mark.parametrize(
    "typed",
    ["2 * 3 * 4", "a_b_c and d_e_f", "<b>x</b> & <img src=x>", "[a](file:///x)", "**", "5 > 4", "`", "-x"],
)
def test_what_is_no_markdown_stays_as_it_was_typed(typed: str) -> None:
    read = _read(typed)
    assert read.text == typed + "\n"
    assert read.tags == ["p"]
    assert read.links == []


def test_links_lead_to_the_web_only() -> None:
    read = _read(
        "see https://wiki.example.com/x_(y), and [the wiki](http://example.com/a_b). 见https://例.example"
    )
    assert read.links == ["https://wiki.example.com/x_(y)", "http://example.com/a_b"]
    assert "the wiki" in read.text
    assert _read("[x](javascript:alert(1)) javascript:x ftp://y").links == []


def test_code_between_fences_is_left_alone() -> None:
    read = _read("before\n```sh\ncurl **x**   # y\n- z\n```\nafter **b**")
    assert read.text == "before\ncurl **x**   # y\n- z\nafter b\n"


@given(st.text(alphabet=st.sampled_from("ab *_`~[]()<>&#-1. \n\\h:/é中"), max_size=60))
def test_any_note_can_be_laid_out_and_keeps_its_letters(note: str) -> None:
    read = _read(note)
    assert set(read.tags) <= {"p", "b", "i", "s", "span", "a", "hr"}
    fenced = "```" in note or "~~~" in note
    assert fenced or [one for one in read.text if one in "abé中"] == [one for one in note if one in "abé中"]


def test_many_marks_take_no_time() -> None:
    """Fails by taking minutes where a pattern is quadratic."""
    for piece in ("**", "__", "~~", "[", "`", "https://", "*a", "**_"):
        _read(piece * 5000)


def test_the_page_shows_the_note_laid_out(look: Look, make_entry: object) -> None:
    html = page_html(Page(entry=make_entry(), language="en", note="**ACME**: https://example.com/1"), look)
    assert "<b>ACME</b>" in html
    assert 'href="https://example.com/1"' in html
