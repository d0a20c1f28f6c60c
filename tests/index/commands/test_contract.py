"""The command line contract: names, JSON keys, exit statuses, and one clear line for what cannot be used."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index.commands.main import no_subcommand
from index.hits import Answer
from index.query import Query
from index.search.engine import SearchEngine

Desk = Callable[..., Any]

ENTRY_KEYS = {
    *(
        "id",
        "catalogue",
        "provider",
        "service",
        "code",
        "status",
        "message",
        "description",
        "solution",
        "steps",
    ),
    *("also_codes", "aliases", "source"),
}
ERROR_KEYS = {
    *(
        "code",
        "status",
        "message",
        "values",
        "request_ids",
        "span",
        "known",
        "confidence",
        "matches",
        "closest",
    ),
}
SWR = '[{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context","detail":""}]'


def test_show_prints_every_row_of_a_code(desk: Desk) -> None:
    ran = desk("show", "ecs.1000", "--json")
    assert ran.status == 0
    assert set(ran.json) == {"code", "entries", "did_you_mean"}
    assert [entry["status"] for entry in ran.json["entries"]] == [400, 404]
    assert set(ran.json["entries"][0]) >= ENTRY_KEYS


@pytest.mark.parametrize("asked", ["ecs 219", "ECS-0219", "Ｅｃｓ.0219", "ecs219"])
def test_show_forgives_case_separators_and_zeros(desk: Desk, asked: str) -> None:
    assert [entry["code"] for entry in desk("show", asked, "--json").json["entries"]] == ["Ecs.0219"]


def test_show_names_the_nearest_codes_of_an_unknown_one(desk: Desk) -> None:
    ran = desk("show", "VSwichNotExists", "--json")
    assert ran.status == 1
    assert ran.json["entries"] == []
    assert "VSwitchNotExists" in ran.json["did_you_mean"]


def test_show_for_people_names_code_status_service_and_solution(desk: Desk) -> None:
    ran = desk("show", "Pdp.0001")
    assert "Pdp.0001  403  Open Telekom Cloud · ECS" in ran.out
    assert "Add permissions on IAM" in ran.out


def test_search_answers_by_contract(desk: Desk) -> None:
    ran = desk("search", "Ecs.0219", "--json")
    assert ran.status == 0
    assert set(ran.json) == {"query", "total", "weak", "did_you_mean", "took_ms", "hits"}
    assert set(ran.json["hits"][0]) == {"entry", "reason", "values", "score"}
    assert ran.json["hits"][0]["reason"] == "code"
    assert ran.json["hits"][0]["entry"]["code"] == "Ecs.0219"


def test_search_filters_narrow_and_total_counts_all(desk: Desk) -> None:
    every = desk("search", "quota", "--json", "--limit", "3").json
    assert len(every["hits"]) == 3 < every["total"]
    only = desk("search", "quota", "--json", "--service", "ECS", "--status", "4xx", "--limit", "100").json
    assert 0 < only["total"] < every["total"]
    assert {hit["entry"]["service"] for hit in only["hits"]} == {"ECS"}
    assert {hit["entry"]["status"] // 100 for hit in only["hits"]} == {4}


def test_search_that_finds_nothing_says_so_with_status_1(desk: Desk) -> None:
    ran = desk("search", "Ecs.0219", "--service", "WebPlus", "--json")
    assert (ran.status, ran.json["hits"]) == (1, [])


@pytest.mark.parametrize("asked", [("quota service:nosuch",), ("quota", "--service", "nosuch")])
def test_search_names_a_service_that_nobody_has_and_those_there_are(
    desk: Desk, asked: tuple[str, ...]
) -> None:
    ran = desk("search", *asked)
    assert ran.status == 1
    assert "no service is called 'nosuch'; there are: ECS," in ran.err


def test_search_answers_lines_in_order_and_goes_on_after_a_bad_one(desk: Desk) -> None:
    lines = [
        '{"id":"a","query":"Ecs.0219"}',
        "",
        "not json",
        '{"id":7}',
        "[]",
        '{"query":"pdp0001"}',
        '{"id":"z","query":"\\ud800"}',
    ]
    ran = desk("search", "--jsonl", "--limit", "1", stdin="\n".join(lines))
    assert ran.status == 0
    first, bad, textless, listed, nameless, surrogate = ran.lines
    assert (first["id"], first["hits"][0]["entry"]["code"]) == ("a", "Ecs.0219")
    # the number is that of the line in the file, blank ones counted
    assert bad == {"error": "line 3 is not a JSON document"}
    assert textless == {"id": 7, "error": "line 4 has no text under 'query'"}
    assert listed == {"error": "line 5 is not a JSON object"}
    assert "id" not in nameless
    assert nameless["hits"][0]["entry"]["code"] == "Pdp.0001"
    assert surrogate["id"] == "z"


def test_explain_names_the_row_of_the_swr_array(desk: Desk) -> None:
    ran = desk("explain", "--json", stdin=SWR)
    assert ran.status == 0
    assert set(ran.json) == {"errors", "request_ids", "secrets", "redacted"}
    (error,) = ran.json["errors"]
    assert set(error) == ERROR_KEYS
    assert (error["code"], error["status"], error["confidence"]) == ("SVCSTG.SWR.4001048", None, "certain")
    assert SWR[slice(*error["span"])] == "SVCSTG.SWR.4001048"
    (match,) = error["matches"]
    assert match["entry"]["description"]["en"] == "Failed to obtain the token."


@pytest.mark.parametrize(
    "message, status, values",
    [
        ("itemNotFound: 7f3a could not be found.", 404, None),
        ("Failed to call the Nova API because timeout.", 400, ["timeout"]),
    ],
)
def test_explain_chooses_the_row_by_message(
    desk: Desk, message: str, status: int, values: list[str] | None
) -> None:
    ran = desk("explain", "--json", stdin=json.dumps({"error": {"code": "Ecs.1000", "message": message}}))
    (error,) = ran.json["errors"]
    assert [match["entry"]["status"] for match in error["matches"]] == [status]
    if values is not None:
        assert error["values"] == values


def test_explain_says_of_a_common_code_whose_it_may_be(desk: Desk) -> None:
    common = '{"Code":"InternalError","Message":"It broke in a way of its own.","Success":false}'
    ran = desk("explain", stdin=common)
    assert "WebPlus (Alibaba Cloud) has this code, and other services too" in ran.out
    assert "not in any catalogue" not in ran.out
    assert "nearest" not in ran.out
    (error,) = desk("explain", "--json", stdin=common).json["errors"]
    assert (error["known"], error["matches"], error["closest"]) == (False, [], [])
    ran = desk("explain", stdin="botocore " + common)
    assert "but the text speaks of another product" in ran.out


def test_explain_reads_a_file_and_lines(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "paste.json"
    file.write_text(SWR)
    assert desk("explain", file, "--json").json["errors"][0]["code"] == "SVCSTG.SWR.4001048"
    ran = desk(
        "explain",
        "--jsonl",
        stdin=json.dumps({"id": "a", "text": SWR}) + "\n" + json.dumps({"id": "b", "text": ""}),
    )
    assert [(line["id"], len(line["errors"])) for line in ran.lines] == [("a", 1), ("b", 0)]


def test_an_answer_is_one_line_by_any_notion_of_a_line(desk: Desk) -> None:
    text = '{"error_code":"Abc.0042","error_msg":"one\x85two\u2028three"}'
    ran = desk("explain", "--jsonl", stdin=json.dumps({"id": "a", "text": text}))
    assert len(ran.out.splitlines()) == 1
    assert ran.json["errors"][0]["code"] == "Abc.0042"


def test_explain_keeps_secrets_out_of_the_redacted_text(desk: Desk) -> None:
    ran = desk("explain", "--json", stdin='{"error_code":"Ecs.0046","adminPass":"Example#1"}')
    assert ran.json["secrets"] == 1
    assert "Example#1" not in ran.json["redacted"]


def test_ticket_holds_the_code_and_no_secret(desk: Desk) -> None:
    ran = desk("ticket", "--json", stdin=SWR[:-2] + ',"adminPass":"Example#1"}]')
    assert ran.status == 0
    assert set(ran.json) >= {"target", "text", "secrets"}
    assert "SVCSTG.SWR.4001048" in ran.json["text"]
    assert "Example#1" not in ran.out


def test_ticket_of_a_code_and_in_markdown(desk: Desk) -> None:
    plain = desk("ticket", "--code", "Ecs.0219")
    marked = desk("ticket", "--code", "Ecs.0219", "--target", "markdown", "--lang", "zh")
    assert plain.status == marked.status == 0
    assert "Ecs.0219" in plain.out
    assert plain.out != marked.out


def test_unknown_ticket_target_is_refused_by_name(desk: Desk) -> None:
    ran = desk("ticket", "--code", "Ecs.0219", "--target", "fax")
    assert ran.status == 2
    assert "fax" in ran.err
    assert "markdown" in ran.err


def test_catalogues_are_listed_and_exported(desk: Desk) -> None:
    listed = desk("catalogues", "--json").json["catalogues"]
    assert sum(catalogue["entries"] for catalogue in listed) == 690
    assert all(
        set(one) == {"id", "provider", "service", "title", "updated", "entries"} | {"url"} for one in listed
    )
    exported = desk("catalogues", "export", "huawei-cloud.swr").lines
    assert (exported[0]["pack"], exported[0]["entries"], len(exported)) == (1, 188, 189)
    assert "code" not in exported[0]


def test_a_pack_can_be_imported_found_and_removed(fresh_desk: Desk, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Moon Cloud Rover error codes\n\n|Code|HTTP|Message|\n|-|-|-|\n|Rover.0001|400|The wheel %s is stuck.|\n"
    )
    dry = fresh_desk("import", page, "--provider", "Moon Cloud", "--service", "Rover", "--dry-run", "--json")
    assert [entry["code"] for entry in dry.json["documents"][0]["entries"]] == ["Rover.0001"]
    assert fresh_desk("show", "Rover.0001").status == 1
    done = fresh_desk("import", page, "--provider", "Moon Cloud", "--service", "Rover", "--json")
    assert (done.status, done.json["documents"][0]["new"]) == (0, 1)
    assert "entries" not in done.json["documents"][0]
    assert fresh_desk("show", "rover 1").status == 0
    assert fresh_desk("search", "wheel", "--json").json["hits"][0]["entry"]["code"] == "Rover.0001"
    assert fresh_desk("catalogues", "remove", "moon-cloud.rover").status == 0
    assert fresh_desk("show", "Rover.0001").status == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["search"],
        ["search", "x", "--limit", "-1"],
        ["search", "x", "--jsonl"],
        ["explain", "no-such-file"],
        ["explain", "--jsonl", "no-such-file"],
        ["import", "no-such-file"],
        ["import", "x", "--map", "code"],
        ["catalogues", "remove"],
        ["catalogues", "remove", "huawei-cloud.swr"],
        ["catalogues", "export", "nobody.nothing"],
        ["ticket", "no-such-file"],
        ["ticket", "--code", "Ecs.0219", "--template", "nothing"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_one_line_and_status_2(desk: Desk, arguments: list[str]) -> None:
    ran = desk(*arguments)
    assert ran.status == 2
    assert len((ran.err or ran.out).strip().splitlines()) == 1
    assert "Traceback" not in ran.err


BAD_TEXTS = {
    "empty": b"",
    "blank": b" \n\t\n",
    "random": bytes((i * i * 7 + i // 3) % 256 for i in range(1_000_000)),
    "deep": b"[" * 100_000 + b"]" * 100_000,
    "deep objects": b'{"a":' * 100_000,
    "nul": b"\0" * 1000,
    "surrogates": "\ud800\udfff".encode("utf-8", "surrogatepass"),
    "long line": b"a" * 1_000_000,
}


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_text_without_an_error_is_said_plainly(desk: Desk, name: str) -> None:
    ran = desk("explain", stdin=BAD_TEXTS[name])
    assert ran.status == 1
    assert "No error" in ran.out
    assert ran.err == ""


def test_cache_that_cannot_be_used_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    env = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_DATA_HOME": str(tmp_path / "data")}
    ran = subprocess.run(
        [sys.executable, "-m", "desk.start", "search", "quota"],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert len(ran.stderr.strip().splitlines()) == 1
    assert str(tmp_path / "cache") in ran.stderr


_PROCESS = """
import io, sys
from desk.start import main
given = sys.stdin.buffer.read()
for line in sys.argv[1].split(";"):
    sys.argv[1:] = line.split()
    sys.stdin = io.TextIOWrapper(io.BytesIO(given))
    assert not main(), line
    print("loaded", line, *{name.partition(".")[0] for name in sys.modules}, file=sys.stderr)
