"""Reads rows straight from the pages of a SQLite file, for when SQLite itself no longer finds its way through it.

Only leaf pages of tables are looked at, each by itself: a damaged header, schema or inner page hides nothing. What
comes out are candidates; the caller keeps those whose checksum fits. The form is SQLite's published file format:
pages of 4096 bytes, cells of (payload length, row number, record), records of (types, values).
"""

from collections.abc import Iterator

from index.library.rows import Value
from index.library.schema import PAGE_SIZE

_LEAF = 0x0D
_FILE_HEADER = 100
_LOG_HEADER, _FRAME_HEADER = 32, 24
_LOCAL_MOST = PAGE_SIZE - 35
_LOCAL_LEAST = (PAGE_SIZE - 12) * 32 // 255 - 23
_LARGEST_PAYLOAD = 4_000_000
_MOST_CELLS = PAGE_SIZE // 4
_INTEGER_SIZES = (0, 1, 2, 3, 4, 6, 8)
_FIRST_SIZED = 12

Pages = dict[int, bytes]


def rows_in(file: bytes, log: bytes) -> Iterator[list[Value]]:
    """Give the rows found in a database file and its write-ahead log; never raises, whatever the bytes are.

    Each row is its number followed by the columns after it.
    """
    pages = _pages(file, log)
    for number, page in pages.items():
        start = _FILE_HEADER if number == 1 else 0
        if len(page) < PAGE_SIZE or page[start] != _LEAF:
            continue
        for at in range(min(int.from_bytes(page[start + 3 : start + 5], "big"), _MOST_CELLS)):
            place = start + 8 + 2 * at
            try:
                yield _cell(pages, page, int.from_bytes(page[place : place + 2], "big"))
            except (IndexError, ValueError):
                continue


def _pages(file: bytes, log: bytes) -> Pages:
    """Return the pages by number, those that the log has committed in place of those of the file."""
    pages = {n // PAGE_SIZE + 1: file[n : n + PAGE_SIZE] for n in range(0, len(file), PAGE_SIZE)}
    step = _FRAME_HEADER + PAGE_SIZE
    salts = log[_LOG_HEADER + 8 : _LOG_HEADER + 16]
    waiting: Pages = {}
    for start in range(_LOG_HEADER, len(log) - step + 1, step):
        if log[start + 8 : start + 16] != salts:
            break  # left over from before the log was last started anew
        waiting[int.from_bytes(log[start : start + 4], "big")] = log[start + _FRAME_HEADER : start + step]
        if any(log[start + 4 : start + 8]):  # the last frame of a commit
            pages |= waiting
            waiting = {}
    return pages


def _cell(pages: Pages, page: bytes, at: int) -> list[Value]:
    size, at = _varint(page, at)
    number, at = _varint(page, at)
    if not 0 < size <= _LARGEST_PAYLOAD:
        raise ValueError(size)
    local = size
    if size > _LOCAL_MOST:
        local = _LOCAL_LEAST + (size - _LOCAL_LEAST) % (PAGE_SIZE - 4)
        local = local if local <= _LOCAL_MOST else _LOCAL_LEAST
    payload = page[at : at + local]
    following = int.from_bytes(page[at + local : at + local + 4], "big")
    parts = [payload]
    missing = size - len(payload)
    seen: set[int] = set()
    while missing > 0:
        overflow = pages.get(following, b"") if following not in seen else b""
        seen.add(following)
        part = overflow[4 : 4 + min(missing, PAGE_SIZE - 4)]
        if not part:
            raise ValueError(following)
        parts.append(part)
        missing -= len(part)
        following = int.from_bytes(overflow[:4], "big")
    return [number, *_record(b"".join(parts))[1:]]


def _record(payload: bytes) -> list[Value]:
    """Decode a record; its first value is the row number's column, which is empty there."""
    header, at = _varint(payload, 0)
    kinds = []
    while at < header:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    return values


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind < len(_INTEGER_SIZES):
        end = at + _INTEGER_SIZES[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind in (8, 9):
        return kind - 8, at
    if kind < _FIRST_SIZED:
        raise ValueError(kind)
    end = at + (kind - _FIRST_SIZED) // 2
    if end > len(payload):
        raise ValueError(end)
    part = payload[at:end]
    return (part.decode("utf-8", "replace") if kind % 2 else part), end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Read a number of one to nine bytes, seven bits in each but the ninth."""
    value = 0
    for step in range(8):
        byte = data[at + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the bit that says that another byte follows
            return value, at + step + 1
    return value << 8 | data[at + 8], at + 9
