"""Golden pairs: tests/data/tickets holds a folder a case, with `case.json` and a file for each target and form.

A case is added by adding its folder; with ERROR_DESK_WRITE_GOLDEN=1 the missing files are written, to be looked at.
"""

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from index.entry import CatalogueEntry
from index.reports import Confidence, Explanation, Match, MatchedError, ReportedError
from index.ticket.compose import compose
from index.ticket.gather import Gatherer
from index.ticket.masking import Masker
from index.ticket.targets.table import TARGETS
from index.ticket.tidy import tidied
from index.ticket.tree import Document
from index.ticket.visible import visible
from index.ticket.writer import TicketOptions, ticket_of_payload

FOLDER = Path(__file__).parents[2] / "data" / "tickets"
CASES = sorted(path.parent.name for path in FOLDER.glob("*/case.json"))
Texts = Callable[[Document], list[str]]
Reader = Callable[[str], list[str]]


class Case(msgspec.Struct):
    language: str
    entry: CatalogueEntry
    message: str | None
    values: tuple[str, ...]
    status: int | None
    request_ids: tuple[str, ...]
    note: str

    def explanation(self) -> Explanation:
        error = ReportedError(
            code=self.entry.code, status=self.status, message=self.message, request_ids=self.request_ids
        )
        match = Match(entry=self.entry, reason="code", values=self.values)
        known = MatchedError(error=error, known=True, confidence=Confidence.CERTAIN, matches=(match,))
        return Explanation(text="", errors=(known,), request_ids=self.request_ids)


def case(name: str) -> Case:
    return msgspec.json.decode((FOLDER / name / "case.json").read_bytes(), type=Case)


HOSTILE = {
    "markup": "**a** __b__ _c_ *d* ~~e~~ `f` ``g`` [h](http://i.j) ![k](l) <b>m</b> <!here> <@U1> &amp; &#42; \\n "
    "{code}o{code} {noformat} {quote} {{p}} [q|http://r] [~s] !t.png! {color:red}u{color} ^v^ ~w~ ??x?? +y+ -z- | || "
    "(y) :) :smile: @channel #123 www.a.bc http://a.bc/d?e=f&g [code]h[/code] </pre></code> --- ... (c) $i$",
    "line starts": "1. a\n- b\n* c\n# d\n> e\nh1. f\nbq. g\n|h|\n||i||\n```\n---\n===\n    j\n{code}\n{noformat}\n[code]",
    "5,000 characters": "0123456789" * 500,
    "5,000 words": "配额 quota " * 556,
    "Chinese": "配额不足，请联系“管理员”（张三）：超过上限【20】。",
    "right to left": "שלום (עולם) מרחבא! العربية \u202egnorts\u202c \u2067x\u2069 abc",
    "emoji": "👍🏽 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ✅ ☎️ 1️⃣ ©",
    "controls": "\x00\x07\x08\x1b[31m\x7f\x85\u2028\u200b\ufeff\u00ad\ud800\ufdd0 x",
}


@pytest.mark.parametrize("target", [target.name for target in TARGETS])
@pytest.mark.parametrize("name", CASES)
def test_golden_pairs(name: str, target: str) -> None:
    given = case(name)
    ticket = ticket_of_payload(
        given.explanation(), options=TicketOptions(target=target, language=given.language, note=given.note)
    )

    for ending, text in (("txt", ticket.text), ("html", ticket.html)):
        path = FOLDER / name / f"{target}.{ending}"
        if os.environ.get("ERROR_DESK_WRITE_GOLDEN") and text is not None and not path.exists():
            path.write_text(text, encoding="utf-8", newline="")
        assert path.exists() == (text is not None)
        if text is not None:
            assert text == path.read_bytes().decode()


def test_there_is_a_case_for_each_bundled_service_and_one_without_a_solution() -> None:
    entries = [case(name).entry for name in CASES]

    assert {entry.service for entry in entries} == {"Workspace", "ECS", "WebPlus", "Organizations", "SWR"}
    assert any(not entry.solution for entry in entries)


def hostile_document(name: str, hostile: str) -> Document:
    """Put a hostile text wherever something from outside can stand, but for the codes."""
    given = case(name)
    entry = msgspec.structs.replace(
        given.entry,
        service=f"S {hostile}",
        description={"en": hostile},
        solution={"en": f"Delete {hostile}"},
        steps={"en": (f"Delete {hostile}", hostile)},
        source=msgspec.structs.replace(given.entry.source, title=hostile, url=hostile),
    )
    changed = msgspec.structs.replace(
        given, entry=entry, message=hostile, values=(hostile,), request_ids=(hostile,), note=hostile
    )
    gatherer = Gatherer("en", Masker())
    return tidied(compose(gatherer.of_payload(changed.explanation(), {}, hostile)))


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("name", CASES)
def test_what_was_put_in_comes_out(
    name: str,
    hostile: str,
    texts_in: Texts,
    read_markdown: Reader,
    read_html: Reader,
    read_slack: Reader,
) -> None:
    document = hostile_document(name, hostile)
    expected = texts_in(document)

    assert "".join(visible(hostile).split()) in "".join(expected)
    for target in TARGETS:
        rendered = target.render(document)
        if rendered.markdown is not None:
            assert read_markdown(rendered.markdown) == expected
        if rendered.html is not None:
            assert read_html(rendered.html) == expected
        if target.name in {"text", "freshdesk", "teams"}:
            assert in_order(expected, rendered.text)
        if target.name == "slack":
            assert "".join(read_slack(rendered.text)) == "".join(expected)


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("name", CASES)
def test_what_was_put_in_comes_out_of_jira(
    name: str, hostile: str, texts_in: Texts, read_jira: Reader
) -> None:
    document = hostile_document(name, hostile)
    jira = next(target for target in TARGETS if target.name == "jira-wiki")

    assert "".join(read_jira(jira.render(document).text)) == "".join(texts_in(document))


def in_order(texts: list[str], written: str) -> bool:
    """Tell whether the texts stand in a plain text one after the other, however it was wrapped."""
    plain = "".join(written.split())
    at = 0
    for text in texts:
        at = plain.find(text, at) + len(text)
        if at < len(text):
            return False
    return True
