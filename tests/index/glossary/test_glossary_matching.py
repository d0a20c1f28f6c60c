"""What the matcher finds in questions and entries."""

import itertools
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import BadInput, StorageError
from index.glossary import Glossary
from index.glossary_lines import COLUMNS
from index.glossary_own import read_lines
from index.glossary_words import based, words
from index.text import fold

GLOSSARY = Glossary.load()
HEADER = "\t".join(COLUMNS)


def found(text: str, glossary: Glossary = GLOSSARY) -> set[str]:
    return {match.concept for match in glossary.concepts(fold(text))}


@pytest.mark.parametrize(
    "question, entry, shared",
    [
        ("配额不足", "Insufficient EIP quota", {"quota"}),
        ("vm locked", "The ECS is locked", {"server", "lock"}),
        ("云主机已锁定", "The server [%s] is locked.", {"server", "lock"}),
        ("my drive will not hook up", "Failed to attach volume %s to ECS", {"attach-failed"}),
        ("硬碟已凍結", "The volume %s has been frozen", {"disk", "freeze"}),
        ("密码太简单 弱密码", "Failed to meet password complexity requirements.", {"password-complexity"}),
        ("too many departments inside departments", "OU nesting", {"ou-depth"}),
        ("接受邀请", "accept the handshake", {"accept-invitation"}),
        ("映像檔不存在", "The image does not exist.", {"image-repo-not-exist"}),
        ("请求体为空", "Request body is null!", {"request-empty"}),
        ("flow control", "调用太多，被限流", {"throttling"}),
        ("cannot get rid of the group", "Failed to delete the group.", {"delete-failed", "group"}),
    ],
)
def test_question_and_entry_meet_in_a_concept(question, entry, shared):
    def everything(text: str) -> set[str]:
        names = {
            name for m in GLOSSARY.concepts(fold(text)) for name in (m.concept, *(i.concept for i in m.inner))
        }
        return names | {wide for name in names for wide in GLOSSARY.broader(name)}

    assert shared <= everything(question) & everything(entry)


@pytest.mark.parametrize(
    "text",
    [
        "delete the server",
        "deleting servers",
        "the server's been deleted",
        "servers were deleted",
        "DELETE SERVER",
    ],
)
def test_english_forms_match_in_every_inflection(text):
    assert {"delete", "server"} <= found(text) | {"delete" for name in found(text) if name == "deleted-state"}


@pytest.mark.parametrize(
    "text",
    [
        "it cannot be found",
        "it can't be found",
        "it can not be found",
        "couldn't be found",
        "it is not found",
        "wasn’t found",
    ],
)
def test_contractions_and_forms_of_to_be_make_no_difference(text):
    assert "not-exist" in found(text)


def test_british_and_american_spelling_are_one():
    assert found("the organisation") == found("the organization")
    assert found("an unauthorised flavour") == found("an unauthorized flavor")


@pytest.mark.parametrize("text", ["keypair", "key pair", "key-pair", "key_pair", "KeyPairs"])
def test_two_words_match_however_they_are_joined(text):
    assert found(text) == {"key-pair"}


def test_longest_match_wins_and_keeps_what_is_nested_in_it():
    (match,) = GLOSSARY.concepts("安全组规则")
    assert match.concept == "security-group-rule"
    assert {inner.concept for inner in match.inner} >= {"security-group", "rule"}


def test_a_crossing_match_is_kept_with_its_own_place():
    matches = GLOSSARY.concepts("disk quota exceeded")
    quota = next(match for match in matches if match.concept == "quota-exceeded")
    assert quota.span == (5, 19)


def test_english_words_match_on_word_boundaries_only():
    assert "lock" not in found("clockwork blocking")
    assert "eip" not in found("receipt")


def test_phrases_do_not_reach_over_punctuation_or_numbers():
    assert "security-group" not in found("security. group")
    assert "security-group" not in found("security 7 group")


def test_chinese_matches_without_blanks_around_latin_letters():
    assert found("弹性 IP 地址不足") == found("弹性IP地址不足")
    assert "ip-address" not in found("vip地址")


def test_spans_point_into_the_text_as_given():
    text = "请检查 IP 地址 和 volume"
    spans = {match.concept: text[match.start : match.end] for match in GLOSSARY.concepts(fold(text))}
    assert spans["ip-address"] == "IP 地址"
    assert spans["disk"] == "volume"


