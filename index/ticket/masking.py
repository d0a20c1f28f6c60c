"""Takes secrets out of every outside text of one ticket, with one placeholder per secret throughout."""

import re
from collections.abc import Collection, Iterable, Iterator

from index.redact import find_secrets
from index.reports import Explanation, Secret

_SHORTEST = 6
"""A payload's secret shorter than this is masked only where it is found again by itself: `123` stands in many texts."""


_PLACEHOLDER = re.compile(r"<[a-z]+(?:-[a-z]+){0,3}(?:-[0-9]{1,6})?>")
_EDGES = " .,;:!?\"'()[]{}"


class Masker:
    """Masks texts and counts the secrets that it hid; placeholders stay the same whatever is shown."""

    def __init__(self, explanation: Explanation | None = None, shown: Collection[str] = ()) -> None:
        """Start with the secrets of a payload; `shown` are placeholders that the person chose to show."""
        self._shown = frozenset(shown)
        self._names: dict[str, str] = {}
        self._hidden: set[str] = set()
        if explanation is not None:
            for secret in explanation.secrets:
                self._names.setdefault(
                    explanation.text[slice(*secret.span)].strip(_EDGES), secret.placeholder
                )
        self._known = sorted((raw for raw in self._names if len(raw) >= _SHORTEST), key=len, reverse=True)

    @property
    def hidden(self) -> int:
        """How many different secrets were hidden so far."""
        return len(self._hidden)

    @property
    def names(self) -> tuple[str, ...]:
        """The placeholders of all secrets seen so far, hidden or shown."""
        return tuple(sorted(set(self._names.values())))

    def mask(self, text: str) -> str:
        """Return the text with its secrets replaced by their placeholders, but for those to be shown."""
        return self._masked(text, text, 0, len(text))

    def part(self, text: str, start: int, end: int) -> str:
        """Return text[start:end] masked; what stands around it tells its secrets too, and half of one is hidden whole.

        The text may hold placeholders already: what stands behind one is no secret.
        """
        covered = _PLACEHOLDER.sub(lambda found: "*" * len(found[0]), text)
        return self._masked(text, covered, start, end)

    def _masked(self, text: str, read: str, start: int, end: int) -> str:
        out: list[str] = []
        at = start
        for first, last, name in self._places(text, read):
            if last <= at or first >= end:
                continue
            out.append(text[at : max(first, at)])
            if name in self._shown:
                out.append(text[max(first, at) : min(last, end)])
            else:
                self._hidden.add(name)
                out.append(name)
            at = min(last, end)
        return "".join([*out, text[at:end]])

    def _places(self, text: str, read: str) -> Iterator[tuple[int, int, str]]:
        """Find the secrets of a text with their placeholders, in order and not overlapping."""
        spans = [
            (secret.span, self._name(text[slice(*secret.span)], secret)) for secret in find_secrets(read)
        ]
        spans += self._occurrences(text)
        end = 0
        for (first, last), name in sorted(spans, key=lambda item: (item[0][0], -item[0][1])):
            if first >= end:
                yield first, last, name
                end = last

    def _occurrences(self, text: str) -> Iterable[tuple[tuple[int, int], str]]:
        for raw in self._known:
            at = text.find(raw)
            while at >= 0:
                yield (at, at + len(raw)), self._names[raw]
                at = text.find(raw, at + len(raw))

    def _name(self, raw: str, secret: Secret) -> str:
        raw = raw.strip(_EDGES)  # a full stop that was taken for a part of it makes no other secret
        if raw not in self._names:
            taken = set(self._names.values())
            number = 1
            while (name := f"<{secret.kind}>" if number == 1 else f"<{secret.kind}-{number}>") in taken:
                number += 1
            self._names[raw] = name
        return self._names[raw]
