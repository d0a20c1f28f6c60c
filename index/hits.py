"""What a search answers: hits with their reasons, and counts for the filter chips.

A view paints what stands here and guesses nothing again.
"""

from enum import StrEnum

import msgspec

from index.entry import CatalogueEntry

Span = tuple[int, int]
"""Start and end of a stretch of text, in characters, end exclusive."""


class Reason(StrEnum):
    """Why an entry was found, best first; a hit never leaves its tier."""

    CODE = "code"
    LOOSE_CODE = "loose-code"
    CODE_PREFIX = "code-prefix"
    MESSAGE = "message"
    ALL_WORDS = "all-words"
    SOME_WORDS = "some-words"
    SIMILAR = "similar"


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One entry that was found."""

    entry: CatalogueEntry
    """The entry, whole."""
    reason: Reason
    """The tier it was found in."""
    values: tuple[str, ...] | None = None
    """Values of the placeholders: () where the template has none, None where there is none or it does not fit."""
    score: float = 0.0
    """Comparable within one answer and one tier only."""
    spans: dict[str, tuple[Span, ...]] = {}
    """What to mark, by field: `code`, `message`, `description.en`, `solution.zh-Hans`, ...; sorted, not overlapping."""


class Facets(msgspec.Struct, frozen=True, kw_only=True):
    """How many hits each filter value would leave; a group's own choice does not narrow that group."""

    provider: dict[str, int] = {}
    """By provider name."""
    service: dict[str, int] = {}
    """By service name."""
    status: dict[str, int] = {}
    """By HTTP status, `404`, and class, `4xx`; entries without one under ""."""
    language: dict[str, int] = {}
    """By language in which a description or solution exists."""
    solution: dict[str, int] = {}
    """`yes` and `no`."""
    kept: dict[str, int] = {}
    """`note` and `pin`: what the user has written about, and pinned."""


class UnknownFilter(msgspec.Struct, frozen=True, kw_only=True):
    """A filter of a query that names what no catalogue has, so that nothing can be found."""

    group: str
    """`provider`, `service` or `language`."""
    name: str
    """As asked for."""
    known: tuple[str, ...]
    """The values there are."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to one query."""

    query: str
    """The query as asked."""
    total: int = 0
    """All hits, not only those in `hits`."""
    weak: bool = False
    """Nothing fits well: show the hits, but say so."""
    did_you_mean: tuple[str, ...] = ()
    """Codes or words that exist and are near; best first."""
    took_ms: float = 0.0
    """Time spent searching."""
    hits: tuple[Hit, ...] = ()
    """Best first, at most as many as asked for."""
    facets: Facets = Facets()
    """Counts over all hits."""
    unknown: tuple[UnknownFilter, ...] = ()
    """Filters that leave nothing, whatever is asked."""