def test_a_form_of_two_concepts_gives_both_in_one_place():
    matches = [match for match in GLOSSARY.concepts("port") if match.concept in {"nic-port", "port-number"}]
    assert len(matches) == 2
    assert len({match.span for match in matches}) == 1


def test_a_picture_is_not_an_image():
    assert found("镜像") == found("image") == {"image"}
    assert "image" not in found("图片") | found("picture")


def test_taiwan_terms_match_before_and_after_simplification():
    assert "disk" in found("磁碟")  # as written
    assert "disk" in found("磁盘")  # by words
    assert "nic" in found("网路卡")  # by characters only


def test_kinds_name_the_column():
    kinds = {
        text: GLOSSARY.concepts(fold(text))[0].kind
        for text in ("云硬盘", "硬碟", "volume", "hard drive", "EVS")
    }
    assert kinds == {"云硬盘": "zh", "硬碟": "zh-tw", "volume": "en", "hard drive": "everyday", "EVS": "abbr"}


def test_terms_and_broader_of_a_concept():
    assert {"云硬盘", "硬碟", "volume", "EVS"} <= set(GLOSSARY.terms("disk"))
    assert "disk" in GLOSSARY.broader("system-disk")
    assert GLOSSARY.terms("no-such-concept") == GLOSSARY.broader("no-such-concept") == ()
    assert "disk" in GLOSSARY
    assert "no-such-concept" not in GLOSSARY


def test_own_lines_add_concepts_and_forms():
    own = Glossary.load([HEADER, "", "# ours", "torpedo\t鱼雷\t魚雷\ttorpedo\tbig fish", "disk\t\t\tplatter"])
    assert found("魚雷 and 鱼雷", own) == {"torpedo"}
    assert found("big fishes", own) == {"torpedo"}
    assert "disk" in found("platters", own)
    assert "platter" in own.terms("disk")
    assert len(own) == len(GLOSSARY) + 1


def test_short_lines_join_words_and_the_concepts_they_name():
    own = Glossary.load(
        ["quetsche＝  堡樓機 = press  box", "platter = hard disk", "guard = 防火墙 = shield wall"]
    )
    new = next(iter(found("quetsche", own) - found("quetsche")))
    assert new in found("press boxes", own) & found("堡楼机", own)
    assert "disk" in found("platters", own)
    assert found("guard", own) >= found("防火墙") > set()
    assert len(own) == len(GLOSSARY) + 1


WRITTEN = st.lists(
    st.sampled_from(["a", "gate way", "词", "詞語", "|", "｜", "=", "＝", "\t", " ", "-", "#", "é"])
).map("".join)


@given(st.lists(WRITTEN, max_size=4))
def test_lines_are_refused_or_can_be_loaded(tmp_path_factory, lines):
    faulty = {fault.line for fault in read_lines(lines)[1]}
    good = [line for number, line in enumerate(lines, 1) if number not in faulty]
    empty = tmp_path_factory.getbasetemp()
    assert isinstance(Glossary.load(good, folder=empty).concepts("a gate way 词语"), list)


def test_own_taiwan_terms_match_in_their_simplified_form():
    own = Glossary.load(["gadget\t\t資料匣\tgadget"])
    assert "gadget" in found("资料匣", own)


@pytest.mark.parametrize(
    "lines, says",
    [
        (["Bad Id\t词\t\tword"], "line 1: 'Bad Id' cannot be an id"),
        (["ok\t词\t\tword", "ok\t词二\t\tword two"], "line 2: the id 'ok' already stands in line 1"),
        (["x\t词||二\t\tword"], "line 1: an empty term in the column zh"),
        (["x\t 词\t\tword"], "stray blanks in ' 词'"),
        (["x\tword\t\tword"], "'word' in the column zh holds no Chinese"),
        (["x\t词\t\t词"], "'词' in the column en is not written in plain English"),
        (["x\t词\t\tdoesn't"], "is not written in plain English"),
        (["x\t词\t\tword|word"], "'word' stands twice"),
        (["x\t\t\t\t\t\tdisk"], "a concept without any term"),
        (["x\t词\t\tword\t\t\tnowhere"], "no concept is called 'nowhere'"),
        (["x" + "\t" * 9], "10 columns where at most 8 are expected"),
        (["own.x\t词"], "'own.x' cannot be an id"),
        (["x\t词｜二"], "'词｜二' holds the sign that parts terms"),
        (["堡垒机"], "line 1: '堡垒机' stands alone: write words that mean the same, with = between them"),
        (["a = "], "a word is missing before or after ="),
        (["a = b = a"], "'a' stands twice"),
        (["a = b", "b = a"], "line 2: line 1 says the same"),
        (["a = Schlüssel"], "'Schlüssel' is neither Chinese nor written in plain English"),
        (["甲｜乙 = a"], "'甲｜乙' holds the sign that parts terms"),
    ],
)
def test_a_bad_own_line_is_named_with_its_number(lines, says):
    with pytest.raises(BadInput) as caught:
        Glossary.load(lines)
    assert says in str(caught.value)
    assert str(caught.value).startswith("own glossary, line ")


