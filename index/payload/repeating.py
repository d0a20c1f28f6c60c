"""Lines of a long text of which the like has been read: only their codes and request ids are taken, in one walk."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

from index.hits import Span
from index.payload.codes import numbered
from index.payload.context import ids_of
from index.payload.reading import Piece, Strength
from index.payload.telling import Told


def said_again(
    text: str, lines: Sequence[Span], is_known: Callable[[str], bool]
) -> tuple[list[Told], list[tuple[str, Span]]]:
    """Return the errors that some lines of a text say again, each code once a line, and the request ids of these lines."""
    joined = "\n".join(text[start:end] for start, end in lines)
    starts = list(accumulate((end - start + 1 for start, end in lines), initial=0))
    ids: list[tuple[str, Span]] = []
    by_line: dict[int, dict[str, Span]] = {}
    for piece, line, span in _placed(ids_of(joined, []), starts, lines):
        ids.append((piece.text, span))
        by_line.setdefault(line, {})[piece.text] = span
    told: dict[tuple[int, str], Told] = {}
    for piece, line, span in _placed(numbered(joined, is_known), starts, lines):
        key = line, piece.text
        if key in told:
            told[key].more.append(span)
            continue
        told[key] = Told(
            code=piece.text,
            span=span,
            strength=Strength.BARE,
            extent=span,
            known=is_known(piece.text),
            ids=dict(by_line.get(line, {})),
        )
    return list(told.values()), ids


def _placed(
    pieces: Iterable[Piece], starts: Sequence[int], lines: Sequence[Span]
) -> Iterator[tuple[Piece, int, Span]]:
    """Give pieces, which come in order, the number of their line and their place in the whole text."""
    line = shift = following = 0
    for piece in pieces:
        if piece.start >= following:
            line = bisect_right(starts, piece.start) - 1
            shift, following = lines[line][0] - starts[line], starts[line + 1]
        yield piece, line, (piece.start + shift, piece.end + shift)
