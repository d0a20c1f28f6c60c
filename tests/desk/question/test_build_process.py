"""Builds in a child process: progress, success, failure, and an end in the middle."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from desk.question.build_process import BuildProcess
from index.folders import Folders


def _process(tmp_path: object, script: str) -> BuildProcess:
    return BuildProcess(Folders.under(tmp_path), lambda _folders: [sys.executable, "-c", script])


def test_progress_and_success_are_told(qtbot: QtBot, tmp_path: object) -> None:
    steps: list[tuple[int, int]] = []
    build = _process(tmp_path, 'print("a line for people"); print(\'{"done": 1, "total": 2}\')')
    build.progressed.connect(lambda done, total: steps.append((done, total)))
    with qtbot.waitSignal(build.built):
        build.start()
    assert steps == [(1, 2)]
    assert not build.is_running()


def test_a_failure_is_its_last_line(qtbot: QtBot, tmp_path: object) -> None:
    build = _process(tmp_path, "import sys; sys.exit('first\\nthe disk is full')")
    with qtbot.waitSignal(build.failed) as failed:
        build.start()
    assert failed.args == ["the disk is full"]


def test_a_program_that_is_not_there_is_a_failure(qtbot: QtBot, tmp_path: object) -> None:
    build = BuildProcess(Folders.under(tmp_path), lambda _folders: [str(tmp_path) + "/nothing"])
    with qtbot.waitSignal(build.failed):
        build.start()


def test_it_ends_with_the_desk_and_says_nothing(qtbot: QtBot, tmp_path: object) -> None:
    build = _process(tmp_path, "input()")
    build.start()
    qtbot.waitUntil(build.is_running)
    with qtbot.assertNotEmitted(build.failed), qtbot.assertNotEmitted(build.built):
        build.stop()
    assert not build.is_running()


@pytest.mark.parametrize("line", ["{}", "[1]", '{"done": "x", "total": 1}', "\x00"])
def test_odd_lines_are_no_progress(qtbot: QtBot, tmp_path: object, line: str) -> None:
    build = _process(tmp_path, f"print({line!r})")
    with qtbot.assertNotEmitted(build.progressed), qtbot.waitSignal(build.built):
        build.start()


def test_a_refusal_in_its_parts_goes_before_lines_for_people(qtbot: QtBot, tmp_path: object) -> None:
    script = (
        'import sys; print(\'{"template": "{path} is full", "values": {"path": "/x"}}\'); sys.exit(\'line\')'
    )
    build = _process(tmp_path, script)
    with qtbot.waitSignal(build.failed) as failed:
        build.start()
    assert failed.args == ["/x is full"]
