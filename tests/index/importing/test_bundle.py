"""The bundled packs are exactly what the importer makes of the five documents."""

import os
from pathlib import Path

import pytest

import resources
from index.importing import bundle


def _seeds() -> Path:
    kit = os.environ.get("ERROR_DESK_EVALUATION", "")
    folder = Path(kit) / "seeds"
    if kit and folder.is_dir():
        return folder
    reason = "ERROR_DESK_EVALUATION does not name a folder that holds seeds/"
    if os.environ.get("CI"):
        pytest.fail(f"{reason}, and CI must not skip this test")
    pytest.skip(reason)


@pytest.mark.evaluation
def test_packs_are_remade_byte_for_byte(tmp_path: Path) -> None:
    seeds = _seeds()
    made = bundle.remake(seeds, tmp_path)
    bundled = {path.name: path.read_bytes() for path in resources.packs()}
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == bundled
    assert len(made) == len(bundled) == 5


@pytest.mark.evaluation
def test_remaking_needs_no_particular_file_names(tmp_path: Path) -> None:
    seeds = _seeds()
    renamed = tmp_path / "renamed"
    renamed.mkdir()
    for number, path in enumerate(sorted(seeds.iterdir())):
        (renamed / f"page {9 - number}").write_bytes(path.read_bytes())
    bundle.remake(renamed, tmp_path / "packs")
    for path in resources.packs():
        assert (tmp_path / "packs" / path.name).read_bytes() == path.read_bytes()


def test_a_folder_with_a_page_of_no_errors_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "poem.txt").write_text("Roses are red.\n")
    assert bundle.main([str(tmp_path / "in"), str(tmp_path / "out")]) == 2
    assert "poem.txt" in capsys.readouterr().err


def test_usage_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert bundle.main([]) == 2
    assert "index.importing.bundle" in capsys.readouterr().err
