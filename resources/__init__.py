"""Data of Error Desk and where it lies: catalogues, glossary, icons, translations, ticket templates. No logic."""

from importlib.resources import files
from pathlib import Path

_ROOT = Path(str(files(__name__)))


def folder(name: str) -> Path:
    """Return the folder of one kind of data, such as `catalogues` or `icons`."""
    return _ROOT / name


def packs() -> list[Path]:
    """Return the bundled packs, sorted by name."""
    return sorted(folder("catalogues").glob("*.jsonl"))
