"""Nothing of a pasted text is on the disk after a day's use, a crash and a restart."""

import os
import subprocess
import sys
from pathlib import Path

from index.folders import Folders

CANARY = "Zanzibar7Canary"
PASTED = f'{{"error_code":"Ecs.1000","error_msg":"itemNotFound: {CANARY}A","request_id":"{CANARY}B4f5a8b7c8d9e0f1a"}}\n'
UNKNOWN = f'Hello {CANARY}C,\n{{"error_code":"WKS.77777777","error_msg":"password={CANARY}D"}}\nRegards'
LONG = f"INFO all is well at {CANARY}E\n" * 10_000 + PASTED
LOG = f"2026-11-20T10:00:00Z INFO quiet at {CANARY}F\n" * 25_000 + PASTED.replace("Ecs.1000", "WKS.77777778")
LINE = f"my login is bob password {CANARY}G cannot start vm"
_LIMIT_S = 120


def _day(root: Path, end: str, texts: str) -> bool:
    """Spend a day in a process of its own; tells whether it came to its end."""
    home = {
        "HOME": "",
        "XDG_CONFIG_HOME": "c",
        "XDG_CACHE_HOME": "h",
        "XDG_DATA_HOME": "d",
        "XDG_STATE_HOME": "s",
    }
    home |= {"XDG_RUNTIME_DIR": "run", "TMPDIR": "tmp"}
    for name in home.values():
        (root / name).mkdir(mode=0o700, parents=True, exist_ok=True)
    env = os.environ | {name: str(root / folder) for name, folder in home.items()}
    script = Path(__file__).with_name("one_day.py")
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, str(script), str(root / "user"), end],
        env=env,
        stdin=pipe,
        stdout=pipe,
        cwd=root / "tmp",
        text=True,
    ) as desk:
        assert desk.stdin is not None
        assert desk.stdout is not None
        desk.stdin.write(texts)
        desk.stdin.close()
        said = desk.stdout.readline()
        if end == "kill":
            desk.kill()
        status = desk.wait(_LIMIT_S)
    return said == "done\n" and (end == "kill" or status == 0)


def _written(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_no_word_of_a_paste_is_on_the_disk(tmp_path: Path, folders: Folders) -> None:
    root = folders.cache.parent.parent
    # WHEN a day of pastes ends with a kill, and the next with a close
    assert _day(root, "kill", f"{PASTED}\f{UNKNOWN}\f{LINE}\f{LONG}\f{LOG}")
    killed = _written(tmp_path)
    assert _day(root, "close", f"{UNKNOWN}\f{LINE}")
    closed = _written(tmp_path)
    # THEN what was searched for is on the disk, so that this test looks where the program writes
    for files in (killed, closed):
        assert any(b"disk attach" in content for content in files.values())
        # AND nothing that was pasted, in no letters
        for path, content in files.items():
            low = content.lower()
            for form in (
                CANARY.lower().encode(),
                CANARY.lower().encode("utf-16-le"),
                b"77777777",
                b"77777778",
                b"all is well",
                b"quiet at",
            ):
                assert form not in low, f"{form!r} stands in {path.relative_to(tmp_path)}"
            assert CANARY.lower() not in path.name.lower()
