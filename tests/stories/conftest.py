"""A whole desk for each story, with the real search, the real reading and the real tickets."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.app import Application, Request, build
from index.folders import Folders

OpenDesk = Callable[..., Application]


@pytest.fixture(scope="session")
def built_cache(bundled_cache: Path) -> Path:
    """The same index for the desks on a screen."""
    return bundled_cache


@pytest.fixture
def folders(tmp_path: Path, bundled_cache: Path) -> Folders:
    """Folders of a new user whose index is ready."""
    made = Folders.under(tmp_path / "user")
    shutil.copytree(bundled_cache, made.cache)
    return made


@pytest.fixture
def open_desk(qtbot: QtBot, folders: Folders) -> Iterator[OpenDesk]:
    """Open a desk and wait until it answers; it is closed after the test."""
    opened: list[Application] = []

    def open_(request: Request | None = None, *, at: Folders | None = None) -> Application:
        desk = build(request or Request(), at or folders)
        opened.append(desk)
        qtbot.waitUntil(lambda: bool(desk.window.filters.chips()), timeout=10_000)
        return desk

    yield open_
    for desk in opened:
        _close(desk)


@pytest.fixture
def close_desk() -> Callable[[Application], None]:
    """Close a desk as its user would."""
    return _close


def _close(desk: Application) -> None:
    """Close once; closing again is harmless."""
    if not shiboken6.isValid(desk) or desk.property("closed"):
        return
    desk.setProperty("closed", True)  # noqa: FBT003 - a property's value
    desk.window.close()
    desk.stop()
    desk.window.deleteLater()
    desk.deleteLater()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyleSheet("")