def test_unreadable_files_are_a_storage_error(tmp_path: Path):
    (tmp_path / "a.tsv").mkdir()
    with pytest.raises(StorageError, match="cannot read the glossary"):
        Glossary.load(folder=tmp_path)


def test_an_empty_folder_gives_an_empty_glossary(tmp_path: Path):
    empty = Glossary.load(folder=tmp_path)
    assert len(empty) == 0
    assert empty.concepts("anything 什么") == []


VOCABULARY = st.sampled_from([term for name in GLOSSARY.ids()[::7] for term in GLOSSARY.terms(name)])
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.one_of(VOCABULARY, st.text(max_size=4)), max_size=8).map(" ".join),
    st.lists(VOCABULARY, max_size=8).map("".join),
)


@given(TEXTS)
def test_matches_lie_inside_in_order_and_do_not_overlap(text):
    folded = fold(text)
    matches = GLOSSARY.concepts(folded)
    for match in matches:
        assert 0 <= match.start < match.end <= len(folded)
        for inner in match.inner:
            assert match.start <= inner.start < match.end
            assert inner.start < inner.end <= len(folded)
            assert inner.inner == ()
    for left, right in itertools.pairwise(matches):
        assert right.start >= left.end or right.span == left.span


@given(TEXTS)
def test_longest_first(text):
    for match in GLOSSARY.concepts(fold(text)):
        assert all(inner.end <= match.end for inner in match.inner if inner.start == match.start)


@given(VOCABULARY, st.sampled_from(["", "!", " ", "，"]))
def test_every_term_is_found_in_a_sentence(term, mark):
    text = fold(f"{mark}{term}{mark}")
    names = {name for m in GLOSSARY.concepts(text) for name in (m.concept, *(i.concept for i in m.inner))}
    assert any(term in GLOSSARY.terms(name) for name in names)


@given(st.text(alphabet="abcdefgilnoprstuxyz'’ ", max_size=60))
def test_base_words_are_stable_under_a_second_reduction_of_places(text):
    for base, start, end in words(text):
        assert base
        assert 0 <= start < end <= len(text)
        assert " " not in base


@pytest.mark.parametrize(
    "left, right",
    [
        ("copies", "copy"), ("attached", "attach"), ("stopping", "stop"), ("denied", "deny"), ("addresses", "address"),
        ("used", "use"), ("images", "image"), ("statuses", "status"), ("cancelled", "cancel"), ("licence", "licence"),
    ],
)  # fmt: skip
def test_inflections_share_a_base(left, right):
    assert based(left) == based(right)


@pytest.mark.parametrize(
    "left, right",
    [
        ("setting", "set"),
        ("note", "not"),
        ("address", "add"),
        ("status", "state"),
        ("string", "str"),
        ("building", "build"),
    ],
)
def test_different_words_keep_different_bases(left, right):
    assert based(left) != based(right)


def test_a_long_text_of_anything_is_read_in_linear_time():
    def seconds(text: str) -> float:
        start = time.process_time()
        GLOSSARY.concepts(text)
        return time.process_time() - start

    for piece in ("not ", "安全组", "can't ", "安 a ", "安全组规则 of the "):
        small = max(seconds(piece * 2_000), 0.01)
        assert seconds(piece * 16_000) < 30 * small


def test_a_kept_glossary_names_what_the_one_it_was_kept_from_names():
    made = Glossary.load()
    kept = Glossary.from_kept(made.kept())
    assert kept.ids() == made.ids()
    for text in ("the security group rule was not found", "创建安全组失败 vpc 不存在", "keypair of a vm"):
        assert kept.concepts(text) == made.concepts(text) != []


@pytest.mark.parametrize("kept", [b"", b"\xff", b"\x80", b"\x85\xa4rows\x01"])
def test_a_damaged_kept_glossary_is_refused(kept: bytes):
    with pytest.raises(StorageError):
        Glossary.from_kept(kept)
