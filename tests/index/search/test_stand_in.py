"""While the index of changed packs is being built, that of before answers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.folders import Folders
from index.hits import Answer
from index.search.engine import SearchEngine

OLD = [
    {"code": "Box.1", "message": "The kettle is empty."},
    {"code": "Box.2", "message": "The kettle is too hot."},
    {"code": "Box.3", "message": "The lid is open."},
]
NEW = [
    {"code": "Box.2", "message": "The kettle boils over."},
    {"code": "Box.3", "message": "The lid is open."},
    {"code": "Box.4", "message": "The spout is blocked by scale."},
]


@pytest.fixture(scope="module")
def changed(
    tmp_path_factory: pytest.TempPathFactory, engine: SearchEngine, put_rows: Callable[..., None]
) -> Iterator[Folders]:
    """Give folders whose packs were changed after they were indexed."""
    folders = Folders.under(tmp_path_factory.mktemp("changed"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("resources.packs", list)
        put_rows(folders, OLD)
        SearchEngine.open(folders).close()
        put_rows(folders, NEW)
        yield folders


@pytest.fixture
def ask(changed: Folders) -> Iterator[Callable[[str], Answer]]:
    engine = SearchEngine.open(changed, build=False)
    yield engine.search
    engine.close()


def codes(answer: Answer) -> list[str]:
    return [hit.entry.code for hit in answer.hits]


def test_words_find_what_they_found_before_as_it_is_now(ask: Callable[[str], Answer]) -> None:
    answer = ask("kettle")
    assert codes(answer) == ["Box.2"]
    assert answer.total == 1
    assert answer.hits[0].entry.message == "The kettle boils over."
    assert answer.hits[0].spans == {}
    assert not answer.weak


def test_what_has_not_changed_is_painted(ask: Callable[[str], Answer]) -> None:
    assert ask("lid").hits[0].spans["message"] == ((4, 7),)


def test_a_new_entry_is_found_by_its_code_and_one_that_is_gone_is_not(ask: Callable[[str], Answer]) -> None:
    assert codes(ask("Box.4")) == ["Box.4"]
    assert "Box.1" not in codes(ask("Box.1"))
    assert codes(ask("The spout is blocked by scale."))[0] == "Box.4"


def test_codes_that_both_know_are_there_once(ask: Callable[[str], Answer]) -> None:
    answer = ask("Box")
    assert sorted(codes(answer)) == ["Box.2", "Box.3", "Box.4"]
    assert answer.total == 3


def test_without_an_index_of_before_only_codes_are_found(
    tmp_path: Path, engine: SearchEngine, put_rows: Callable[..., None]
) -> None:
    folders = Folders.under(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("resources.packs", list)
        put_rows(folders, NEW)
        bare = SearchEngine.open(folders, build=False)
        assert codes(bare.search("kettle")) == []
        assert codes(bare.search("Box.2")) == ["Box.2"]
        bare.close()
