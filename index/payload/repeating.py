"""Lines of a long text of which the like has been read: only their codes and request ids are taken, in one walk."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
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
    starts = list(accumulate((end - start + 1 for start, end in lines), initial=0))[:-1]
    ids: list[tuple[str, Span]] = []
    by_line: dict[int, dict[str, Span]] = {}
    for piece in ids_of(joined, []):
        line, span = _place(piece, starts, lines)
        ids.append((piece.text, span))
        by_line.setdefault(line, {})[piece.text] = span
    told: dict[tuple[int, str], Told] = {}
    for piece in numbered(joined, is_known):
        line, span = _place(piece, starts, lines)
        same = told.get((line, piece.text))
        if same is not None:
            same.more.append(span)
            continue
        told[line, piece.text] = Told(
            code=piece.text,
            span=span,
            strength=Strength.BARE,
            extent=span,
            known=is_known(piece.text),
            ids=dict(by_line.get(line, {})),
        )
    return list(told.values()), ids


def _place(piece: Piece, starts: list[int], lines: Sequence[Span]) -> tuple[int, Span]:
    """Return the number of a piece's line, and where the piece stands in the whole text."""
    line = bisect_right(starts, piece.start) - 1
    shift = lines[line][0] - starts[line]
    return line, (piece.start + shift, piece.end + shift)