"""


@pytest.fixture
def loaded_by(tmp_path: Path, bundled_cache: Path) -> Callable[[str], dict[str, set[str]]]:
    """Run subcommands, parted by `;`, in one process; tells by subcommand which packages are loaded then."""

    def run(lines: str) -> dict[str, set[str]]:
        shutil.copytree(bundled_cache, tmp_path / "cache" / "error-desk")
        env = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_DATA_HOME": str(tmp_path / "data")}
        command = [sys.executable, "-c", _PROCESS, lines]
        ran = subprocess.run(
            command, env={**os.environ, **env}, input=SWR, capture_output=True, text=True, check=False
        )
        assert ran.returncode == 0, ran.stderr
        said = [line.split() for line in ran.stderr.splitlines() if line.startswith("loaded ")]
        return {words[1]: set(words[2:]) for words in said}

    return run


def test_no_subcommand_loads_qt(loaded_by: Callable[[str], dict[str, set[str]]]) -> None:
    loaded = loaded_by("search quota;show Ecs.0219;explain;ticket;catalogues")
    assert set(loaded) == {"search", "show", "explain", "ticket", "catalogues"}
    assert {name: found & {"PySide6", "shiboken6"} for name, found in loaded.items()} == {
        name: set() for name in loaded
    }
    assert "whoosh" in loaded["search"], "this looks where things are loaded"


def test_show_stays_lean(loaded_by: Callable[[str], dict[str, set[str]]]) -> None:
    heavy = {"whoosh", "rjieba", "opencc", "rapidfuzz", "jinja2", "docutils", "selectolax"}
    assert loaded_by("show Ecs.0219")["show"] & heavy == set()


@pytest.mark.parametrize("built", [True, False])
def test_search_asks_by_meaning_where_the_vectors_are_built(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, *, built: bool
) -> None:
    asked: list[object] = []

    def search(_engine: SearchEngine, query: Query, **how: object) -> Answer:
        asked.append(how["by_meaning"])
        return Answer(query=str(query))

    monkeypatch.setattr(SearchEngine, "open_meaning", lambda _engine, _folders: built)
    monkeypatch.setattr(SearchEngine, "search", search)
    desk("search", "quota")
    desk("search", "--jsonl", stdin='{"id": 1, "query": "quota"}\n')
    assert asked == [built, built]


def test_a_word_that_is_no_subcommand_is_shown_the_way_to_a_search() -> None:
    said = no_subcommand("disk full")
    assert "error-desk search 'disk full'" in said
    assert "error-desk --query 'disk full'" in said
    assert "catalogues" in said
