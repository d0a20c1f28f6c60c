"""Builds the full-text index of the active packs, in this process or in one of its own.

The index lies as `whoosh/` inside the generation folder of `index.store`, beside the entry table, whose numbers it uses.
It is built in a folder beside, sealed with a manifest and renamed when whole; the old one answers until then. It keeps the
user's own glossary lines that it was made with, so that questions are read with the same ones.
`python -m index.build` is the child process: it prints a line `{"done": n, "total": m}` for each step.
"""

import gc
import hashlib
import shutil
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

import resources
from index import child, store
from index.analysis.chinese import HAN_RUN, simplify
from index.analysis.pinyin import initials as first_letters
from index.analysis.pinyin import spellings
from index.analysis.stems import stem
from index.entry import CatalogueEntry
from index.errors import Stopped, StorageError
from index.folders import Folders
from index.glossary_own import own_faults, own_lines
from index.schema import FIELDS, MAIN, Concepts
from index.store import never, quiet
from index.table import Progress, ShouldStop
from index.text import fold

if TYPE_CHECKING:
    from index.gathering import Gathered
    from index.glossary import Glossary

WHOOSH = "whoosh"
VERSION = 11
"""Raised whenever the terms of an entry or the tables of the glossary change."""
LEXICON, GLOSSARY = "lexicon.json", "glossary.msgpack"
_LONGEST_SOUND = 8
_SHORTEST_INITIALS = 3
_MOST_WORDS = 3
_GLOSSARY_COUNT = 2
"""A term of the glossary counts as if it stood in so many entries."""


class Sounds(msgspec.Struct, frozen=True, kw_only=True):
    """Chinese words by what they sound like, most frequent first."""

    whole: dict[str, list[str]] = {}
    """By their pinyin."""
    initials: dict[str, list[str]] = {}
    """By the first letters of their syllables."""


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """The words of all entries, kept beside the index for prefixes and spelling."""

    made_with: str
    """Version of the schema, and a hash of the bundled glossary and readings the terms were made with."""
    own_lines: tuple[str, ...] = ()
    """The user's own glossary lines they were made with."""
    words: dict[str, int]
    """In how many entries each word stands, sorted by word."""
    stems: dict[str, str] = {}
    """The stem of each word that has another one than itself."""
    codes: list[str] = []
    """All codes as printed, twins included, in the order of their letters and digits."""
    code_numbers: list[int] = []
    """The entry of each of them."""
    sounds: msgspec.Raw = msgspec.Raw(b"{}")
    """`Sounds`, nine tenths of the file: read when a question may be pinyin."""


def squashed(code: str) -> str:
    """Return the letters and digits of a code, folded: by these, codes stand in order.

    >>> squashed("Ecs.0219")
    'ecs0219'
    """
    return "".join(filter(str.isalnum, fold(code)))


class _Stamp(msgspec.Struct, frozen=True):
    made_with: str
    own_lines: tuple[str, ...] = ()


def index_folder(folders: Folders) -> Path:
    """Return where the index of the packs active now lies, or would lie."""
    return store.generation_folder(folders) / WHOOSH


def is_built(folders: Folders) -> bool:
    """Tell whether the index of the packs active now is there, whole, and made with the glossary as it is now."""
    return _is_fresh(index_folder(folders), own_lines(folders))


def is_usable(folder: Path) -> bool:
    """Tell whether the index in this folder is whole and can answer; never raises.

    It may have been made before the user's own glossary lines were changed: then it goes on with the older ones.
    """
    return _stamp(folder) is not None


def _is_fresh(folder: Path, own: tuple[str, ...]) -> bool:
    stamp = _stamp(folder)
    return stamp is not None and stamp.own_lines == own


def _stamp(folder: Path) -> _Stamp | None:
    """Return what an index that can answer was made with."""
    if not store.is_whole(folder):
        return None
    try:
        stamp = msgspec.json.decode((folder / LEXICON).read_bytes(), type=_Stamp)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return stamp if stamp.made_with == made_with() else None


def made_with() -> str:
    """Return what the terms depend on besides the packs and the user's own lines, as one short text."""
    digest = hashlib.sha256()
    read = (resources.folder("pinyin.tsv"), resources.folder("fallback") / "kin.tsv")
    for path in (*sorted(resources.folder("glossary").glob("*")), *read):
        if path.is_file():
            digest.update(f"{path.name}\n".encode() + path.read_bytes())
    return f"{VERSION}-{digest.hexdigest()[:16]}"


def command(folders: Folders) -> list[str]:
    """Return the command line of the child process that builds the index; it may be killed at any time."""
    return child.command("index.build", folders)


