import pytest

from index.hits import Reason

ROWS = [
    {
        "code": "Box.0219",
        "status": 404,
        "message": "The disk {0} does not exist.",
        "description": {"en": "Disk not found."},
    },
    {
        "code": "Box.0220",
        "status": 400,
        "message": "The disk {0} is larger than {1} GB.",
        "description": {"en": "The disk is too large."},
    },
    {
        "code": "Box.1000",
        "status": 500,
        "message": "Backup failed.",
        "description": {"zh-Hans": "备份失败，请稍后重试。"},
    },
    {
        "code": "EnvOnChanging",
        "status": 400,
        "message": "Wait until the change is complete.",
        "description": {},
    },
    {
        "code": "EnvNotExists",
        "status": 404,
        "message": "No such environment.",
        "solution": {"en": "Create a disk first."},
    },
    {"code": "EnvNotExists", "status": 400, "message": "The environment was deleted.", "description": {}},
]


@pytest.fixture(scope="module")
def box(engine_of):
    return engine_of(ROWS)


def first(answer):
    return answer.hits[0].entry.code, answer.hits[0].reason


@pytest.mark.parametrize(
    "text", ["Box.0219", "box.0219", "Ｂox．０２１９", '"Box.0219"', "[Box.0219],", " Box.0219. "]
)
def test_a_whole_code(box, text):
    answer = box.search(text)
    assert first(answer) == ("Box.0219", Reason.CODE)
    assert not answer.weak
    assert answer.hits[0].spans == {"code": ((0, 8),)}


@pytest.mark.parametrize("text", ["box 219", "BOX-219", "box0219", "Box,0219", "error Box-0219 again"])
def test_a_code_written_loosely(box, text):
    assert first(box.search(text)) == ("Box.0219", Reason.LOOSE_CODE)


def test_a_code_in_a_sentence(box):
    assert first(box.search("what does Box.0220 mean?")) == ("Box.0220", Reason.CODE)


@pytest.mark.parametrize("text", ["env-on-changing", "env on changing"])
def test_a_code_in_words(box, text):
    assert first(box.search(text)) == ("EnvOnChanging", Reason.LOOSE_CODE)


def test_all_rows_of_a_code_the_one_that_fits_first(box):
    answer = box.search("EnvNotExists deleted")
    assert [hit.entry.status for hit in answer.hits[:2]] == [400, 404]


def test_the_beginning_of_a_code(box):
    answer = box.search("box.02")
    assert [(hit.entry.code, hit.reason) for hit in answer.hits] == [
        ("Box.0219", Reason.CODE_PREFIX),
        ("Box.0220", Reason.CODE_PREFIX),
    ]


@pytest.mark.parametrize("text", ["box 02", "BOX-02", "box02"])
def test_the_beginning_of_a_code_written_loosely(box, text):
    answer = box.search(text)
    assert [hit.entry.code for hit in answer.hits] == ["Box.0219", "Box.0220"]
    assert {hit.reason for hit in answer.hits} == {Reason.CODE_PREFIX}


@pytest.mark.parametrize("text", ["404", "status 404", "http status code 404", "HTTP 404"])
def test_a_status_finds_its_entries(box, text):
    answer = box.search(text)
    assert {hit.entry.code for hit in answer.hits if hit.reason is Reason.ALL_WORDS} == {
        "Box.0219",
        "EnvNotExists",
    }


def test_a_class_of_statuses(box):
    assert [hit.entry.status for hit in box.search("5xx").hits] == [500]


def test_a_message_with_its_values(box):
    answer = box.search("The disk 'data-1' is larger than 500 GB.")
    assert first(answer) == ("Box.0220", Reason.MESSAGE)
    assert answer.hits[0].values == ("data-1", "500")


def test_values_say_what_a_template_has(box):
    values = {hit.entry.code: hit.values for hit in box.search("disk backup").hits}
    assert values["Box.0219"] is None
    assert values["Box.1000"] == ()


def test_all_words_come_before_some(box):
    answer = box.search("disk large")
    assert first(answer) == ("Box.0220", Reason.ALL_WORDS)
    assert {hit.reason for hit in answer.hits[1:]} == {Reason.SOME_WORDS}


