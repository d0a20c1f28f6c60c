"""Settings and session: missing, partial and damaged files, and files of the wrong kind."""

from pathlib import Path

import pytest

from desk import session as sessions
from desk.session import Session
from desk.settings import choices as settings_file
from desk.settings.choices import Settings
from desk.stored import Writer
from desk.style.theme import Theme
from index.errors import StorageError
from index.folders import Folders


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Folders of a new user."""
    return Folders.under(tmp_path)


def test_a_missing_file_gives_defaults_and_no_line(folders: Folders) -> None:
    assert settings_file.load(folders) == (Settings(), None)
    assert sessions.load(folders) == (Session(), None)


def test_what_is_saved_comes_back(folders: Folders) -> None:
    settings = Settings(language="zh-Hans", theme=Theme.DARK, font_size=12.5, ticket_target="markdown")
    settings_file.save(folders, settings)
    assert settings_file.load(folders) == (settings, None)
    session = Session(query="配额不足", chips=(("service", "ECS"),), columns=(300, 500))
    sessions.save(folders, session)
    assert sessions.load(folders) == (session, None)


def test_a_partial_file_is_completed_and_unknown_keys_are_ignored(folders: Folders) -> None:
    path = settings_file.path_of(folders)
    path.parent.mkdir(parents=True)
    path.write_text('{"theme": "dark", "from_the_future": 1}')
    assert settings_file.load(folders) == (Settings(theme=Theme.DARK), None)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'{"theme": "pink"}',
        b'{"font_size": 4000}',
        b"[" * 5000,
        b'{"language": "tlh"}',
        b"\x80\x04\x95cposix\nsystem\n.",
    ],
)
def test_a_damaged_file_is_moved_aside_with_a_line(folders: Folders, content: bytes) -> None:
    path = settings_file.path_of(folders)
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    settings, line = settings_file.load(folders)
    assert settings == Settings()
    assert line is not None
    assert "damaged" in str(line)
    assert not path.exists()
    assert path.with_name("settings.json.damaged").read_bytes() == content


def test_a_file_that_cannot_be_read_is_left_alone(folders: Folders) -> None:
    path = settings_file.path_of(folders)
    path.mkdir(parents=True)
    settings, line = settings_file.load(folders)
    assert settings == Settings()
    assert line is not None
    assert path.is_dir()


def test_a_folder_that_cannot_be_made_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file in the way")
    with pytest.raises(StorageError):
        settings_file.save(Folders.under(tmp_path), Settings())


def test_nothing_is_left_beside(folders: Folders) -> None:
    settings_file.save(folders, Settings())
    settings_file.save(folders, Settings(font_size=12))
    assert [path.name for path in folders.config.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "not base64!", "ä"])
def test_a_damaged_geometry_is_no_geometry(text: str) -> None:
    assert sessions.unpack_bytes(text) == b""
    assert sessions.unpack_bytes(sessions.pack_bytes(b"\x00\xff")) == b"\x00\xff"


def test_what_is_written_beside_the_window_is_there_in_the_end_the_last_last(folders: Folders) -> None:
    said: list[str] = []
    writer, path = Writer(said.append), settings_file.path_of(folders)
    for size in range(9, 19):
        writer.save(path, Settings(font_size=size))
    writer.finish()
    assert settings_file.load(folders) == (Settings(font_size=18), None)
    assert said == []


def test_what_cannot_be_written_beside_the_window_is_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file in the way")
    said: list[str] = []
    writer = Writer(said.append)
    writer.save(settings_file.path_of(Folders.under(tmp_path)), Settings())
    writer.finish()
    assert len(said) == 1
