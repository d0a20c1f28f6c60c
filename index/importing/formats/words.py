"""Tables whose cells are parted by single blanks only, one row a line or the whole table on one line.

Where a row begins is told by the kinds of its first columns: the code stands before all texts, the status before or
among them. The texts of a row cannot be told apart by blanks; they are cut at their sentences where there are as many as columns.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from index.importing.fields import TEXT_FIELDS, Field
from index.importing.headers import field_of, is_header_row
from index.importing.page import Block, Table, Text
from index.importing.values import Kind, is_reason_phrase, kind_of

_WIDEST, _LONGEST, _LONGEST_CELL = 7, 18, 4
"""Columns and words of a header, and words of one of its cells."""
_MOST_CUTS = 20
_FEWEST = 2
_SEARCHED = 24
"""Words of a line in which its header may begin."""
_TRIED = 500
"""Words that are read to see which of several headers is the right one."""
_PATIENCE = 20_000
"""How many headers are looked for in a whole text; one that is full of them has none."""
_STATUS = re.compile(r"([1-5]\d\d)(?!\d)([A-Z]?.*)")
_PHRASE = 5
"""Words of the longest reason phrase."""
_MOST_HELD = 6
"""Lines over which a row may go on."""
_PAGE_MARK = re.compile(r"(?:page|seite|第)?\s*\d{1,4}\s*(?:(?:of|von|/)\s*\d{1,4}|页)?", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|(?<=[。！？])\s*")


def blocks_by_words(text: str) -> list[Block]:
    """Read the lines of a text; a header of known words followed by rows becomes a table. Time grows with the length."""
    lines = text.split("\n")
    blocks: list[Block] = []
    patience = iter(range(_PATIENCE))
    at = 0
    while at < len(lines):
        table, after = _table(lines, at, patience)
        if table is not None:
            blocks.append(table)
        elif lines[at].strip():
            blocks.append(Text(text=" ".join(lines[at].split()), where=f"line {at + 1}"))
        at = after
    return blocks


def _table(lines: Sequence[str], at: int, patience: Iterator[int]) -> tuple[Table | None, int]:
    """Return the table whose header is on this line, and the number of the line after it."""
    words = lines[at].split()
    best: tuple[tuple[int, ...], list[str], int] | None = None
    for header, start in _headers(words, patience):
        fields = [field_of(cell) for cell in header]
        rows, _ = _read(lines, at, words[start : start + _TRIED], fields, _TRIED)
        score = len(rows), sum(map(all, rows)), Field.NAME not in fields, len(fields)
        if len(rows) >= _FEWEST and (best is None or score > best[0]):
            best = score, header, start
    if best is None:
        return None, at + 1
    _, header, start = best
    rows, after = _read(lines, at, words[start:], [field_of(cell) for cell in header], None)
    return Table(rows=(tuple(header), *rows), header=1, where=f"line {at + 1}", exact=True), after


def _read(
    lines: Sequence[str], at: int, here: list[str], fields: Sequence[Field], most: int | None
) -> tuple[list[tuple[str, ...]], int]:
    """Read the rows behind a header on this line, or below it; `most` words of those below, and the line after them."""
    lead = next(n for n, field in enumerate(fields) if field in TEXT_FIELDS)
    after = at + 1
    if not here:
        held: list[str] = []  # lines that go on with a row, if another row follows
        for number, line in enumerate(lines[after:], after + 1):
            words = line.split()
            if (most is not None and len(here) >= most) or number - after > _MOST_HELD:
                break
            if _begins(words, 0, fields[:lead]):
                here += [*held, *words, "\n"]
                held, after = [], number
            elif not here:
                break
            elif not _PAGE_MARK.fullmatch(line.strip()):
                held += words
        if held and here[-2][-1:] not in ".。!！?？":
            ends = next((n for n, word in enumerate(held) if word[-1:] in ".。!！?？"), -1)
            here += held[: ends + 1]
    return [_row(row, fields, lead) for row in _rows(here, fields[:lead])], after


def _headers(words: Sequence[str], patience: Iterator[int]) -> Iterator[tuple[list[str], int]]:
    """Go through what could be the header in a line: its cells, widest first, and the number of the word after it."""
    long = len(words) > _LONGEST
    known = _KnownCells(words)
    for start in range(min(len(words), _SEARCHED) if long else 1):
        ends = range(min(start + _LONGEST, len(words)), start + 1, -1) if long else (len(words),)
        for end in ends if start < len(words) and known[start] else ():
            if next(patience, None) is None:
                return
            cuts = islice(_cuts(known, start, end), _MOST_CUTS)
            for places, _ in zip(cuts, patience, strict=False):
                cells = [" ".join(words[one:other]) for one, other in pairwise((start, *places))]
                fields = [field_of(cell) for cell in cells]
                texts = [n for n, field in enumerate(fields) if field in TEXT_FIELDS]
                if not texts or not is_header_row(cells):
                    continue
                lead, tail = fields[: texts[0]], fields[texts[0] :]
                among = tail.count(Field.STATUS)
                if len(texts) + among != len(tail) or among > (Field.STATUS not in lead):
                    continue
                if Field.CODE in lead and len(set(lead)) == len(lead):
                    yield cells, end


class _KnownCells(dict[int, list[int]]):
    """For each word where a known header that begins with it ends, the longest first; looked for when asked for."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._words = words[: _SEARCHED + _LONGEST]

    def __missing__(self, start: int) -> list[int]:
        words = self._words
        self[start] = ends = [
            end
            for end in range(min(start + _LONGEST_CELL, len(words)), start, -1)
            if field_of(" ".join(words[start:end])) is not Field.OTHER
        ]
        return ends


