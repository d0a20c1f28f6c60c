"""Programs of our own beside the window: they load what is ours, wherever the window was started."""

import subprocess
from pathlib import Path

from desk.payload import explain_child
from index import build, child
from index.folders import Folders
from index.importing import preview_values
from index.meaning import building


def test_a_child_hears_the_folders_and_what_stands_behind_them() -> None:
    folders = Folders.under(Path("a b"))
    arguments = child.command("index.build", folders, 5, "more")[4:]
    assert child.folders_told(arguments) == folders
    assert arguments[child.FOLDERS :] == ["5", "more"]


def test_files_of_the_folder_we_are_started_in_are_not_loaded(tmp_path: Path) -> None:
    strange = tmp_path / "at"
    strange.mkdir()
    for name in ("index", "desk", "resources", "queue", "msgspec", "platformdirs"):
        (strange / f"{name}.py").write_text("raise SystemExit('not ours')", "utf-8")
    folders = Folders.under(tmp_path / "home")
    for made in (build.command, preview_values.command, explain_child.command):
        done = subprocess.run(
            made(folders), cwd=strange, input=b"", capture_output=True, timeout=120, check=False
        )
        assert (done.returncode, done.stderr) == (0, b""), made
    assert build.is_built(folders)
    # To read the meaning of all entries takes long; that it has begun is enough.
    pipe = subprocess.PIPE
    with subprocess.Popen(building.command(folders), cwd=strange, stdout=pipe, stderr=pipe) as process:
        begun = process.stdout.readline()
        process.kill()
        assert (begun != b"", process.stderr.read()) == (True, b"")


def test_to_start_the_import_loads_nothing_of_its_reading() -> None:
    script = "import sys; from index.importing.preview_values import command; print('index.importing.reader' in sys.modules)"
    done = subprocess.run(
        [*child.module_command("x")[:2], "-c", script], capture_output=True, timeout=60, check=False
    )
    assert done.stdout == b"False\n"
