"""The index is built whole or not at all, and built again when it is damaged or stale."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from index import build, store
from index.errors import Stopped
from index.folders import Folders
from index.search.engine import SearchEngine


@pytest.fixture(scope="module")
def built(bundled_cache) -> Folders:
    return Folders.under(bundled_cache.parent)


@pytest.fixture
def folders(built, tmp_path) -> Folders:
    """Give a copy of built folders, to be damaged."""
    import shutil  # noqa: PLC0415 - only here

    shutil.copytree(built.cache, tmp_path / "cache")
    return Folders.under(tmp_path)


def answers(folders: Folders) -> bool:
    engine = SearchEngine.open(folders)
    try:
        return engine.search("The ECS is locked").hits[0].entry.code == "Ecs.0605"
    finally:
        engine.close()


def leftovers(folders: Folders) -> list[str]:
    return [path.name for path in folders.cache.iterdir() if path.name != store.GENERATIONS]


def test_building_shows_progress_to_the_end(tmp_path):
    steps: list[tuple[int, int]] = []
    build.build(Folders.under(tmp_path), progress=lambda done, total: steps.append((done, total)))
    assert steps[0][0] == 0
    assert steps[-1][0] == steps[-1][1]
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert len(steps) > 5


def test_building_can_be_stopped_and_leaves_nothing(tmp_path):
    folders = Folders.under(tmp_path)
    store.open_table(folders).close()
    calls = iter(range(100))
    with pytest.raises(Stopped):
        build.build(folders, should_stop=lambda: next(calls) > 3)
    assert not build.is_built(folders)
    assert leftovers(folders) == []


def test_what_is_built_is_not_built_again(built):
    before = build.index_folder(built).stat().st_ino
    build.build(built, progress=lambda *_: pytest.fail("built again"))
    assert build.index_folder(built).stat().st_ino == before


def test_the_child_process_builds_and_says_how_far_it_is(tmp_path):
    folders = Folders.under(tmp_path)
    ran = subprocess.run(build.command(folders), capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert lines[-1]["done"] == lines[-1]["total"] > 0
    assert build.is_built(folders)
    assert answers(folders)


def test_a_killed_child_leaves_no_index_and_the_next_one_builds(tmp_path):
    folders = Folders.under(tmp_path)
    with subprocess.Popen(build.command(folders), stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        child.stdout.readline()
        child.kill()
        child.wait()
    assert not build.is_built(folders)
    build.build(folders)
    assert answers(folders)


@pytest.fixture
def quick(monkeypatch, built):
    """Let building take what was built before: that it writes the same is tested elsewhere."""

    def write_index(work: Path, *_entries: object, **_how: object) -> None:
        for path in build.index_folder(built).iterdir():
            if path.name != store.MANIFEST:
                (work / path.name).write_bytes(path.read_bytes())

    monkeypatch.setattr(build, "write_index", write_index)


_FILES = ["segment", "toc", build.LEXICON, build.GLOSSARY, "cuts.bin", "cuts.places", store.MANIFEST]


@pytest.mark.parametrize("name", _FILES)
@pytest.mark.parametrize("harm", ["flip", "cut", "gone"])
def test_a_damaged_index_is_built_again(folders, quick, name, harm):
    folder = build.index_folder(folders)
    ending = {"segment": "*.seg", "toc": "*.toc"}.get(name, name)
    path = next(folder.glob(ending))
    data = bytearray(path.read_bytes())
    if harm == "gone":
        path.unlink()
    elif harm == "cut":
        path.write_bytes(data[: len(data) // 2])
    else:
        data[len(data) // 2] ^= 0x41
        path.write_bytes(data)
    assert not build.is_built(folders)
    assert answers(folders)
    assert build.is_built(folders)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh leaves it open
def test_an_index_that_cannot_be_opened_is_built_again(folders, quick):
    folder = build.index_folder(folders)
    segment = next(folder.glob("*.seg"))
    segment.write_bytes(b"not a segment")
    store.seal(folder)
    assert build.is_built(folders)
    assert answers(folders)
    assert next(folder.glob("*.seg")).stat().st_size > 1000


def test_another_glossary_makes_the_index_stale(folders, monkeypatch):
    monkeypatch.setattr(build, "made_with", lambda: "another")
    assert not build.is_built(folders)
    assert answers(folders)
    assert build.is_built(folders)
    assert leftovers(folders) == []


def test_other_packs_have_an_index_of_their_own(folders):
    before = build.index_folder(folders)
    target = folders.data / "packs"
    target.mkdir(parents=True)
    import resources  # noqa: PLC0415 - only here

    source = resources.packs()[0]
    Path(target, source.name).write_bytes(source.read_bytes() + b"\n")
    assert build.index_folder(folders) != before


def test_the_private_folder_is_private(built):
    assert built.cache.stat().st_mode & 0o077 == 0


def test_asking_whether_it_is_built_loads_no_whoosh(built):
    code = (
        "import sys; from pathlib import Path; from index import build; from index.folders import Folders; "
        f"build.is_built(Folders.under(Path({str(built.cache.parent)!r}))); "
        "print(any(name.partition('.')[0] in ('whoosh', 'rjieba', 'opencc', 'PySide6') for name in sys.modules))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "False\n"
    )