def _cuts(known: Mapping[int, Sequence[int]], start: int, end: int) -> Iterator[tuple[int, ...]]:
    """Go through the ways to cut a stretch of words into few known headers: where each of them ends."""
    fewest = {end: 0}  # cells that are needed from a word on, so that no way is gone that leads nowhere
    for at in range(end - 1, start - 1, -1):
        needed = [fewest[stop] + 1 for stop in known[at] if stop in fewest]
        if needed:
            fewest[at] = min(needed)

    def cut(at: int, left: int) -> Iterator[tuple[int, ...]]:
        if at == end:
            yield ()
            return
        for stop in known[at]:
            if fewest.get(stop, left) < left:
                yield from ((stop, *rest) for rest in cut(stop, left - 1))

    return cut(start, _WIDEST) if start in fewest else iter(())


def _begins(words: Sequence[str], at: int, lead: Sequence[Field]) -> bool:
    """Tell whether a row begins at this word: each of the first columns is one word of its kind."""
    if at + len(lead) >= len(words):
        return False
    for word, field in zip(words[at : at + len(lead)], lead, strict=True):
        kind = kind_of(word)
        if field is Field.STATUS and kind is not Kind.STATUS:
            return False
        if field is Field.CODE and (kind not in (Kind.CODE, Kind.NUMBER) or word.endswith((".", ",", ":"))):
            return False
    return True


def _rows(words: Sequence[str], lead: Sequence[Field]) -> Iterator[list[str]]:
    """Cut words into rows; without a status a row begins at a line's beginning or after a sentence only."""
    row: list[str] = []
    for at, word in enumerate(words):
        fresh = at == 0 or words[at - 1] == "\n" or Field.STATUS in lead or words[at - 1][-1:] in ".。!！?？"
        if fresh and word != "\n" and _begins(words, at, lead) and (not row or len(row) > len(lead)):
            if row:
                yield row
            row = [word]
        elif row:
            row.append(word)
    if row:
        yield row


def _row(words: Sequence[str], fields: Sequence[Field], lead: int) -> tuple[str, ...]:
    """Put the words of a row into its columns."""
    said = [word for word in words[lead:] if word != "\n"]
    if Field.STATUS not in fields[lead:]:
        return (*words[:lead], *_texts(said, len(fields) - lead))
    column = fields.index(Field.STATUS, lead)
    at = next((n for n, word in enumerate(said) if n and _STATUS.match(word)), len(said))
    status, after = _status(said[at:])
    return (
        *words[:lead],
        *_texts(said[:at], column - lead),
        status,
        *_texts(after, len(fields) - column - 1),
    )


def _texts(words: Sequence[str], width: int) -> tuple[str, ...]:
    """Cut the words of a row at their sentences where there are as many as columns."""
    text = " ".join(words)
    parts = _SENTENCE.split(text)
    return tuple(parts) if len(parts) == width else (text, *[""] * (width - 1))[:width]


def _status(words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Part `403 Forbidden You may not.` into its status and what follows the reason phrase."""
    found = _STATUS.match(words[0]) if words else None
    if found is None:
        return "", words
    rest = [word for word in (found[2], *words[1:]) if word]
    phrase = next((n for n in range(_PHRASE, 0, -1) if is_reason_phrase(found[1], " ".join(rest[:n]))), 0)
    return found[1], rest[phrase:]
