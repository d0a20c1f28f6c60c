"""What is shown beside an entry: other entries worth a look, their texts cut between words."""

from collections.abc import Callable

from desk.detail.facts import facts_of
from index.entry import CatalogueEntry


class _Table:
    """All entries have the same code."""

    def __init__(self, *entries: CatalogueEntry) -> None:
        self._entries = entries

    def by_code(self, _code: str) -> tuple[CatalogueEntry, ...]:
        return self._entries

    def entries(self, _numbers: object) -> tuple[CatalogueEntry, ...]:
        return ()

    def numbers_by_words(self, _words: object) -> list[int]:
        return []

    def numbers_by_prefix(self, _prefix: str, _most: int) -> list[int]:
        return []


def test_a_long_text_beside_an_entry_says_that_it_goes_on(make_entry: Callable[..., CatalogueEntry]) -> None:
    long = "This operation can be called " + "only from the management account " * 6
    others = [make_entry(ordinal=number, message=text) for number, text in enumerate((long, "Short."), 2)]
    related = facts_of(make_entry(), "en")(_Table(*others)).related
    cut, short = (one.text for one in related)
    assert short == "Short."
    assert cut.endswith("…")
    assert long.startswith(cut[:-1] + " ")
    assert 100 < len(cut) <= 121
