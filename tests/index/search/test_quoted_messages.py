"""A message of the catalogues inside a sentence, often in another language, and one of several that fit alike."""

import pytest

from index.hits import Reason

ROWS = [
    {"code": "Disk.1", "status": 400, "message": "The server [%s] is locked."},
    {"code": "Disk.2", "status": 400, "message": "Insufficient disk quota."},
    {"code": "Disk.3", "status": 404, "message": "The shelf'{0}' does not exist"},
    {"code": "Disk.4", "status": 400, "message": "query lamp[%s] console output failed: %s"},
    {"code": "Disk.5", "status": 400, "message": "query lamp[%s] interface attachment failed: %s"},
    {"code": "Disk.6", "status": 400, "description": {"en": "The number of lamps is illegal."}},
    {"code": "Disk.7", "status": 400, "message": "The number of lamps is illegal."},
    {
        "code": "Disk.8",
        "status": 500,
        "message": "",
        "description": {"en": "Failed to obtain session locks."},
    },
]


@pytest.fixture(scope="module")
def disks(engine_of):
    return engine_of(ROWS)


@pytest.mark.parametrize(
    "form",
    [
        "{}",
        "客户说：虚拟机开不了机，提示{} 没有错误码",
        '报错提示"{}"怎么处理',
        "提示{}是什么意思，配额还够",
        "エラー{}です",
        "Der Kunde meldet: {} - was tun?",
    ],
)
@pytest.mark.parametrize(
    "message, code, values",
    [
        ("The server [vm-77] is locked.", "Disk.1", ("vm-77",)),
        ("Insufficient disk quota.", "Disk.2", ()),
        ("The shelf'box-7' does not exist", "Disk.3", ("box-7",)),
    ],
)
def test_a_message_in_a_sentence_of_any_language_comes_first(disks, form, message, code, values):
    hit = disks.search(form.format(message)).hits[0]
    assert (hit.entry.code, hit.reason, hit.values) == (code, Reason.MESSAGE, values)


@pytest.mark.parametrize(
    "text", ["preinsufficient disk quota", "insufficient disk quotation", "énsufficient disk quota"]
)
def test_a_message_inside_other_words_is_none(disks, text):
    hits = disks.search(text).hits
    assert all(hit.reason is not Reason.MESSAGE for hit in hits)


def test_a_message_that_only_begins_alike_stands_behind(disks):
    hits = disks.search("query lamp[x-1] interface attachment failed: x-2").hits
    assert (hits[0].entry.code, hits[0].values) == ("Disk.5", ("x-1", "x-2"))


def test_what_is_printed_goes_before_what_is_described(disks):
    assert [hit.entry.code for hit in disks.search("The number of lamps is illegal.").hits[:2]] == [
        "Disk.7",
        "Disk.6",
    ]
