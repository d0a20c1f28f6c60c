import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis.chinese import segment, simplify
from index.analysis.folding import plain
from index.analysis.stems import stem
from index.analysis.tokens import Kind, tokenise


def terms(text):
    return [token.term for token in tokenise(plain(text).text)]


def test_camel_case_gives_the_whole_and_its_parts():
    assert terms("VPCNotExists") == ["vpcnotexist", "vpc", "not", "exist"]


def test_a_hyphenated_word_is_found_written_as_one():
    assert "readon" in terms("read-only") or "readonly" in terms("read-only")
    assert terms("readonly")[0] in terms("read-only")


def test_chinese_gives_characters_and_pairs():
    assert terms("配额不足") == ["配", "配额", "额", "额不", "不", "不足", "足"]


def test_numbers_stay_as_they_are():
    assert terms("limit 007, 1.5") == ["limit", "007", "1", "5"]


@pytest.mark.parametrize(
    "one,other",
    [
        ("quotas", "quota"),
        ("encrypting", "encryption"),
        ("policies", "policy"),
        ("found", "find"),
        ("vms", "vm"),
        ("exceeded", "exceeds"),
    ],
)
def test_endings_do_not_part_words(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    "one,other", [("disk", "desk"), ("image", "imagine"), ("oss", "os"), ("status", "state")]
)
def test_other_words_stay_apart(one, other):
    assert stem(one) != stem(other)


def test_traditional_and_taiwan_words_meet_simplified():
    assert simplify("伺服器與網路") == "服务器与网络"
    assert simplify("滑鼠與軟體") == "鼠标与软件"
    assert simplify("服务器") == "服务器"


def test_words_of_chinese_are_the_text():
    text = "上一个变更正在进行"
    assert "".join(segment(text)) == text
    assert "变更" in segment(text)


@given(st.text(max_size=120) | st.text(alphabet="aB-_ 配额0é\ud800", max_size=60))
def test_tokens_stand_where_they_say(text):
    folded = plain(text).text
    for token in tokenise(folded):
        assert 0 <= token.start < token.end <= len(folded)
        piece = folded[token.start : token.end]
        if token.kind is Kind.JOINED:
            assert piece.replace("-", "").replace("_", "") == token.surface
        else:
            assert piece.startswith(token.surface)
