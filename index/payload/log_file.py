"""Opens a log of any length and reads it in pieces: UTF-8, UTF-16 by its mark, and gzip as it is.

What cannot be a log is said in one line: a folder, a device, an archive, a file that is no text.
"""

import codecs
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import IO, NamedTuple

from index.errors import BadInput

LARGEST = 1 << 30
"""Most bytes that are read of a log, unpacked."""
PIECE = 1 << 20
"""Characters of a piece."""
_HEAD = 8192
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_GZIP = b"\x1f\x8b"
_OTHERS = {
    b"PK\x03\x04": "a ZIP archive or office document", b"7z\xbc\xaf": "a 7-Zip archive", b"\xfd7zXZ": "packed with xz",
    b"BZh": "packed with bzip2", b"\x28\xb5\x2f\xfd": "packed with zstd", b"Rar!": "a RAR archive", b"%PDF": "a PDF document",
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"\x7fELF": "a program",
}  # fmt: skip


class Fault(StrEnum):
    """Why a log cannot be read."""

    FOLDER = "folder"
    DEVICE = "device"
    OTHER_KIND = "other-kind"
    NO_TEXT = "no-text"
    DAMAGED = "damaged"
    TOO_LARGE = "too-large"
    SYSTEM = "system"
    """The operating system says no: it is not there, or may not be read."""


class UnreadableLog(BadInput):
    """A file that cannot be read as a log; `fault` and `name` let a window say it in its own words."""

    def __init__(self, fault: Fault, name: str, template: str, /, **values: object) -> None:
        super().__init__(template, **values)
        self.fault, self.name = fault, name


class Log(NamedTuple):
    """A log that can be read once."""

    pieces: Iterator[str]
    """Its text, in pieces."""
    total: int
    """Its size in bytes as it lies on the disk, 0 where it is not known."""
    done: Callable[[], int]
    """How many bytes of them were read."""


@contextmanager
def open_log(path: Path) -> Iterator[Log]:
    """Open a log file. Raises UnreadableLog, also while it is read, with a line that says why it cannot be read."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise UnreadableLog(Fault.FOLDER, str(path), "{path} is a folder: name one log file", path=path)
        if not stat.S_ISREG(about.st_mode) and not stat.S_ISFIFO(about.st_mode):
            raise UnreadableLog(Fault.DEVICE, str(path), "{path} is no file that can be read", path=path)
        with path.open("rb") as file:
            yield read_stream(file, about.st_size if stat.S_ISREG(about.st_mode) else 0, str(path))
    except OSError as error:
        reason = error.strerror or error
        raise UnreadableLog(
            Fault.SYSTEM, str(path), "cannot read {path}: {reason}", path=path, reason=reason
        ) from error


def read_stream(stream: IO[bytes], total: int = 0, name: str = "standard input") -> Log:
    """Read a log from a stream of bytes. Raises UnreadableLog while it is read."""
    done = 0

    def chunks() -> Iterator[bytes]:
        nonlocal done
        while chunk := stream.read(PIECE):
            done += len(chunk)
            yield chunk

    return Log(_pieces(chunks(), name), total, lambda: done)


def _pieces(chunks: Iterator[bytes], name: str) -> Iterator[str]:
    first = next(chunks, b"")
    chunks = chain((first,), chunks)
    if first.startswith(_GZIP):
        chunks = _unpacked(chunks, name)
        first = next(chunks, b"")
        chunks = chain((first,), chunks)
    encoding = next((encoding for mark, encoding in _MARKS.items() if first.startswith(mark)), "utf-8")
    _refuse_others(first[:_HEAD], encoding, name)
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    read = 0
    for chunk in chunks:
        read += len(chunk)
        if read > LARGEST:
            line = "{path}: only {megabytes:,} MB of a log can be read; cut it first"
            raise UnreadableLog(Fault.TOO_LARGE, name, line, path=name, megabytes=LARGEST >> 20)
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _unpacked(chunks: Iterator[bytes], name: str) -> Iterator[bytes]:
    """Unpack gzip, of several parts too, never more than a piece at once."""
    unpack = zlib.decompressobj(wbits=31)
    try:
        for packed in chunks:
            rest = packed
            while rest:
                if unpack.eof:
                    unpack = zlib.decompressobj(wbits=31)
                yield unpack.decompress(rest, PIECE)
                rest = unpack.unused_data if unpack.eof else unpack.unconsumed_tail
    except zlib.error as error:
        line = "cannot read {path}: it is damaged ({reason})"
        raise UnreadableLog(Fault.DAMAGED, name, line, path=name, reason=error) from error
    if not unpack.eof:
        raise UnreadableLog(Fault.DAMAGED, name, "cannot read {path}: the packed file ends early", path=name)


def _refuse_others(head: bytes, encoding: str, name: str) -> None:
    kind = next((words for mark, words in _OTHERS.items() if head.startswith(mark)), None)
    if kind is not None:
        line = "{path} is {kind}, not a text: unpack or convert it first"
        raise UnreadableLog(Fault.OTHER_KIND, name, line, path=name, kind=kind)
    if b"\x00" in head and encoding in {"utf-8", "utf-8-sig"}:
        raise UnreadableLog(Fault.NO_TEXT, name, "{path} is no text file", path=name)
