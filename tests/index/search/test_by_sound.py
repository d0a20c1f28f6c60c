"""Chinese typed by its sound, and with another character of the same sound."""

import pytest

from index.hits import Reason


@pytest.mark.parametrize(
    "typed,code",
    [
        ("anquanzu", "SecurityGroupNotExists"),
        ("an quan zu", "SecurityGroupNotExists"),
        ("kelong huanjing", "SourceEnvNotExists"),
        ("liulanqi huancun", "OperationFailed"),
        ("ruanjianzhan bucunzai", "StackNotExists"),
        ("pebz", "WKS.00052102"),
        ("VPC bu cunzai", "VPCNotExists"),
    ],
)
def test_pinyin(engine, typed, code):
    answer = engine.search(typed)
    assert code in [hit.entry.code for hit in answer.hits[:5]]
    assert not answer.weak


@pytest.mark.parametrize("typed", ["xinguan yimiao", "xianggang", "tianqi yubao", "wo ai ni"])
def test_pinyin_of_something_else_finds_nothing_good(engine, typed):
    assert engine.search(typed).weak


@pytest.mark.parametrize("typed", ["disk", "an image", "he can", "list", "shell"])
def test_english_words_are_never_pinyin(engine, typed):
    assert engine._sources.sounds.read(typed) == typed


@pytest.mark.parametrize(
    "typed,meant",
    [("配鄂不足", "配额不足"), ("安全祖不存在", "安全组不存在"), ("组织单圆不为空", "组织单元不为空")],
)
def test_a_wrong_character_of_the_right_sound(engine, typed, meant):
    answer = engine.search(typed)
    assert answer.did_you_mean == (meant,)
    assert answer.hits[0].reason is Reason.SIMILAR
    assert answer.hits[0].entry.id == engine.search(meant).hits[0].entry.id
    assert not answer.weak


@pytest.mark.parametrize("typed", ["量子计算", "无人机航拍", "区块链钱包"])
def test_words_of_another_world_stay_foreign(engine, typed):
    answer = engine.search(typed)
    assert answer.weak
    assert answer.did_you_mean == ()
