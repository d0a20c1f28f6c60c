"""Reading beside the window: what the child answers, what ends it, and texts of every length give the same."""

import io

import msgspec
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk.payload.explain_child import Question, Reading, receive, send, serve
from desk.payload.worker import SMALL, Paste, PayloadWorker
from index.folders import Folders

BODY = '{"code":"AppNotExist","request_id":"1f3c9a7712de4b6f8e51c2a49b7d6035"}\n{"code":"Ecs.0114","mess'
LONG = "INFO all is well\n" * (SMALL // 16) + BODY


@pytest.fixture
def folders(bundled_folders: Folders) -> Folders:
    return bundled_folders


@pytest.fixture
def worker(qapp: object, folders: Folders):
    made = PayloadWorker(folders, lambda: 1)
    yield made
    made.reopen()


def _read(qtbot: QtBot, worker: PayloadWorker, text: str, *, sure: bool = True) -> object:
    with qtbot.waitSignal(worker.explained) as read:
        worker.read(Paste(number=1, text=text, sure=sure))
    return read.args[1]


def test_the_child_answers_one_question_after_the_other(folders: Folders) -> None:
    questions, answers = io.BytesIO(), io.BytesIO()
    for question in (Question(text=BODY), Question(text="hello there, all", sure=False), Question(text=LONG)):
        send(questions, question)
    questions.write(b"\x00\x00\x00\x00\x00\x00\x00\x09cut")
    questions.seek(0)
    serve(folders, questions, answers)
    answers.seek(0)
    read = [_decoded(receive(answers)) for _ in range(3)]
    assert [len(one.found.errors) if one.found else None for one in read] == [2, None, 2]
    assert [part.cut for part in read[0].found.parts] == [None, 2]
    assert (read[0].found.text, read[0].found.redacted) == ("", "")
    assert receive(answers) is None


def _decoded(raw: bytes | None) -> Reading:
    assert raw is not None
    return msgspec.msgpack.decode(raw, type=Reading)


def test_short_and_long_texts_are_read_alike_and_the_child_stays(qtbot: QtBot, worker: PayloadWorker) -> None:
    short = _read(qtbot, worker, BODY)
    assert worker._child is None
    long = _read(qtbot, worker, LONG)
    child = worker._child
    assert [one.error.code for one in short.errors] == [one.error.code for one in long.errors]
    assert long.text == LONG
    _read(qtbot, worker, LONG + " ")
    assert worker._child is child


def test_a_child_that_was_ended_says_so_and_the_next_text_is_read(
    qtbot: QtBot, worker: PayloadWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.payload.worker.receive", lambda _stream: None)
    with qtbot.waitSignal(worker.failed) as failed:
        worker.read(Paste(number=1, text=LONG, sure=True))
    assert "ended early" in failed.args[1]
    monkeypatch.undo()
    assert _read(qtbot, worker, LONG).text == LONG


def test_a_text_without_errors_is_a_query(qtbot: QtBot, worker: PayloadWorker) -> None:
    for text in ("please, where is my error", "please " * SMALL):
        with qtbot.waitSignal(worker.no_error):
            worker.read(Paste(number=1, text=text, sure=False))


def test_what_is_overtaken_is_not_read(qtbot: QtBot, folders: Folders) -> None:
    parent = QObject()
    worker = PayloadWorker(folders, lambda: 2)
    worker.setParent(parent)
    with qtbot.assertNotEmitted(worker.explained):
        worker.read(Paste(number=1, text=BODY, sure=True))


def test_loading_beforehand_ends_as_soon_as_something_else_is_wanted(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN a worker in an idle moment WHEN something is pasted, or the desk is closed, while a module is loaded
    loaded: list[str] = []
    worker = PayloadWorker(folders, lambda: len(loaded))
    monkeypatch.setattr("desk.payload.worker.import_module", loaded.append)
    worker.warm()
    worker.reopen()
    # THEN no other is loaded, and no table opened
    assert len(loaded) == 1
    assert worker._table is None


def test_the_pane_is_loaded_before_the_window_makes_it(
    qtbot: QtBot, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    seen: list[list[str]] = []
    worker = PayloadWorker(folders, lambda: 0)
    worker.pane_loaded.connect(lambda: seen.append(list(loaded)))
    monkeypatch.setattr("desk.payload.worker.import_module", loaded.append)
    worker.warm()
    worker.reopen()
    assert seen == [["desk.payload.pane"]]
