import pytest

from index.query import Filters, parse


def entries(engine):
    return list(engine.table.all_entries())


@pytest.mark.parametrize(
    "text,holds",
    [
        ("service:ecs", lambda e: e.service == "ECS"),
        ("provider:huawei", lambda e: e.provider == "Huawei Cloud"),
        ('provider:"Open Telekom Cloud"', lambda e: e.provider == "Open Telekom Cloud"),
        ("status:404", lambda e: e.status == 404),
        ("status:5xx", lambda e: e.status is not None and e.status // 100 == 5),
        ("status:404 status:409", lambda e: e.status in (404, 409)),
        ("service:swr service:webplus", lambda e: e.service in ("SWR", "WebPlus")),
        ("lang:zh", lambda e: "zh-Hans" in e.description or "zh-Hans" in e.solution),
        ("has:solution", lambda e: any(e.solution.values())),
        ("-has:solution status:4xx", lambda e: not any(e.solution.values()) and e.status // 100 == 4),
        ("service:nosuch", lambda _: False),
    ],
)
def test_filters_alone_list_what_they_let_through(engine, text, holds):
    answer = engine.search(text, limit=1000)
    assert {hit.entry.id for hit in answer.hits} == {e.id for e in entries(engine) if holds(e)}
    assert answer.total == len(answer.hits)


@pytest.mark.parametrize("text", ["disk", "quota", "ecs.02", "EnvNotExists", "安全组"])
def test_filters_narrow_and_keep_the_order(engine, text):
    free = engine.search(text, limit=690)
    narrowed = engine.search(f"{text} status:4xx", limit=690)
    wanted = [
        hit.entry.id for hit in free.hits if hit.entry.status is not None and hit.entry.status // 100 == 4
    ]
    assert [hit.entry.id for hit in narrowed.hits] == wanted


def test_an_answer_of_which_filters_leave_nothing_is_weak(engine):
    assert not engine.search("quota service:ecs").weak
    answer = engine.search("quota service:ecs status:418")
    assert (answer.hits, answer.total, answer.weak) == ((), 0, True)


def test_counts_are_what_each_chip_would_leave(engine):
    answer = engine.search("quota service:ecs", limit=0)
    for service, count in answer.facets.service.items():
        assert engine.search(f'quota service:"{service}"', limit=0).total == count
    for status, count in answer.facets.status.items():
        if status:
            assert engine.search(f"quota service:ecs status:{status}", limit=0).total == count
    assert sum(answer.facets.solution.values()) == answer.total


def test_a_phrase_must_stand_there(engine):
    answer = engine.search('"disk type"', limit=690)
    assert answer.hits
    for hit in answer.hits:
        texts = [hit.entry.message or "", *hit.entry.description.values(), *hit.entry.solution.values()]
        assert any("disk type" in text.lower() for text in texts)
    assert engine.search("disk type", limit=0).total > answer.total


def test_what_is_excluded_is_gone(engine):
    answer = engine.search("disk -system", limit=690)
    assert answer.hits
    assert not any("system" in (hit.entry.message or "").lower() for hit in answer.hits)


def test_a_phrase_that_nobody_has_is_let_go(engine):
    assert engine.search('The server "ecs-web-01" is locked').hits[0].entry.code == "Ecs.0605"


def test_a_query_value_is_as_good_as_its_text(engine):
    query = parse("quota").with_filters(Filters(services=("ECS",)))
    answer = engine.search(query)
    assert [h.entry.id for h in answer.hits] == [h.entry.id for h in engine.search("quota service:ECS").hits]
    assert answer.query == "quota service:ECS"


@pytest.mark.parametrize(
    "text, group, name, known",
    [
        ("service:nosuch quota", "service", "nosuch", "SWR"),
        ("provider:nosuch", "provider", "nosuch", "Huawei Cloud"),
        ("lang:fr service:ecs", "language", "fr", "en"),
    ],
)
def test_a_filter_that_names_what_there_is_not_is_told_with_what_there_is(engine, text, group, name, known):
    (unknown,) = engine.search(text).unknown
    assert (unknown.group, unknown.name) == (group, name)
    assert known in unknown.known


@pytest.mark.parametrize("text", ["service:nosuch service:ecs", "quota", "status:418", "service:ecs zzqxzz"])
def test_a_filter_that_merely_leaves_nothing_is_not_unknown(engine, text):
    assert engine.search(text).unknown == ()
