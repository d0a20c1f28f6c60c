import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query import Filters, Query, parse


def test_plain_words_are_words():
    query = parse("  quota   exceeded ")
    assert query == Query(text="quota exceeded", words="quota exceeded")
    assert str(query) == "quota exceeded"


def test_filters_are_taken_out_of_the_words():
    query = parse('disk service:ecs provider:"Open Telekom Cloud" status:4xx status:404 lang:zh has:solution')
    assert query.words == "disk"
    assert query.filters == Filters(
        providers=("Open Telekom Cloud",),
        services=("ecs",),
        statuses=("4xx", "404"),
        languages=("zh",),
        solution=True,
    )


def test_phrases_and_exclusions():
    query = parse('"disk type" -root -"data disk" flavor')
    assert (query.words, query.phrases, query.excluded) == (
        "disk type flavor",
        ("disk type",),
        ("root", "data disk"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "status:abc",
        "status:999",
        "status: 404",
        "service:",
        'provider:""',
        "wks-0021",
        "-",
        "- x",
        "-1",
        "a -- b",
        'say "hello',
        'x"y"z',
        "http://status:404/",
        "bucket'app' does",
    ],
)
def test_what_only_looks_like_the_language_is_words(text):
    query = parse(text)
    assert query.words == text
    assert not query.filters
    assert not query.phrases
    assert not query.excluded


def test_without_solution_and_languages_by_either_name():
    assert parse("-has:solution").filters.solution is False
    assert parse("language:en").filters.languages == ("en",)


def test_the_chips_put_filters_in_and_take_them_out():
    query = parse("quota service:swr")
    changed = query.with_filters(Filters(services=("ECS",), statuses=("4xx",)))
    assert str(changed) == "quota service:ECS status:4xx"
    assert str(changed.with_filters(Filters())) == "quota"
    assert parse(str(changed)) == changed


_PIECES = st.sampled_from(
    [
        *(
            "status:404",
            "status:4xx",
            "service:ecs",
            'provider:"Huawei Cloud"',
            "has:solution",
            "-has:solution",
        ),
        *(
            '"a b"',
            '-"x y"',
            "-root",
            '"',
            '""',
            "-",
            "quota",
            "配额",
            "lang:zh",
            "service:",
            'x"',
            '"y',
            "'",
        ),
    ]
)


@given(st.lists(_PIECES, max_size=8).map(" ".join) | st.text(max_size=80))
def test_a_query_prints_back_to_what_it_is(text):
    query = parse(text)
    assert parse(str(query)) == query
    assert str(parse(str(query))) == str(query)


@pytest.mark.parametrize(
    "text, same",
    [
        ("服务:SWR", "service:SWR"),
        ("服务：swr 镜像", "镜像 service:swr"),
        ("状态:4xx", "status:4xx"),
        ("状态码：404 配额", "配额 status:404"),
        ("厂商:华为云", 'provider:"Huawei Cloud"'),
        ("廠商：阿里雲", 'provider:"Alibaba Cloud"'),
        ("语言：中文", "lang:zh"),
        ('服务："对象 存储"', 'service:"对象 存储"'),
        ("service：ecs", "service:ecs"),
    ],
)
def test_filters_in_chinese_and_with_the_wide_colon_are_the_same_filters(text: str, same: str) -> None:
    query = parse(text)
    assert str(query) == same
    assert parse(str(query)) == query
    assert query.filters


@pytest.mark.parametrize(
    "text", ["服务：镜像服务报错", "状态：异常", "厂商：某公司不支持", "服务 SWR", "状态:9999"]
)
def test_a_chinese_sentence_with_a_colon_stays_words(text: str) -> None:
    query = parse(text)
    assert not query.filters
    assert query.words == text
