"""Makes the vectors of all entries, in this process or in one of its own, and keeps them in the cache.

They lie as `meaning/` inside the generation folder of `index.store`, sealed with a manifest like everything there.
An entry takes 20 to 40 ms, so this is work for the background; the search does without until it is done.
`python -m index.meaning.building` is the child process: it prints a line `{"done": n, "total": m}` for each step.
"""

import os
import shutil
import sys
from contextlib import closing
from importlib import import_module
from pathlib import Path

import msgspec

from index import child, store
from index.errors import Stopped
from index.folders import Folders
from index.meaning import model
from index.meaning.known import KnownVectors
from index.meaning.model import Model
from index.meaning.texts import entry_text
from index.store import never, quiet
from index.table import Progress, ShouldStop

FOLDER, VECTORS, STAMP = "meaning", "vectors.f16", "stamp.json"
VERSION = 1
"""Raised whenever the text of an entry for the model changes."""
MOST_ENTRIES = 20_000
"""With more entries there are no vectors: they would take hours to make."""
_STEP = 20
_NICE = 15
"""The child process steps back behind everything else that wants the processor."""


class Stamp(msgspec.Struct, frozen=True, kw_only=True):
    """What the vectors were made of."""

    made_with: str
    """Version of the texts, and name of the model."""
    entries: int
    """How many there are."""


def vectors_folder(folders: Folders) -> Path:
    """Return where the vectors of the packs active now lie, or would lie."""
    return store.generation_folder(folders) / FOLDER


def made_with(name: str) -> str:
    """Return what the vectors of a model depend on besides the packs."""
    return f"{VERSION}-{name}"


def is_usable(folder: Path, name: str) -> bool:
    """Tell whether the vectors in this folder are whole and made with the model of this name; never raises."""
    if not store.is_whole(folder):
        return False
    try:
        stamp = msgspec.json.decode((folder / STAMP).read_bytes(), type=Stamp)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return False
    return stamp.made_with == made_with(name)


def is_wanted(folders: Folders) -> bool:
    """Tell whether building would help: the extra is installed, the vectors are missing and not too many."""
    if not model.is_installed() or is_usable(vectors_folder(folders), model.installed_name()):
        return False
    with closing(store.open_table(folders)) as table:
        return 0 < len(table) <= MOST_ENTRIES


def command(folders: Folders) -> list[str]:
    """Return the command line of the child process that builds; it may be killed at any time."""
    return child.command("index.meaning.building", folders)


def build(
    folders: Folders,
    *,
    sentence_model: Model | None = None,
    progress: Progress = quiet,
    should_stop: ShouldStop = never,
) -> Path | None:
    """Make the vectors where they are missing, stale or damaged, and return their folder.

    None where the extra is not installed or there are too many entries. Raises Stopped once `should_stop()` is true,
    StorageError if the cache cannot be written; nothing is left behind.
    """
    used = sentence_model or model.load()
    if used is None:
        return None
    folder = vectors_folder(folders)
    if is_usable(folder, used.name):
        return folder
    with closing(store.open_table(folders, should_stop=should_stop)) as table:
        if len(table) > MOST_ENTRIES:
            return None
        texts = [entry_text(entry) for entry in table.all_entries()]
    known = KnownVectors(folders, made_with(used.name))
    with store.building(folders) as work:
        vectors = _vectors(texts, used, known, progress, should_stop)
        (work / VECTORS).write_bytes(b"".join(vectors[text] for text in texts))
        stamp = Stamp(made_with=made_with(used.name), entries=len(texts))
        (work / STAMP).write_bytes(msgspec.json.encode(stamp))
        if not is_usable(folder, used.name):  # whole, but of another model: it makes way only now
            shutil.rmtree(folder, ignore_errors=True)
        store.publish(work, folder)
    known.keep_only(vectors)
    return folder


def _vectors(
    texts: list[str], used: Model, known: KnownVectors, progress: Progress, should_stop: ShouldStop
) -> dict[str, bytes]:
    """Return the vector of each text, half-precision little-endian; only what is not known yet is read, and once.

    A few new ones are nothing to show the progress of.
    """
    numpy = import_module("numpy")
    vectors = known.of(texts)
    new = [text for text in dict.fromkeys(texts) if text not in vectors]
    shown = progress if len(new) > _STEP else quiet
    for n in range(0, len(new), _STEP):
        if should_stop():
            raise Stopped("reading the meaning of entries was cancelled")
        shown(len(texts) - len(new) + n, len(texts))
        made = {
            text: numpy.asarray(used.passage(text)).astype("<f2").tobytes() for text in new[n : n + _STEP]
        }
        known.add(made)
        vectors |= made
    shown(len(texts), len(texts))
    return vectors


def main(arguments: list[str]) -> int:
    """Build below the four folders named, printing progress; the way in for the child process."""
    folders = child.folders_told(arguments)
    return child.build_in_child(lambda: build(folders, progress=child.print_progress))


if __name__ == "__main__":
    if hasattr(os, "nice"):  # not on Windows
        os.nice(_NICE)
    sys.exit(main(sys.argv[1:]))
