"""The index of before stands in while the one of the packs active now is being built.

That takes seconds, and a word must not find nothing because an entry was added meanwhile. Codes and messages are
looked up in the table as it is now; what words find comes from the generation before, as far as it is there still.
"""

from pathlib import Path

import msgspec

from index import build, store
from index.folders import Folders
from index.hits import Answer, Hit
from index.table import EntryTable


def generation_before(folders: Folders) -> Path | None:
    """Return the newest generation other than that of the packs active now whose table and index are whole."""
    now = store.generation_folder(folders)
    others = [path for path in (folders.cache / store.GENERATIONS).glob("*") if path != now]
    others.sort(key=_age)
    return next(
        (path for path in others if store.is_whole(path) and build.is_usable(path / build.WHOOSH)), None
    )


def _age(folder: Path) -> float:
    try:
        return -folder.stat().st_mtime
    except OSError:  # it went just now
        return 0.0


def joined(now: Answer, before: Answer, table: EntryTable, limit: int) -> Answer:
    """Return what the table finds now, and behind it what the index of before found and the table still has."""
    own = {hit.entry.id for hit in now.hits}
    others = [hit for hit in before.hits if hit.entry.id not in own]
    left = [hit for hit in (_as_now(hit, table) for hit in others) if hit is not None]
    gone = len(others) - len(left)
    added = len(now.hits) - (len(before.hits) - len(others))
    return msgspec.structs.replace(
        before,
        hits=(*now.hits, *left)[:limit],
        total=max(before.total - gone, 0) + added,
        weak=now.weak and (before.weak or not left),
        did_you_mean=now.did_you_mean or before.did_you_mean,
    )


def _as_now(hit: Hit, table: EntryTable) -> Hit | None:
    """Return a hit with its entry as it is now, unpainted where that is another text; None where it is gone."""
    entry = table.by_id(hit.entry.id)
    if entry is None or entry == hit.entry:
        return hit if entry is not None else None
    return msgspec.structs.replace(hit, entry=entry, values=None, spans={})
