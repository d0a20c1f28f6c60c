import statistics
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from index.catalogue import catalogue_id, entry_id
from index.entry import CatalogueEntry, Source
from index.errors import BadInput
from index.redact import find_secrets, mask
from index.reports import Confidence, Explanation, Match, MatchedError, ReportedError
from index.ticket.targets.servicenow import LIMIT
from index.ticket.targets.table import TARGETS
from index.ticket.templates.store import TemplateStore
from index.ticket.writer import TicketOptions, TicketText, ticket_of_entry, ticket_of_payload

CATALOGUE = catalogue_id("Example Cloud", "Disks")
NAMES = "text, markdown, html, jira-wiki, jira-cloud, zendesk, servicenow, servicenow-code, freshdesk, slack, teams"


def entry(code: str = "Disk.7", ordinal: int = 1, **fields: object) -> CatalogueEntry:
    whole: dict[str, object] = {
        "status": 409,
        "message": "disk ''{0}'' is attached to {1}",
        "description": {"en": "The disk {0} is in use.", "zh-Hans": "磁盘 {0} 正在使用。"},
        "solution": {"en": "Detach {0} from {1}. Try again."},
        "steps": {"en": ("Detach {0} from {1}.", "Try again.")},
        "source": Source(title="Error codes", updated="2024-01-31", url="disks.html"),
        **fields,
    }
    return CatalogueEntry(
        id=entry_id(CATALOGUE, code, ordinal),
        catalogue=CATALOGUE,
        provider="Example Cloud",
        service="Disks",
        code=code,
        **whole,  # type: ignore[arg-type] - the fields are those of the entry
    )


def error(
    code: str | None,
    *entries: CatalogueEntry,
    message: str | None = "disk 'd-1' is attached to web-1",
    ids: tuple[str, ...] = (),
    confidence: Confidence = Confidence.CERTAIN,
    status: int | None = None,
    closest: tuple[str, ...] = (),
) -> MatchedError:
    reported = ReportedError(code=code, message=message, request_ids=ids, status=status)
    matches = tuple(Match(entry=found, reason="code", values=("d-1", "web-1")) for found in entries)
    return MatchedError(
        error=reported, known=bool(entries), confidence=confidence, matches=matches, closest=closest
    )


def explained(*errors: MatchedError, text: str = "", ids: tuple[str, ...] = ()) -> Explanation:
    secrets = find_secrets(text)
    return Explanation(
        text=text, errors=errors, request_ids=ids, secrets=secrets, redacted=mask(text, secrets)
    )


def written(
    explanation: Explanation, chosen: dict[int, object] | None = None, **options: object
) -> TicketText:
    return ticket_of_payload(
        explanation,
        chosen=chosen,  # type: ignore[arg-type] - ids are texts
        options=TicketOptions(**options),  # type: ignore[arg-type] - the fields are those of the options
    )


def test_a_ticket_says_everything_that_is_known() -> None:
    text = written(explained(error("Disk.7", entry(), ids=("req-1",))), note="Called back.").text

    for part in (
        "Disk.7: Disks, Example Cloud",
        "HTTP status: 409 Conflict",
        "disk 'd-1' is attached to web-1",
        "Values: d-1, web-1",
        "The disk d-1 is in use.",
        "1. Detach d-1 from web-1.",
        "2. Try again.",
        "Request ID: req-1",
        '"Error codes", page of 2024-01-31 disks.html',
        "Called back.",
    ):
        assert part in text
    assert "not from the vendor" not in text
    assert "not confirmed" not in text


def test_an_entry_without_a_solution_gets_our_advice_marked_as_ours() -> None:
    nothing = written(explained(error("Disk.7", entry(solution={}, steps={}), ids=("req-1",)))).text
    contact = written(explained(error("Disk.7", entry(solution={"en": "Contact the administrator."})))).text

    for text in (nothing, contact):
        assert "What to do (advice from Error Desk, not from the vendor)" in text
        assert "Which region" in text
    assert "The vendor gives no solution" in nothing
    assert "request id (or trace id)" not in nothing  # it is known already
    assert "All that the vendor says: Contact the administrator." in contact
    assert "request id (or trace id)" in contact


