"""The held-out payloads are well formed and cover every family of shapes, damages and secrets."""

import collections
import itertools
import json
import pathlib
from typing import Any

import pytest

CASES_FOLDER = pathlib.Path(__file__).parents[1] / "data" / "payloads"

SHAPES = """
hw_flat hw_error_object hw_code_message hw_array hw_job terraform_hw terraform_list terraform_debug
golangsdk_expected golangsdk_cut hw_sdk_python hw_sdk_java hw_sdk_go hw_sdk_php hw_sdk_net koocli swr_array
swr_errors swr_single docker docker_registry obs_xml s3_xml openstack_fault openstack_cli openstack_python
ali_json ali_roa ali_xml ali_xml_oss ali_python_tea ali_java ali_java_tea ali_go_old ali_go_tea ali_net ali_node
ali_php ali_cli ali_troubleshoot tencent_json tencent_python tencent_java aws_python aws_java aws_xml azure_json azure_cli
google_rpc google_go grpc_text problem_json k8s_status k8s_text k8s_event graphql curl_i curl_v powershell postman
logfmt syslog csv yaml long_log bare_code multi message_only choice other_product status_differs unknown_code
mentioned nothing secrets
"""

DAMAGES = """
log_prefix line_prefix box_drawing escaped_json escaped_twice escaped_3 escaped_4 python_repr java_map
java_tostring go_struct node_inspect html smart_quotes fullwidth zero_width bom nbsp ansi mojibake
quoted_printable email_quote wrapped wrapped_midword markdown jira slack teams autolink truncated
bodies_in_a_row ndjson json5 base64 url ocr repeated masked case_changed
"""

Case = dict[str, Any]


@pytest.fixture(scope="module", params=["held_out.jsonl", "blind.jsonl"])
def cases(request: pytest.FixtureRequest) -> list[Case]:
    lines = (CASES_FOLDER / request.param).read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_there_are_enough_cases_and_each_has_its_own_id(cases: list[Case]) -> None:
    counts = collections.Counter(case["id"] for case in cases)
    assert len(cases) >= 120
    assert [name for name, count in counts.items() if count > 1] == []


def test_no_two_cases_paste_the_same_text(cases: list[Case]) -> None:
    assert len({case["text"] for case in cases}) == len(cases)


def test_every_family_of_shapes_is_present(cases: list[Case]) -> None:
    assert set(SHAPES.split()) - {case["shape"] for case in cases} == set()


def test_every_damage_is_present(cases: list[Case]) -> None:
    present = set(itertools.chain.from_iterable(case.get("damage", []) for case in cases))
    assert set(DAMAGES.split()) - present == set()


def test_enough_cases_hold_secrets_and_enough_hold_nothing(cases: list[Case]) -> None:
    assert sum(bool(case["expect"]["secrets"]) for case in cases) >= 25
    assert sum(case["shape"] == "nothing" for case in cases) >= 10
    assert all(not case["expect"]["errors"] for case in cases if case["shape"] == "nothing")


def test_every_secret_and_every_text_open_to_masking_stands_in_its_paste(cases: list[Case]) -> None:
    for case in cases:
        hidden = case.get("kind") == "hidden_in_base64"
        wanted = case["expect"]["secrets"] + case["expect"].get("review", [])
        assert [text for text in wanted if text not in case["text"] and not hidden] == [], case["id"]


def test_codes_and_ids_stand_in_undamaged_pastes(cases: list[Case]) -> None:
    for case in cases:
        if case.get("damage"):
            continue
        errors = [error for error in case["expect"]["errors"] if not error.get("by_message")]
        codes = [error["code"] for error in errors if error["code"] and not error.get("optional")]
        wanted = codes + case["expect"]["request_ids"]
        assert [text for text in wanted if text.casefold() not in case["text"].casefold()] == [], case["id"]


def test_every_expected_error_states_what_is_judged(cases: list[Case]) -> None:
    for case in cases:
        for error in case["expect"]["errors"]:
            assert error.keys() >= {"code", "status", "message", "known", "params"}, case["id"]
            assert not error["known"] or error.get("expect_row") or error.get("expect_rows"), case["id"]
            assert error["status"] is None or 100 <= error["status"] < 600, case["id"]


def test_values_stand_in_their_message_in_order(cases: list[Case]) -> None:
    for case in cases:
        for error in case["expect"]["errors"]:
            start = 0
            for value in error["params"] or []:
                start = error["message"].index(value, start) + len(value)
