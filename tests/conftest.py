"""What all tests stand on: a home of their own, no screen, and nothing left behind.

The folders are redirected before anything of the project is imported. A Qt warning, an unexpected log line, a thread,
a running timer or a top-level widget that a test leaves fails that test.
"""

import gc
import json
import logging
import os
import sys
import tempfile
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from index.folders import Folders

_HOME = Path(tempfile.mkdtemp(prefix="error-desk-tests-"))
for _name, _folder in {
    "HOME": "",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "runtime",
}.items():
    (_HOME / _folder).mkdir(mode=0o700, exist_ok=True)
    os.environ[_name] = str(_HOME / _folder)
_SCREEN = {"name": "test", "x": 0, "y": 0, "width": 1920, "height": 1200, "logicalDpi": 96, "dpr": 1}
(_HOME / "screen.json").write_text(json.dumps({"screens": [_SCREEN]}))
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_HOME / 'screen.json'}"
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
for _name in ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR"):
    os.environ.pop(_name, None)

# How long an example takes says more about what else the machine does than about us.
hypothesis.settings.register_profile("unhurried", parent=hypothesis.settings(), deadline=None)
hypothesis.settings.load_profile("unhurried")

_WITH_QT = {"desk", "stories"}
_PATIENCE_MS = 30_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let Qt's warnings fail the tests of the window."""
    for item in items:
        if _WITH_QT & set(item.path.parts):
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            # Qt's offscreen screen has no key map and no tray, and says so at its own time.
            ignored = (r"This plugin does not support (propagateSizeHints|raise)", "systemTrayWindowChanged")
            item.add_marker(pytest.mark.qt_log_ignore(*ignored))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where continuous integration runs, a skipped test is a failure: nothing may pass unseen."""
    report = yield
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"no test may be skipped here: {reason}"
    return report


def pytest_unconfigure() -> None:
    """Remove the home of the tests."""
    import shutil  # noqa: PLC0415 - only here

    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that leaves a thread, a timer, a top-level widget or an unexpected log line."""
    threads = set(threading.enumerate())
    widgets = _top_level()
    gc.freeze()  # what was there before needs no second look: indexes and glossaries are millions of objects
    yield
    lines = [
        record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING
    ]
    assert not lines, f"unexpected log lines: {lines}"
    left = [thread.name for thread in set(threading.enumerate()) - threads if thread.is_alive()]
    assert not left, f"threads left running: {left}"
    gc.collect()  # what this test leaves: once it is frozen with all else, nothing would take it away any more
    if _WITH_QT & set(request.node.path.parts):
        _settle()
    gc.unfreeze()
    stray = [f"{type(widget).__name__} {widget.objectName()}" for widget in _top_level() - widgets]
    assert not stray, f"top-level widgets left: {stray}"
    assert not _running_timers(), f"timers left running: {_running_timers()}"


class PatientBot(QtBot):
    """Waits as long as a machine takes that other programs use as well; what comes is not waited for any longer."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = _PATIENCE_MS) -> None:  # noqa: N802 - pytest-qt's name
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = _PATIENCE_MS, **more: object) -> object:  # noqa: N802 - pytest-qt's name
        return super().waitSignal(signal, timeout=timeout, **more)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> PatientBot:
    """Instead of the one of pytest-qt, which gives up after five seconds."""
    return PatientBot(request)


@pytest.fixture(scope="session")
def bundled_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache with the index of the bundled catalogues, built once for all tests: to be read, or copied."""
    from index import build  # noqa: PLC0415 - after the folders were redirected
    from index.folders import Folders  # noqa: PLC0415 - as above

    folders = Folders.under(tmp_path_factory.mktemp("bundled"))
    build.build(folders)
    return folders.cache


@pytest.fixture(scope="session")
def bundled_folders(bundled_cache: Path) -> "Folders":
    """Folders of a user whose index is ready: to be read only, by all tests."""
    from index.folders import Folders  # noqa: PLC0415 - after the folders were redirected

    return Folders.under(bundled_cache.parent)


def _widgets_module():
    return sys.modules.get("PySide6.QtWidgets")


def _top_level() -> set:
    module = _widgets_module()
    if module is None or module.QApplication.instance() is None:
        return set()
    return {widget for widget in module.QApplication.topLevelWidgets() if widget.parent() is None}


def _settle() -> None:
    module = _widgets_module()
    if module is None or module.QApplication.instance() is None:
        return
    from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415 - only where Qt was loaded

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _running_timers() -> list[str]:
    module = _widgets_module()
    app = module.QApplication.instance() if module else None
    if app is None:
        return []
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - only where Qt was loaded

    return [timer.objectName() or "a timer" for timer in app.findChildren(QTimer) if timer.isActive()]
