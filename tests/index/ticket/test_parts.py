import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.ticket.fill import fill
from index.ticket.masking import Masker
from index.ticket.visible import visible
from index.ticket.wrap import width, wrap


@pytest.mark.parametrize(
    "text, template, values, filled",
    [
        ("limit {0} of {1}", "limit {0} of {1}", ["5", "x"], "limit 5 of x"),
        ("about {1}", "limit {0} of {1}", ["5", "x"], "about x"),
        ("{0}{0}", "{0}", ["{0}"], "{0}{0}"),
        ("the ''{0}''", "the ''{0}''", ["it''s"], "the 'it''s'"),
        ("say ''no''", "say ''no''", [], "say ''no''"),
        ("%s then %s", "%s then %s", ["a", "b"], "a then b"),
        ("only %s, %s, %s", "%s %s", ["a", "b"], "only a, b, %s"),
        ("hi ${name} {id}", "${name}: {id}", ["Ann", "7"], "hi Ann 7"),
        ("%(name)s", "no %(name)s", ["Ann"], "Ann"),
        ("keep {0}", "nothing", [], "keep {0}"),
        ("keep {0}", "{0} {1}", ["too few"], "keep {0}"),
        ("keep {2}", "{0}", ["a"], "keep {2}"),
        ("keep {0}", None, None, "keep {0}"),
    ],
)
def test_values_go_where_the_placeholders_are(
    text: str, template: str | None, values: list[str] | None, filled: str
) -> None:
    assert fill(text, template, values) == filled


@pytest.mark.parametrize(
    "text, seen",
    [
        ("a\x1b[31mb\x00", "a[U+001B][31mb[U+0000]"),
        ("Ecs\u202e.0219", "Ecs[U+202E].0219"),
        ("Ecs\u200b.0219\ufeff\u00ad", "Ecs[U+200B].0219[U+FEFF][U+00AD]"),
        ("\ud800\ufdd0\U000e0041", "[U+D800][U+FDD0][U+E0041]"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 می‌خواهم \u200fא\t中", "👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 می‌خواهم \u200fא\t中"),
        ("a" + "\u0301" * 50 + "b", "a" + "\u0301" * 4 + "b"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, seen: str) -> None:
    assert visible(text) == seen


def test_widths_count_columns() -> None:
    assert width("abc") == 3
    assert width("配额") == 4
    assert width("e\u0301") == 1


@pytest.mark.parametrize(
    "text, lines",
    [
        ("one two three", ["one two", "three"]),
        ("配额不足请联系", ["配额不足", "请联系"]),
        ("配额不足。请", ["配额不", "足。请"]),
        ("abcdef（配额）g", ["abcdef", "（配额）", "g"]),
        ("averylongwordindeed ok", ["averylongwordindeed", "ok"]),
        ("", [""]),
    ],
)
def test_lines_are_broken_by_width(text: str, lines: list[str]) -> None:
    assert wrap(text, 8).split("\n") == lines


@given(st.text(), st.integers(1, 40))
def test_wrapping_changes_nothing_but_blanks(text: str, columns: int) -> None:
    line = " ".join(text.split())

    assert "".join(wrap(line, columns).split()) == "".join(line.split())


@given(
    st.lists(
        st.sampled_from(["token=EXAMPLEtoken0123456789ab", "ann@example.com", "plain", "\n", ": "]),
        max_size=8,
    )
)
def test_showing_everything_gives_the_text_back(pieces: list[str]) -> None:
    text = " ".join(pieces)
    masker = Masker()
    masker.mask(text)
    showing = Masker(shown=masker.names)

    assert showing.mask(text) == text
    assert showing.hidden == 0
