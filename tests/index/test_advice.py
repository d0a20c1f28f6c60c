import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import advice
from index.advice import Move, advice_for, best_text, has_real_solution, language_of
from index.advice_solution import action_in, is_real_solution
from index.catalogue import catalogue_id, entry_id
from index.entry import CatalogueEntry
from index.errors import BadInput

CATALOGUE = catalogue_id("Example Cloud", "Disk")


def entry(**fields: object) -> CatalogueEntry:
    given_fields: dict[str, object] = {"code": "Disk.1", **fields}
    return CatalogueEntry(
        id=entry_id(CATALOGUE, "Disk.1", 1),
        catalogue=CATALOGUE,
        provider="Example Cloud",
        service="Disk",
        **given_fields,  # type: ignore[arg-type] - the fields are those of the entry
    )


@pytest.mark.parametrize(
    "status", [*range(400, 418), 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, *range(500, 509)]
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_usual_status_has_a_meaning_of_its_own(status: int, language: str) -> None:
    meaning = advice_for(status, language).status_meaning

    assert meaning.startswith(f"{status} ")
    assert meaning.partition(" ")[2] != advice_for(499 if status < 500 else 599, language).status_meaning


@pytest.mark.parametrize(
    "status, words", [(477, "Client Error"), (588, "Server Error"), (999, "Unknown Status")]
)
def test_an_unusual_status_is_explained_by_its_class(status: int, words: str) -> None:
    assert words in advice_for(status, "en").status_meaning


def test_both_languages_hold_the_same_things() -> None:
    english, chinese = (advice._speech(language) for language in advice.LANGUAGES)

    assert english.statuses.keys() == chinese.statuses.keys()
    assert english.questions.keys() == chinese.questions.keys()
    assert english.moves.keys() == chinese.moves.keys() == set(Move)
    assert all(len(english.moves[move].steps) == len(chinese.moves[move].steps) for move in Move)


def test_every_question_and_status_that_the_rules_name_has_its_words() -> None:
    rules, english = advice._rules(), advice._speech("en")

    assert {key for keys in rules.questions.values() for key in keys} <= english.questions.keys()
    assert set(rules.questions) == set(Move)
    assert set(rules.statuses) - {"100"} <= english.statuses.keys()


@pytest.mark.parametrize(
    "status, message, move, word",
    [
        (400, "The parameter flavorRef is invalid.", Move.CUSTOMER, "HTTP 400"),
        (
            400,
            "An internal server error occurred while copying the disk.",
            Move.PROVIDER,
            '"internal server error"',
        ),
        (400, "You have no permission to delete this disk.", Move.PERMISSION, '"no permission"'),
        (500, "The system is busy, please try again later.", Move.RETRY, '"system is busy"'),
        (403, "Access denied.", Move.PERMISSION, "HTTP 403"),
        (403, "The disk quota is used up: the limit exceeded.", Move.CUSTOMER, '"quota"'),
        (404, "Disk vol-7 could not be found.", Move.CUSTOMER, '"could not be found"'),
        (None, "磁盘不存在，请检查参数。", Move.CUSTOMER, '"不存在"'),
        (None, "没有操作该磁盘的权限。", Move.PERMISSION, '"没有操作该磁盘的权限"'),
        (None, "请求过于频繁，请稍后再试。", Move.RETRY, '"过于频繁"'),
        (None, "系统内部错误。", Move.PROVIDER, '"系统内部错误"'),
        (429, None, Move.RETRY, "HTTP 429"),
        (502, None, Move.RETRY, "HTTP 502"),
        (500, None, Move.PROVIDER, "HTTP 500"),
    ],
)
def test_status_and_words_decide_whose_move_it_is(
    status: int | None, message: str | None, move: Move, word: str
) -> None:
    found = advice_for(entry(status=status, message=message), "en")

    assert found.move is move
    assert word in found.because
    assert found.steps
    assert found.ask
    assert found.whose_move == advice._speech("en").moves[move].says


@pytest.mark.parametrize(
    "status, message, solution, move, words",
    [
        (400, "The disk [%s] is locked, server is locked.", "Check whether it is locked. If so, unlock it.", Move.CUSTOMER, '"Check whether it is locked"'),
        (500, "Waiting for the answer timed out", "Please check the disk, then attach it again", Move.CUSTOMER, '"Please check the disk, then attach it again"'),
        (400, "The disk is busy: another operation.", "Try again later.", Move.RETRY, '"Try again later"'),
        (409, "Changed by two at once.", "Try again later.", Move.RETRY, '"Try again later"'),
        (401, "The bucket said no", "Please authorize the bucket, then try again", Move.PERMISSION, '"Please authorize the bucket, then try again"'),
        (403, "The disk name exists.", "Change the name of the disk.", Move.CUSTOMER, '"Change the name of the disk"'),
        (403, "A running disk server cannot be started.", "", Move.CUSTOMER, '"cannot be started"'),
        (403, "Only a stopped server can be restarted.", "", Move.CUSTOMER, '"Only a stopped"'),
        (403, "Number of disks reaches max num", "", Move.CUSTOMER, '"reaches max"'),
        (400, "Failed to make it because %s.", "Contact customer service.", Move.PROVIDER, '"Contact customer service"'),
        (400, "Failed to make it because the quota is exceeded.", "Contact customer service.", Move.CUSTOMER, '"quota"'),
        (400, "Failed to make it because %s.", "Contact the administrator.", Move.CUSTOMER, "HTTP 400"),
        (503, "The service is now unavailable.", "Contact the service provider.", Move.RETRY, '"service is now unavailable"'),
        (400, "磁盘被锁定", "请检查磁盘是否锁定，如锁定请解锁。", Move.CUSTOMER, '"请检查磁盘是否锁定，如锁定请解锁"'),
    ],
)  # fmt: skip
def test_what_the_vendor_says_to_do_counts(
    status: int, message: str, solution: str, move: Move, words: str
) -> None:
    found = advice_for(entry(status=status, message=message, solution={"en": solution}), "en")
    assert found.move is move
    assert words in found.because


@pytest.mark.parametrize(
    "solution, action",
    [
        ("Contact customer service. Check the disk, then try again later.", "Check the disk, then try again later"),
        ("Try again later.", None),
        ("Please try again later or contact the administrator.", None),
        ("You are not allowed to delete a disk in use.", None),
        ("Check " + "the disk " * 20, "Check " + "the disk " * 8 + "…"),
    ],
)  # fmt: skip
def test_an_action_is_more_than_trying_again_or_contacting_somebody(
    solution: str, action: str | None
) -> None:
    assert action_in(solution) == action


def test_words_of_an_unknown_error_count_too() -> None:
    assert advice_for(None, "en", texts=["token expired"]).move is Move.PERMISSION


def test_without_any_sign_it_says_that_it_does_not_know() -> None:
    found = advice_for(entry(message="Hmm."), "en")

    assert found.move is Move.UNCLEAR
    assert found.because == ()
    assert "No HTTP status" in found.status_meaning


def test_what_is_known_already_is_not_asked_again() -> None:
    asked = advice_for(404, "en").ask
    rest = advice_for(404, "en", known={"request_id", "time"}).ask

    assert [question for question in asked if question not in rest] == list(asked[:2])


def test_it_says_in_both_languages_that_it_is_not_from_the_vendor() -> None:
    assert "not from the vendor" in advice_for(404, "en").ours
    assert "并非来自厂商" in advice_for(404, "zh-Hans").ours


NO_SOLUTION = """\
-
N/A
无
暂无
Contact the administrator.
Please contact the administrator
Please contact the service provider for assistance.
Please submit a service ticket to contact customer service.
Open a support case with your provider.
Contact customer service or technical support.
Contact your account manager.
Contact O&M personnel.
For details, see the returned error message or contact customer service.
Try again later. If the operation fails again, contact the administrator.
If the problem persists, submit a service ticket.
The quota record does not exist. Please contact the administrator.
Retry. If the error persists, contact technical support engineers to locate the fault.
请联系管理员。
请联系技术支持人员处理。
请提交工单。
请稍后重试。如果问题仍然存在，请联系客服。
系统内部错误，请联系运维人员
請聯絡客服""".splitlines()

REAL_SOLUTION = """\
Try again later.
请稍后重试。
Check the disk status or contact customer service to change the disk status.
Please contact the administrator to increase the quota.
Contact the owner of the image to share it with you.
Create a support group first.
Delete the case and use another name.
请检查参数，如仍失败请联系客服。
请联系管理员增加配额。""".splitlines()


@pytest.mark.parametrize("text", NO_SOLUTION)
def test_to_contact_somebody_is_no_solution(text: str) -> None:
    assert not is_real_solution(text)


@pytest.mark.parametrize("text", REAL_SOLUTION)
def test_something_to_do_is_a_solution(text: str) -> None:
    assert is_real_solution(text)


def test_the_text_that_the_reader_gets_to_see_decides() -> None:
    mixed = entry(solution={"en": "Contact the administrator.", "zh-Hans": "请删除磁盘。"})

    assert not has_real_solution(mixed, "en")
    assert has_real_solution(mixed, "zh")
    assert not has_real_solution(entry(solution={"en": "Contact the administrator."}), "zh")
    assert not has_real_solution(entry(solution={"en": ""}), "en")
    assert not has_real_solution(entry(), "en")


@pytest.mark.parametrize(
    "texts, language, tag",
    [
        ({"en": "a", "zh-Hans": "b"}, "zh", "zh-Hans"),
        ({"en": "a", "zh-Hant": "b"}, "zh-Hans", "zh-Hant"),
        ({"en": "", "de": "b"}, "en", "de"),
        ({"en": "a", "de": "b"}, "zh", "en"),
        ({"en-GB": "a", "de": "b"}, "en", "en-GB"),
    ],
)
def test_the_nearest_language_is_taken(texts: dict[str, str], language: str, tag: str) -> None:
    assert best_text(texts, language) == (tag, texts[tag])


def test_no_text_at_all_is_said() -> None:
    assert best_text({"en": ""}, "en") is None


@pytest.mark.parametrize(
    "tag, language", [("en", "en"), ("en-US", "en"), ("zh_CN", "zh-Hans"), ("ZH-Hant", "zh-Hans")]
)
def test_language_tags(tag: str, language: str) -> None:
    assert language_of(tag) == language


def test_a_language_we_do_not_write_is_refused_with_the_ones_we_do() -> None:
    with pytest.raises(BadInput, match=r"'de'.*en, zh"):
        advice_for(404, "de")


@given(st.text(max_size=300), st.none() | st.integers(-5, 2000))
def test_no_text_and_no_status_breaks_it(text: str, status: int | None) -> None:
    found = advice_for(entry(message=text, status=status), "zh")

    assert bool(found.because) == (found.move is not Move.UNCLEAR)
    assert is_real_solution(text) in (True, False)


@pytest.mark.parametrize(
    "piece", ["contact the ", "请联系", "no access ", "invalid the a or ", "for details see ", "没有"]
)
def test_long_repetitions_are_judged_at_once(piece: str) -> None:
    text = piece * 400

    assert advice_for(entry(message=text, status=400), "en").steps
    is_real_solution(text[:1900])
    action_in(text)
    advice_for(entry(message="", solution={"en": text}), "en")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_who_is_known_but_not_allowed_is_not_sent_to_log_in_first(language):
    unknown, refused = advice_for(401, language), advice_for(403, language)
    assert unknown.move == refused.move == Move.PERMISSION
    assert unknown.steps[0] != refused.steps[0]
    assert sorted(unknown.steps) == sorted(refused.steps)
    assert ("log in" if language == "en" else "登录") in unknown.steps[0]
    assert ("roles" if language == "en" else "角色") in refused.steps[0]
