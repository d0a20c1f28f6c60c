import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis.folding import LONGEST_TEXT, plain


@pytest.mark.parametrize(
    "text,wanted",
    [
        ("EnvNotExists", "env_not_exists"),
        ("OSSBucketNotExists", "oss_bucket_not_exists"),
        ("the ECSs and IDs", "the ecss and ids"),
        ("IPv4 VSwitch", "ipv4 vswitch"),
        ("DeHs with QoS and vCPUs of EcsVSwitchId", "dehs with qos and vcpus of ecs_v_switch_id"),
        ("Ｅcs．０２１９", "ecs.0219"),
        ("ﬁle café Straße", "file cafe strasse"),
        ("伺服器與網路", "服务器与网络"),
        ("安全群組", "安全群组"),
        ("文件信息", "文件信息"),
        ("a\x00b\ud800c", "a\ufffdb\ufffdc"),
        ("\u200eleft\u202e right", "left right"),
    ],
)
def test_one_plain_form(text, wanted):
    assert plain(text).text == wanted


@given(st.text(max_size=200) | st.text(alphabet="aAbB伺服器網際路é İßﬁ\u0301\u200d\ud800 ", max_size=60))
def test_every_stretch_leads_back_into_the_text(text):
    folded = plain(text)
    for start in range(0, len(folded.text), 3):
        first, last = folded.origin(start, min(start + 3, len(folded.text)))
        assert 0 <= first <= last <= len(text)


@given(st.text(alphabet="abcXYZ 安全组系统0129_-.", max_size=60))
def test_the_plain_form_is_plain_already(text):
    once = plain(text).text
    assert plain(once).text == once


def test_places_come_back_through_all_changes():
    text = "ＯＳＳ: the ECSs of VPCNotExists 網際網路 end"
    folded = plain(text)
    at = folded.text.index("exists")
    assert text[slice(*folded.origin(at, at + len("exists")))] == "Exists"
    at = folded.text.index("互联网")
    assert text[slice(*folded.origin(at, at + 2))] == "網際網路"
    at = folded.text.index("end")
    assert text[slice(*folded.origin(at, at + 3))] == "end"


def test_marks_without_end_cost_what_their_length_costs():
    began = time.process_time()
    plain("a" + "\u0301\u0316" * 200_000)
    assert time.process_time() - began < 2


def test_a_text_is_cut_at_the_bound():
    assert len(plain("x" * (LONGEST_TEXT + 5)).text) == LONGEST_TEXT