def test_the_solution_counts_less(box):
    codes = [hit.entry.code for hit in box.search("disk").hits]
    assert codes[-1] == "EnvNotExists"
    assert len(codes) == 3


def test_a_mistyped_code_is_meant_and_said_so(box):
    answer = box.search("EnvOnChangeing")
    assert first(answer) == ("EnvOnChanging", Reason.SIMILAR)
    assert answer.did_you_mean == ("EnvOnChanging",)
    assert not answer.weak


def test_another_number_is_never_taken_for_it(box):
    answer = box.search("Box.0218")
    assert answer.weak
    assert answer.hits == ()
    assert answer.did_you_mean[:2] == ("Box.0219", "Box.0220")


def test_mistyped_words_are_read(box):
    answer = box.search("backpu faild")
    assert first(answer) == ("Box.1000", Reason.SIMILAR)
    assert answer.did_you_mean == ("backup failed",)


def test_contractions_without_their_apostrophe_are_no_mistakes(engine):
    answer = engine.search("cant attach frozen disk")
    assert answer.hits[0].entry.code == "Ecs.0103"
    assert answer.did_you_mean == ()


def test_the_last_word_is_open(box):
    assert first(box.search("back"))[0] == "Box.1000"
    assert first(box.search("disk lar"))[0] == "Box.0220"


@pytest.mark.parametrize("text", ["备份失败", "失败备份", "備份失敗", "备", "beifen", "备份 failed"])
def test_chinese_in_any_form(box, text):
    answer = box.search(text)
    assert answer.hits[0].entry.code == "Box.1000"
    assert not answer.weak


def test_places_are_where_the_words_are(box):
    hit = next(hit for hit in box.search("disks large").hits if hit.entry.code == "Box.0220")
    painted = {
        name: [text[a:b] for a, b in hit.spans[name]]
        for name, text in [("description.en", hit.entry.description["en"])]
    }
    assert "disk" in painted["description.en"]
    assert any("large" in piece for piece in painted["description.en"])


def test_words_that_stand_nowhere_make_a_query_foreign(engine):
    assert engine.search("flink checkpoint disk").weak
    assert not engine.search("the disk cannot be attached").weak


def test_what_is_no_longer_wanted_is_cut_short(box):
    assert box.search("disk", should_stop=lambda: True).hits == ()


def test_nothing_fits_and_says_so(box):
    answer = box.search("kubernetes crashloop")
    assert answer.weak
    assert answer.hits == ()


def test_reasons_never_go_back(engine):
    order = list(Reason)
    for text in (
        "quota",
        "ecs",
        "disk not found",
        "qouta exceeded",
        "org",
        "安全组不存在",
        "server is locked",
        "EnvNot",
    ):
        ranks = [order.index(hit.reason) for hit in engine.search(text).hits]
        assert ranks == sorted(ranks), text


def test_no_entry_comes_twice_and_total_counts_all(engine):
    for text in ("quota", "ecs", "disk not found", "环境"):
        whole = engine.search(text, limit=690)
        ids = [hit.entry.id for hit in whole.hits]
        assert len(set(ids)) == len(ids) == whole.total
        some = engine.search(text, limit=5)
        assert [hit.entry.id for hit in some.hits] == ids[:5]
        assert some.total == whole.total


def test_without_an_index_codes_and_messages_are_found(engine_of):
    box = engine_of(ROWS, build=False)
    assert first(box.search("box 219")) == ("Box.0219", Reason.LOOSE_CODE)
    assert first(box.search("The disk x is larger than 5 GB")) == ("Box.0220", Reason.MESSAGE)
    assert box.search("box.02").total == 2
    assert box.search("nothing of the kind").weak
    assert box.search("box.02 status:404").total == 1


@pytest.mark.parametrize("text", ["WebPlus environment not found", "webplus environment not found"])
def test_a_service_is_named_with_capitals_inside_or_without(engine, text):
    assert {hit.entry.service for hit in engine.search(text, limit=3).hits} == {"WebPlus"}


@pytest.mark.parametrize("text", ["deh", "DeH", "dedicated host package"])
def test_an_abbreviation_with_a_small_letter_inside_is_one_word(engine, text):
    assert "WKS.00052109" in [hit.entry.code for hit in engine.search(text, limit=3).hits]