def test_an_unconfirmed_choice_is_called_so_until_it_is_confirmed() -> None:
    first, second = entry(), entry(ordinal=2, description={"en": "Another meaning."})
    explanation = explained(error("Disk.7", first, second, confidence=Confidence.CHOOSE))

    assert "one of 2 possible entries, not confirmed" in written(explanation).text
    confirmed = written(explanation, {0: second.id}).text
    assert "not confirmed" not in confirmed
    assert "Another meaning." in confirmed
    assert "2 个可能条目之一，尚未确认" in written(explanation, language="zh").text


def test_a_choice_that_there_is_not_is_refused() -> None:
    explanation = explained(error("Disk.7", entry()))

    with pytest.raises(BadInput, match="no error number 3; the text has 1"):
        written(explanation, {3: "x"})
    with pytest.raises(BadInput, match="'x' is not among the matches of Disk"):
        written(explanation, {0: "x"})


def test_several_errors_stand_in_one_text_and_mentions_come_last() -> None:
    explanation = explained(
        error("Disk.7", entry(), ids=("req-1",)),
        error("Disk.8", message=None, closest=("Disk.7",), status=500),
        error("Disk.9", entry("Disk.9"), confidence=Confidence.WEAK),
        ids=("req-1", "req-2"),
    )

    text = written(explanation).text
    assert "2 errors: Disk.7, Disk.8" in text
    assert text.index("1. Disk.7: Disks") < text.index("2. Disk.8: not in the catalogues")
    assert "Similar codes: Disk.7" in text
    assert "Nothing below comes from the vendor" in " ".join(text.split())
    assert "Further request IDs: req-2" in text
    assert "Also mentioned: Disk.9" in text
    assert "3. " not in text.partition("Disk.8: not")[0]


def test_where_there_are_only_mentions_they_are_told_of_as_such() -> None:
    text = written(explained(error("Disk.9", entry("Disk.9"), confidence=Confidence.WEAK))).text

    assert "only mentioned" in text
    assert "Detach d-1" in text


def test_an_error_without_a_code_and_a_text_without_errors() -> None:
    assert "Error without a code" in written(explained(error(None, message="it broke"))).text
    assert written(explained()).text.startswith("0 errors")


def test_the_status_of_the_text_goes_before_that_of_the_page() -> None:
    assert "500 Internal Server Error" in written(explained(error("Disk.7", entry(), status=500))).text


def test_a_text_that_exists_in_the_other_language_only_is_given_and_called_so() -> None:
    chinese = written(explained(error("Disk.7", entry())), language="zh")

    assert "磁盘 d-1 正在使用。" in chinese.text
    assert "Detach d-1 from web-1." in chinese.text
    assert chinese.text.count("（仅有英文）") == 1
    assert chinese.languages == ("en", "zh-Hans")
    only = entry(description={"zh-Hans": "磁盘 {0} 正在使用。"}, solution={}, steps={})
    english = written(explained(error("Disk.7", only)))
    assert "(only available in Chinese)" in english.text
    assert english.languages == ("zh-Hans",)


def test_an_entry_alone_gives_a_ticket_too() -> None:
    plain = ticket_of_entry(entry(), options=TicketOptions()).text
    filled = ticket_of_entry(entry(), values=["d-9", "web-9"], options=TicketOptions()).text
    told = ticket_of_entry(
        entry(), values=["d-9", "web-9"], message="DISK d-9!", options=TicketOptions()
    ).text

    assert "disk '{0}' is attached to {1}" in plain
    assert "Message\n-------" in plain
    assert "disk 'd-9' is attached to web-9" in filled
    assert "Message as received" in filled
    assert "DISK d-9!" in told


SECRET = "EXAMPLEsecret0123456789"
PAYLOAD = f'{{"error_code": "Disk.7", "password": "{SECRET}", "user": "ann@example.com"}}'


