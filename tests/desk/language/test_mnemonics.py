"""Letters of buttons, tabs, labels and lines of menus: one each, the same in both languages."""

from hypothesis import given
from hypothesis import strategies as st

from desk.language.english import english_of
from desk.language.mnemonics import letters_for, marked, plain

_TEXTS = st.lists(st.text(alphabet="abcdefg &…XY存储", min_size=1, max_size=8), max_size=12)


def test_the_first_ones_get_their_first_letter_and_later_ones_another() -> None:
    assert letters_for(["Close", "Copy", "Cancel"]) == ["C", "O", "A"]
    assert letters_for(["Remove", "Restore"], taken={"R"}) == ["E", "S"]
    # words that say little come after those that say something
    assert letters_for(["Copy the code", "Copy the ids"]) == ["C", "I"]


def test_one_with_a_single_letter_moves_the_others() -> None:
    assert letters_for(["AB", "BC", "A"]) == ["B", "C", "A"]
    assert letters_for(["A", "A"]) == ["A", ""]


@given(_TEXTS)
def test_no_letter_twice_and_the_mark_can_be_taken_off_again(texts: list[str]) -> None:
    clean = [plain(text) for text in texts]
    letters = letters_for(clean, taken={"X"})
    given_ = [letter for letter in letters if letter]
    assert len(given_) == len(set(given_))
    assert "X" not in given_
    for text, letter in zip(clean, letters, strict=True):
        assert plain(marked(text, letter)) == text


def test_a_text_in_chinese_has_its_letter_behind_it_before_the_dots() -> None:
    assert marked("保存", "S") == "保存(&S)"
    assert marked("打开文件…", "O") == "打开文件(&O)…"
    assert marked("HTTP 状态", "H") == "&HTTP 状态"
    assert plain("保存(&S)") == "保存"


def test_what_a_text_is_called_in_english() -> None:
    assert english_of("Close") == "Close"
    assert english_of("关闭") == "Close"
    assert english_of("没有这样的文本") == "没有这样的文本"
    # also where something was filled in
    assert english_of("安装 6 个条目").startswith("Install")
