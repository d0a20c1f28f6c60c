"""The README tells the truth about the keys."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_list_of_keys_is_the_table_of_actions(qapp):
    spec = importlib.util.spec_from_file_location("readme_keys", ROOT / "tests" / "readme_keys.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    readme = (ROOT / "README.md").read_text("utf-8")
    assert module.written(readme) == readme, "run `make keys`"
