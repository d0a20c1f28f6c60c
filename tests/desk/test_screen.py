"""Without a screen the window says so in one line and ends with status 2."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def start(folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    homes = {f"XDG_{name}_HOME": str(folder / name) for name in ("DATA", "CACHE", "CONFIG", "STATE")}
    return subprocess.run(
        [sys.executable, "-m", "desk.start"],
        env={**kept, **homes, **env},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    "env",
    [
        {"DISPLAY": ":4711"},
        {"DISPLAY": "no display"},
        {"DISPLAY": ":4711", "QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "no-such-plugin"},
        {},
    ],
)
def test_a_missing_screen_is_one_line_and_status_two(tmp_path, env):
    ran = start(tmp_path, **env)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert ran.stderr.startswith("error-desk: ")
    assert len(ran.stderr.splitlines()) == 1
    assert "search, explain, show and ticket work without one" in ran.stderr
