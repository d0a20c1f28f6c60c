"""Vectors that were made before, by text: what comes or changes later is all that has to be read.

They lie in the cache beside the generations, which come and go with the packs: one file a model, records of one size, each
with a checksum. New ones are put at the end as they are made, so that a build that is cut off loses next to nothing.
"""

import hashlib
from collections.abc import Iterable, Mapping

from index.errors import StorageError
from index.folders import Folders, private
from index.meaning.model import DIMENSIONS

FOLDER = "passages"
_NAME = 16
_VECTOR = DIMENSIONS * 2
_CHECK = 8
_RECORD = _NAME + _VECTOR + _CHECK


class KnownVectors:
    """The vectors of one model, by the text that they were made of."""

    def __init__(self, folders: Folders, made_with: str) -> None:
        """Work on the file for what vectors depend on besides their text."""
        self._folder = folders.cache / FOLDER
        self._path = self._folder / f"{hashlib.sha256(made_with.encode()).hexdigest()[:20]}.f16"

    def of(self, texts: Iterable[str]) -> dict[str, bytes]:
        """Return the vectors of those texts that are known, in half precision; never raises."""
        names = {_name(text): text for text in texts}
        found = ((names.get(name), vector) for name, vector in self._records())
        return {text: vector for text, vector in found if text is not None}

    def add(self, made: Mapping[str, bytes]) -> None:
        """Put vectors at the end. Raises StorageError."""
        self._write("ab", made)

    def keep_only(self, vectors: Mapping[str, bytes]) -> None:
        """Forget all others, and those of other models. Raises StorageError."""
        if {name for name, _ in self._records()} - set(map(_name, vectors)):
            self._write("wb", vectors)
        try:
            for path in self._folder.glob("*.f16"):
                if path != self._path:
                    path.unlink(missing_ok=True)
        except OSError as error:
            raise self._refused(error) from error

    def _records(self) -> Iterable[tuple[bytes, bytes]]:
        """Give the whole records; one that was cut off or changed is left out."""
        try:
            held = self._path.read_bytes()
        except OSError:
            return
        for start in range(0, len(held) - _RECORD + 1, _RECORD):
            body, check = (
                held[start : start + _NAME + _VECTOR],
                held[start + _NAME + _VECTOR : start + _RECORD],
            )
            if _check(body) == check:
                yield body[:_NAME], body[_NAME:]

    def _write(self, mode: str, vectors: Mapping[str, bytes]) -> None:
        bodies = (_name(text) + vector for text, vector in vectors.items())
        records = b"".join(body + _check(body) for body in bodies)
        try:
            private(self._folder)
            with self._path.open(mode) as file:
                if mode == "ab":  # behind the last whole record
                    file.truncate(file.tell() // _RECORD * _RECORD)
                file.write(records)
        except OSError as error:
            raise self._refused(error) from error

    def _refused(self, error: OSError) -> StorageError:
        return StorageError(
            "cannot write to {folder}: {reason}", folder=self._folder, reason=error.strerror or error
        )


def _name(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()[:_NAME]


def _check(body: bytes) -> bytes:
    return hashlib.sha256(body).digest()[:_CHECK]
