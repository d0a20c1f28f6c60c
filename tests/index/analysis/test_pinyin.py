import pytest

import resources
from index.analysis.pinyin import initials, spellings, syllables


def test_words_are_spelt_without_tones():
    assert spellings("安全组") == ("anquanzu",)
    assert "chongqi" in spellings("重启")
    assert "peiebuzu" in spellings("配额不足")
    assert spellings("") == spellings("VPC") == ()


def test_initials():
    assert "pebz" in initials("配额不足")


@pytest.mark.parametrize("letters", ["anquanzu", "wangka", "xian", "lv"])
def test_syllables(letters):
    assert syllables(letters)


@pytest.mark.parametrize("letters", ["kafka", "disk", "vpc", "x"])
def test_no_syllables(letters):
    assert not syllables(letters)


def test_the_last_syllable_may_be_unfinished():
    assert syllables("anquanz", may_break_off=True)
    assert not syllables("anquanz")


def test_the_table_is_sorted_and_has_every_reading_once():
    rows = [row for row in resources.folder("pinyin.tsv").read_text("utf-8").splitlines() if row[0] != "#"]
    keys = [row.split("\t")[0] for row in rows]
    assert keys == sorted(set(keys))
    for row in rows:
        characters = row.split("\t")[1]
        assert len(set(characters)) == len(characters)
