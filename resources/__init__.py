"""Data of Error Desk and where it lies: catalogues, glossary, icons, translations, ticket templates. No logic."""

from pathlib import Path

_ROOT = Path(__file__).parent


def folder(name: str) -> Path:
    """Return the folder of one kind of data, such as `catalogues` or `icons`."""
    return _ROOT / name


def packs() -> list[Path]:
    """Return the bundled packs, sorted by name."""
    return sorted(folder("catalogues").glob("*.jsonl"))
