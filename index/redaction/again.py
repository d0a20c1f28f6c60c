"""Further places of secrets that were found once, such as a key repeated in a message."""

import re
from collections.abc import Iterator

from index.hits import Span

_SHORTEST = 8
_LONGEST = 200_000
_FEW = 16
"""So many secrets are looked for by one pattern; its time grows with their number."""


def said_again(text: str, found: list[tuple[str, Span]]) -> Iterator[tuple[str, Span]]:
    """Find the other places of the secrets that were found: kind and span, in order, without overlaps."""
    known = {text[start:end]: kind for kind, (start, end) in found if _SHORTEST <= end - start < _LONGEST}
    if not known:
        return
    taken = {span for _, span in found}
    for span in _by_pattern(text, known) if len(known) <= _FEW else _by_head(text, known):
        if span not in taken:
            yield known[text[slice(*span)]], span


def _by_pattern(text: str, known: dict[str, str]) -> Iterator[Span]:
    """Look for all of them at once; longer ones first, so that none hides behind its own beginning."""
    pattern = re.compile("|".join(re.escape(word) for word in sorted(known, key=len, reverse=True)))
    return (match.span() for match in pattern.finditer(text))


def _by_head(text: str, known: dict[str, str]) -> Iterator[Span]:
    """Look at each place whether one of many begins there, by its first letters; linear in the text."""
    sizes: dict[str, set[int]] = {}
    for word in known:
        sizes.setdefault(word[:_SHORTEST], set()).add(len(word))
    longest_first = {head: sorted(lengths, reverse=True) for head, lengths in sizes.items()}
    last = len(text) - _SHORTEST + 1
    begun = [at for at in range(last) if text[at : at + _SHORTEST] in longest_first]
    done = 0
    for at in begun:
        if at >= done:
            for size in longest_first[text[at : at + _SHORTEST]]:
                if at + size <= len(text) and text[at : at + size] in known:
                    done = at + size
                    yield at, done
                    break
