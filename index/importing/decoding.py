"""From the bytes of a file to its text."""

import codecs
from pathlib import Path

from index.errors import BadInput
from index.text import clean

LIMIT = 200 * 1024 * 1024
"""Largest file that is read, in bytes."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PACKED = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_SAMPLE = 256 * 1024


def read_bytes(path: Path, limit: int = LIMIT) -> bytes:
    """Read a file whole. Raises BadInput if it cannot be read, is no file or is larger than `limit` bytes."""
    try:
        if not path.is_file():
            if not path.exists():
                raise BadInput("{path}: no such file", path=path)
            raise BadInput("{path}: not a file", path=path)
        if path.stat().st_size > limit:
            raise BadInput("{path}: larger than {megabytes} MB", path=path, megabytes=limit // 2**20)
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise BadInput("{path}: cannot be read: {reason}", path=path, reason=reason) from error
    if len(data) > limit:
        raise BadInput("{path}: larger than {megabytes} MB", path=path, megabytes=limit // 2**20)
    return data


def decode(data: bytes) -> str:
    """Decode the bytes of a text file, whatever its encoding; line ends become newlines.

    A byte order mark decides, then valid UTF-8, then UTF-16 without a mark, then charset-normalizer. Raises BadInput
    if the bytes are no text.
    """
    _refuse(data)
    text = clean(_decoded(data).replace("\r\n", "\n").replace("\r", "\n"))
    if text.count("\ufffd") * 10 > len(text):
        raise BadInput("not a text file")
    return text


def _refuse(data: bytes) -> None:
    """Say what to do with a file that is often taken for a page. Raises BadInput for one."""
    if data.startswith(b"%PDF-"):
        raise BadInput("a PDF; save it as text, HTML or DOCX first")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise BadInput("an old Excel or Word file; save it as XLSX, DOCX or CSV first")
    if data.startswith(b"{\\rtf"):
        raise BadInput("an RTF file; save it as DOCX or HTML first")
    if data.startswith(_PACKED):
        raise BadInput("a packed file; unpack it first")


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        if b"\x00" not in data[:_SAMPLE]:
            return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for encoding in ("utf-16-le", "utf-16-be"):
        if _looks_utf16(data[:_SAMPLE], encoding):
            return data.decode(encoding, errors="replace")
    if b"\x00" in data[:_SAMPLE]:
        raise BadInput("not a text file")
    return _guessed(data)


def _looks_utf16(data: bytes, encoding: str) -> bool:
    """Tell by the zero bytes of blanks, digits and line ends: they stand on one side of the pairs only."""
    low, high = data[::2].count(0), data[1::2].count(0)
    high_side, other = (high, low) if encoding == "utf-16-le" else (low, high)
    return high_side * 40 > len(data) and other * 20 <= high_side


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, needed for old encodings only

    best = from_bytes(data[:_SAMPLE], steps=8, chunk_size=1024).best()
    encoding = best.encoding if best is not None else "utf-8"
    return data.decode(encoding, errors="replace")