def test_secrets_are_hidden_everywhere_counted_and_shown_on_wish() -> None:
    told = error("Disk.7", entry(), message=f"cannot log in ann@example.com with {SECRET}", ids=(SECRET,))
    explanation = explained(told, text=PAYLOAD)

    for target in TARGETS:
        ticket = written(explanation, target=target.name, note=f"tried {SECRET} twice")
        for text in (ticket.text, ticket.html or "", ticket.markdown or ""):
            assert SECRET not in text
            assert "ann@example.com" not in text
        assert ticket.secrets == 2
        assert ticket.placeholders == ("<e-mail>", "<password>")
    shown = written(explanation, note=f"tried {SECRET} twice", shown=("<password>",))
    assert SECRET in shown.text
    assert "<e-mail>" in shown.text
    assert shown.secrets == 1
    assert shown.placeholders == ("<e-mail>", "<password>")


def test_the_same_secret_has_the_same_placeholder_throughout() -> None:
    ticket = ticket_of_entry(
        entry(message="login with %s failed."),
        values=[f"password={SECRET}"],
        options=TicketOptions(note=f"password={SECRET}"),
    )

    assert ticket.secrets == 1
    assert ticket.placeholders == ("<password>",)


def test_what_there_is_none_of_is_refused_with_what_there_is() -> None:
    explanation = explained(error("Disk.7", entry()))

    with pytest.raises(BadInput, match=f"no target 'fax'; there are: {NAMES}"):
        written(explanation, target="fax")
    with pytest.raises(BadInput, match="no template 'poem'; there are: chat, customer-reply"):
        written(explanation, template="poem")
    with pytest.raises(BadInput, match="no language 'de'"):
        written(explanation, language="de")


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_each_target_gives_its_own_kinds(target: object) -> None:
    name = getattr(target, "name", "")
    ticket = written(explained(error("Disk.7", entry())), target=name)

    assert ticket.target == name
    assert (ticket.html is not None) == (
        name in {"html", "jira-cloud", "zendesk", "freshdesk", "slack", "teams"}
    )
    assert (ticket.markdown is not None) == (name in {"markdown", "jira-cloud", "zendesk"})
    if name == "zendesk":
        assert "\n" not in (ticket.html or "\n")
        assert "1. Detach" in ticket.text


