"""Where the terms of an entry stand in its texts, kept beside the index.

Painting hits and comparing sentences would cut up hundreds of texts for each key pressed; cut once at building, they are
read back in microseconds. A term is kept as a checksum of 32 bits: what it is for, two terms in a million may look alike.
"""

import os
import zlib
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from index.errors import StorageError

CUTS, PLACES = "cuts.bin", "cuts.places"
_REMEMBERED = 4096
_MOST_KEYS = 100_000
_WIDTH = array("I").itemsize
_LENGTH_BITS, _SENTENCE_BITS = 9, 7
_START = _LENGTH_BITS + _SENTENCE_BITS
_MOST_LENGTH, _MOST_SENTENCES = (1 << _LENGTH_BITS) - 1, (1 << _SENTENCE_BITS) - 1


Row = tuple[str, int, int, int]
"""A term in a text: the term, where it starts in the text as given, where it ends, the number of its sentence."""


def key(term: str) -> int:
    """Return what a term is kept as."""
    return zlib.crc32(term.encode("utf-8", "replace"))


class _Keys(dict[str, int]):
    """What terms are kept as, remembered while an index is built."""

    def __missing__(self, term: str) -> int:
        if len(self) > _MOST_KEYS:
            self.clear()
        known = self[term] = key(term)
        return known


_keys = _Keys()


class FieldCut(msgspec.Struct, frozen=True, array_like=True):
    """One text of an entry."""

    name: str
    """`code`, `message`, `description.en`, ..."""
    rows: int
    """How many of the entry's rows are of this text."""
    sizes: tuple[int, ...]
    """By sentence, the characters of its words, small words left out."""


class TextCut(msgspec.Struct, frozen=True):
    """The terms of one text, packed."""

    keys: bytes
    """What each row's term is kept as."""
    places: bytes
    """Start, length and sentence of each row."""
    sizes: tuple[int, ...]
    """By sentence, the characters of its words, small words left out."""


def packed(rows: Sequence[Row], sizes: Sequence[int]) -> TextCut:
    """Pack the terms of a text."""
    return TextCut(
        array("I", [_keys[term] for term, _, _, _ in rows]).tobytes(),
        array(
            "I",
            [
                (start << _LENGTH_BITS | min(end - start, _MOST_LENGTH)) << _SENTENCE_BITS
                | min(sentence, _MOST_SENTENCES)
                for _, start, end, sentence in rows
            ],
        ).tobytes(),
        tuple(sizes[: _MOST_SENTENCES + 1]),
    )


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    fields: tuple[FieldCut, ...]
    keys: bytes
    places: bytes


class EntryCut:
    """The terms of one entry, in order of their fields."""

    __slots__ = ("fields", "keys", "places")

    def __init__(self, fields: tuple[FieldCut, ...], keys: "array[int]", places: "array[int]") -> None:
        """Hold them."""
        self.fields = fields
        """Its texts."""
        self.keys = keys
        """What each row's term is kept as."""
        self.places = places
        """Start, length and sentence of each row."""


class CutWriter:
    """Writes the cuts of entries in their order."""

    def __init__(self, folder: Path) -> None:
        """Write into this folder."""
        self._folder = folder
        self._file = (folder / CUTS).open("wb")
        self._places = array("Q", (0,))
        self._encode = msgspec.msgpack.Encoder().encode

    def add(self, texts: Iterable[tuple[str, "TextCut"]]) -> None:
        """Add the next entry: its texts by name."""
        named = list(texts)
        kept = _Kept(
            tuple(FieldCut(name, len(text.keys) // _WIDTH, text.sizes) for name, text in named),
            b"".join(text.keys for _, text in named),
            b"".join(text.places for _, text in named),
        )
        self._places.append(self._places[-1] + self._file.write(zlib.compress(self._encode(kept), 1)))

    def append(self, folder: Path) -> None:
        """Add all the entries that another writer has written into a folder.

        Raises OSError where they cannot be read; then nothing was added. StorageError where they cannot be written.
        """
        ends = array("Q")
        ends.frombytes((folder / PLACES).read_bytes())
        cuts = (folder / CUTS).read_bytes()
        before = self._places[-1]
        try:
            self._file.write(cuts)
        except OSError as error:
            raise StorageError(
                "cannot write to {folder}: {reason}", folder=self._folder, reason=error.strerror or error
            ) from error
        self._places.extend(before + end for end in ends[1:])

    def close(self) -> None:
        """Write what is left."""
        self._file.close()
        (self._folder / PLACES).write_bytes(self._places.tobytes())


class Cuts:
    """Reads them back. Raises StorageError where they cannot be read."""

    def __init__(self, folder: Path) -> None:
        """Open those in a folder."""
        try:
            self._file = (folder / CUTS).open("rb")
            self._places = array("Q")
            self._places.frombytes((folder / PLACES).read_bytes())
        except (OSError, ValueError) as error:
            raise StorageError(
                "the index {folder} cannot be read: {reason}", folder=folder, reason=error
            ) from error
        self._decode = msgspec.msgpack.Decoder(_Kept).decode
        self._known: OrderedDict[int, EntryCut] = OrderedDict()

    def of(self, n: int) -> EntryCut:
        """Return the cut of entry n."""
        known = self._known.get(n)
        if known is not None:
            return known
        start, end = self._places[n], self._places[n + 1]
        try:
            kept = self._decode(zlib.decompress(os.pread(self._file.fileno(), end - start, start)))
        except (OSError, zlib.error, msgspec.MsgspecError) as error:
            raise StorageError("the index cannot be read: {reason}", reason=error) from error
        keys, places = array("I"), array("I")
        keys.frombytes(kept.keys)
        places.frombytes(kept.places)
        cut = EntryCut(kept.fields, keys, places)
        self._known[n] = cut
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return cut

    def close(self) -> None:
        """Close the file."""
        self._file.close()


Marked = dict[str, list[tuple[int, int, int, int]]]
"""By field, (start, end, sentence, what is wanted of it) for each row whose term is wanted, in order."""


def marked(cut: EntryCut, wanted: Mapping[int, int]) -> Marked:
    """Return the rows whose terms are wanted; fields without any are left out."""
    found: Marked = {}
    field, end = -1, 0
    rows: list[tuple[int, int, int, int]] = []
    for at, one in [(at, one) for at, one in enumerate(cut.keys) if one in wanted]:
        if at >= end:
            while at >= end:
                field += 1
                end += cut.fields[field].rows
            rows = found[cut.fields[field].name] = []
        place = cut.places[at]
        start = place >> _START
        rows.append(
            (start, start + (place >> _SENTENCE_BITS & _MOST_LENGTH), place & _MOST_SENTENCES, wanted[one])
        )
    for placed in found.values():
        placed.sort()
    return found