def build(folders: Folders, *, progress: Progress = quiet, should_stop: ShouldStop = never) -> Path:
    """Build the index where it is missing, stale or damaged, and return its folder.

    Raises Stopped once `should_stop()` is true, StorageError if the cache cannot be written; nothing is left behind.
    """
    folder, own = index_folder(folders), own_lines(folders)
    if _is_fresh(folder, own):
        return folder
    with closing(store.open_table(folders, should_stop=should_stop)) as table:
        entries = list(table.all_entries())
    with store.building(folders) as work:
        write_index(
            work,
            entries,
            glossary(own),
            own=own,
            table=folder.parent / store.TABLE,
            progress=progress,
            should_stop=should_stop,
        )
        if should_stop():
            raise Stopped("building the index was cancelled")
        if not _is_fresh(folder, own):  # whole, but made with another glossary: it makes way only now
            shutil.rmtree(folder, ignore_errors=True)
        store.publish(work, folder)
    return folder


def write_index(
    work: Path,
    entries: list[CatalogueEntry],
    concepts: "Glossary",
    *,
    own: tuple[str, ...] = (),
    table: Path | None = None,
    progress: Progress = quiet,
    should_stop: ShouldStop = never,
) -> None:
    """Write the index of these entries into an empty folder. Raises Stopped once `should_stop()` is true.

    `own` are the user's lines that `concepts` has taken in. `table` is the file of the table of the same entries: with it,
    a second process may do half of the work.
    """
    from index.gathering import Second, gather  # noqa: PLC0415 - callers that only ask `is_built` load no Whoosh
    from index.inverted import write  # noqa: PLC0415 - as above
    from index.search import kin  # noqa: PLC0415 - as above

    total = len(entries) * 5 // 4  # the last fifth is the writing

    def step(done: int) -> None:
        if should_stop():
            raise Stopped("building the index was cancelled")
        progress(done, total)

    second = Second(table=table, own=own) if table else None
    found = gather(entries, concepts, work, step, second=second)
    kin.write(work, found.postings.of(MAIN), len(entries))
    write(
        work,
        found.postings,
        len(entries),
        FIELDS,
        lambda share: step(len(entries) + int(share * len(entries) / 4)),
    )
    lexicon = _lexicon(entries, found, concepts, own)
    (work / LEXICON).write_bytes(msgspec.json.encode(lexicon))
    (work / GLOSSARY).write_bytes(concepts.kept())
    progress(total, total)


def _lexicon(
    entries: list[CatalogueEntry], found: "Gathered", concepts: Concepts, own: tuple[str, ...]
) -> Lexicon:
    """Return the words and codes of all entries."""
    sounds = _sounds(found.chinese, concepts)
    codes = sorted(
        (squashed(code), n, code)
        for n, entry in enumerate(entries)
        for code in (entry.code, *entry.also_codes)
    )
    return Lexicon(
        made_with=made_with(),
        own_lines=own,
        words=dict(sorted(found.words.items())),
        stems={word: root for word in found.words if (root := stem(word)) != word},
        codes=[code for _, _, code in codes],
        code_numbers=[n for _, n, _ in codes],
        sounds=msgspec.Raw(msgspec.json.encode(sounds)),
    )


def _sounds(chinese: Counter[str], concepts: Concepts) -> Sounds:
    """Return the words of the catalogues and the glossary by what they sound like."""
    counts = Counter(chinese)
    for concept in concepts.ids():
        for term in concepts.terms(concept):
            if HAN_RUN.fullmatch(term):
                counts[simplify(term)] += _GLOSSARY_COUNT
    sounds: dict[str, list[str]] = {}
    initials: dict[str, list[str]] = {}
    for word in sorted(counts, key=lambda word: (-counts[word], word)):
        if len(word) > _LONGEST_SOUND:
            continue
        for key in spellings(word):
            sounds.setdefault(key, []).append(word)
        if len(word) >= _SHORTEST_INITIALS:
            for key in first_letters(word):
                initials.setdefault(key, []).append(word)
    return Sounds(whole=_few(sounds), initials=_few(initials))


def _few(words: dict[str, list[str]]) -> dict[str, list[str]]:
    return {key: known[:_MOST_WORDS] for key, known in words.items()}


def glossary(own: tuple[str, ...] = ()) -> "Glossary":
    """Load the glossary that index and queries share, with a user's own lines.

    A line that cannot be used any more, as after an update that dropped a concept it names, is passed over.
    """
    from index.glossary import Glossary  # noqa: PLC0415 - callers that only ask `is_built` need none

    lines = list(own)
    while lines and (faulty := {fault.line for fault in own_faults(lines)}):
        lines = [line for number, line in enumerate(lines, 1) if number not in faulty]
    return Glossary.load(lines)


def kept_glossary(folder: Path) -> Concepts:
    """Return the glossary that the index in this folder was made with. Raises StorageError."""
    from index.glossary import Glossary  # noqa: PLC0415 - as above

    try:
        return Glossary.from_kept((folder / GLOSSARY).read_bytes())
    except OSError as error:
        raise StorageError(
            "the index {folder} cannot be read: {reason}", folder=folder, reason=error.strerror or error
        ) from error


def main(arguments: list[str]) -> int:
    """Build the index below the four folders named, printing progress; the way in for the child process."""
    folders = child.folders_told(arguments)
    gc.freeze()
    gc.disable()  # a process of its own that makes millions of small objects and no cycles
    return child.build_in_child(lambda: build(folders, progress=child.print_progress))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