def _as_a_browser_counts(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("count", [1700, 1800, 1900])
def test_an_emoji_counts_as_two(count: int) -> None:
    text = written(
        explained(error("Disk.7", entry(), message="\U0001f525" * count)), target="servicenow"
    ).text
    assert _as_a_browser_counts(text) <= LIMIT


@pytest.mark.parametrize("target", ["servicenow", "servicenow-code"])
def test_a_long_ticket_is_cut_by_sections_with_a_note(target: str) -> None:
    errors = [error(f"Disk.{n}", entry(f"Disk.{n}"), ids=(f"req-{n}",)) for n in range(30)]
    text = written(explained(*errors), target=target).text

    assert _as_a_browser_counts(text) <= LIMIT
    assert "Left out, to stay within 4,000 characters:" in text
    assert "Disk.29: Disks, Example Cloud" in text.partition("Left out")[2]


@pytest.mark.parametrize("target", ["servicenow", "servicenow-code"])
def test_a_long_message_is_cut_before_any_section_is(target: str) -> None:
    many = "<&x> \U0001f525 " * 2000  # which a browser counts as two
    text = written(explained(error("Disk.7", entry(), message=many)), target=target).text

    assert _as_a_browser_counts(text) <= LIMIT
    assert "characters left out" in text
    assert "Detach d-1 from web-1." in text
    if target.endswith("code"):
        assert text.startswith("[code]<div")
        assert text.endswith("</div>[/code]")


@pytest.mark.parametrize("name", [template.name for template in TemplateStore().templates()])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_template_goes_with_every_target(name: str, language: str) -> None:
    explanation = explained(error("Disk.7", entry(), ids=("req-1",)), error("Disk.8", message=None))
    for target in TARGETS:
        ticket = written(explanation, target=target.name, template=name, language=language, note="N*te")
        assert "Disk.7" in ticket.text


def test_a_template_of_ones_own_is_used(tmp_path: Path) -> None:
    TemplateStore(tmp_path).save("internal", "# Mine\n\n{{ error.message }} in {{ region }}")
    explanation = explained(error("Disk.7", entry(), message="**x** <b>"))

    ticket = written(explanation, target="markdown", templates=tmp_path)
    assert ticket.text == "# Mine\n\n\\*\\*x\\*\\* \\<b\\> in \\[region?\\]\n"


def test_the_standard_form_needs_no_template_engine() -> None:
    code = (
        "import sys\n"
        "from index.ticket.writer import TicketOptions, ticket_of_payload\n"
        "from index.reports import Explanation\n"
        "ticket_of_payload(Explanation(text=''), options=TicketOptions())\n"
        "print([name for name in sys.modules if name.split('.')[0] in {'jinja2', 'PySide6', 'whoosh', 'docutils'}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_a_ticket_is_written_well_within_its_hundred_milliseconds() -> None:
    many = [error(f"Disk.{n}", entry(f"Disk.{n}"), ids=(f"req-{n}",)) for n in range(5)]
    explanation = explained(*many, text=PAYLOAD * 20)
    times: list[float] = []
    for _ in range(4):
        for target in TARGETS:
            start = time.process_time()
            written(explanation, target=target.name)
            times.append(time.process_time() - start)

    assert statistics.quantiles(times, n=20)[-1] < 0.1


def test_options_have_what_the_command_line_leaves_out() -> None:
    assert msgspec.structs.asdict(TicketOptions()) == {
        "target": "text",
        "template": "internal",
        "language": "en",
        "note": "",
        "shown": (),
        "templates": None,
    }


def common(*, foreign: bool = False) -> MatchedError:
    possible = tuple(
        Match(entry=entry("Broken", number, message="broken"), reason="common code") for number in (1, 2)
    )
    found = error("Broken", message="It broke.")
    return msgspec.structs.replace(found, possible=possible, foreign=foreign)


@pytest.mark.parametrize(
    "language, title, said",
    [
        ("en", "Broken: common code, service not known", "nothing in the text says that it comes from"),
        ("zh", "Broken：通用错误码，服务未知", "文本中没有内容表明它来自"),
    ],
)
def test_a_common_code_is_neither_called_absent_nor_one_services(
    language: str, title: str, said: str
) -> None:
    options = TicketOptions(language=language, target="markdown")
    text = ticket_of_payload(explained(common()), options=options).text.replace("\\", "")
    assert title in text
    assert said in text
    assert "Disks (Example Cloud)" in text
    for wrong in ("not in the catalogues", "目录中没有", "Similar codes", "相近的错误码", "Detach"):
        assert wrong not in text


def test_a_common_code_of_a_text_of_another_product_says_that() -> None:
    plain = TicketOptions(target="markdown")
    text = ticket_of_payload(explained(common(foreign=True)), options=plain).text
    assert "speaks of another product than Disks" in text
    assert "none confirmed" not in text


@pytest.mark.parametrize(
    "language, said", [("en", "confirmed by the engineer"), ("zh", "由工程师确认")], ids=["en", "zh"]
)
def test_a_common_code_with_a_row_confirmed_by_hand_carries_that_row(language: str, said: str) -> None:
    found = common()
    chosen = found.possible[1].entry.id
    text = ticket_of_payload(
        explained(found), chosen={0: chosen}, options=TicketOptions(language=language, target="markdown")
    ).text
    assert said in text
    assert "Disks" in text
    assert "It broke" in text
    assert "nothing in the text" not in text


@pytest.mark.parametrize("template", ["customer-reply", "escalation", "chat"])
def test_no_template_says_that_a_vendor_of_a_common_code_says_nothing(template: str) -> None:
    options = TicketOptions(template=template, target="markdown")
    text = ticket_of_payload(explained(common()), options=options).text
    assert "gives no solution" not in text
    assert "No solution from the vendor" not in text
    assert "none confirmed" in text


@pytest.mark.parametrize(
    "count, title",
    [
        (4, "4 errors: A.1, A.2, A.3, A.4"),
        (5, "5 errors: A.1, A.2, A.3, A.4, A.5"),
        (6, "6 errors: A.1, A.2, A.3, A.4, and 2 more"),
    ],
)
def test_the_title_names_the_codes_as_long_as_they_are_few(count: int, title: str) -> None:
    found = explained(*(error(f"A.{n}") for n in range(1, count + 1)))
    assert ticket_of_payload(found, options=TicketOptions()).text.startswith(title)
