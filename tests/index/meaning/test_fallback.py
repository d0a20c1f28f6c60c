"""The dictionary behind the glossary, what it is made by, and rough English."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.meaning.distil import distil, meanings, vocabulary
from index.meaning.fallback import WEIGHT, Fallback
from index.meaning.rough import rough_english

LINES = "仓\tstore\n仓库\twarehouse|store\n库\tlibrary\n".encode()


@pytest.fixture(scope="module")
def bundled() -> Fallback:
    return Fallback.load()


def test_a_word_is_found_whole_with_its_meanings_in_order():
    assert Fallback(LINES).synonyms("仓库") == (("warehouse", WEIGHT), ("store", WEIGHT))


@pytest.mark.parametrize("word", ["", "store", "仓库门", "\ud800", "仓库\twarehouse", "\n仓"])
def test_what_is_no_word_of_the_dictionary_has_no_meaning(word):
    assert Fallback(LINES).synonyms(word) == ()


@given(st.text(max_size=6))
def test_looking_up_never_raises(word):
    for meaning, weight in Fallback(LINES).synonyms(word):
        assert meaning.isascii()
        assert 0.5 <= weight < 1


@pytest.mark.parametrize("word, meaning", [("达到", "reach"), ("桶", "bucket"), ("市场", "market")])
def test_the_bundled_dictionary_knows_everyday_words(bundled, word, meaning):
    assert meaning in dict(bundled.synonyms(word))


def test_the_bundled_dictionary_states_its_licence_and_is_sorted():
    import resources  # noqa: PLC0415 - only here

    text = (resources.folder("fallback") / "chinese.tsv").read_text("utf-8")
    head = [line for line in text.splitlines() if line.startswith("#")]
    words = [line.partition("\t")[0] for line in text.splitlines() if not line.startswith("#")]
    assert any("Attribution-ShareAlike 4.0" in line for line in head)
    assert words == sorted(set(words), key=str.encode)
    assert text.encode().splitlines()[len(head) :] == sorted(text.encode().splitlines()[len(head) :])
    assert len(words) > 15_000


@pytest.mark.parametrize(
    "line, found",
    [
        (
            "倉庫 仓库 [cang1 ku4] /depot/storehouse; warehouse/",
            ("仓库", ["depot", "storehouse", "warehouse"]),
        ),
        (
            "達到 达到 [da2 dao4] /to reach; to achieve (a goal)/CL:個|个[ge4]/",
            ("达到", ["reach", "achieve"]),
        ),
        ("北京 北京 [Bei3 jing1] /Beijing/", None),
        ("傢 家 [jia1] /used in 傢伙|家伙[jia1 huo5]/", None),
        ("# CC-CEDICT", None),
        ("", None),
    ],
)
def test_reading_a_dictionary_line(line, found):
    assert meanings(line) == found


def test_only_common_words_told_in_the_vocabulary_are_kept():
    lines = [
        "倉庫 仓库 [cang1 ku4] /depot/warehouse/",
        "貓 猫 [mao1] /cat/",
        "鼆 鼆 [meng2] /warehouse/",
        "倉庫 仓库 [cang1 ku4] /a warehouse/store/",
    ]
    stems = vocabulary(["The WarehouseStore is full."])
    assert list(distil(lines, stems)) == [("仓库", ["warehouse", "store"])]


class Found(msgspec.Struct):
    concept: str
    start: int
    end: int
    form: str = ""
    kind: str = "zh"
    inner: tuple = ()


class Concepts:
    """A glossary of one concept."""

    def concepts(self, text):
        at = text.find("配额")
        return [Found("quota", at, at + 2)] if at >= 0 else []

    def terms(self, _concept):
        return ("配额", "quota", "allowance")


def test_rough_english_takes_concepts_from_the_glossary_and_the_rest_from_the_dictionary():
    fallback = Fallback("不足\tinsufficient|lacking\n".encode())
    assert rough_english("abc 配额不足", Concepts(), fallback.synonyms) == "abc quota insufficient"


def test_rough_english_leaves_out_what_nobody_knows():
    assert rough_english("猫", Concepts(), Fallback(b"").synonyms) == ""


def test_english_needs_no_rough_english(bundled):
    assert rough_english("quota exceeded", Concepts(), bundled.synonyms) == ""
