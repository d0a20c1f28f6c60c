"""What was removed comes back, but never over what was written since."""

from collections.abc import Callable

from desk.memory.flow import MemoryFlow, Removed
from index.entry import CatalogueEntry
from index.library.values import ref_of

MakeEntry = Callable[..., CatalogueEntry]


def test_a_note_that_was_taken_away_comes_back_unless_there_is_a_newer_one(
    here, make_entry: MakeEntry
) -> None:
    # GIVEN a note that was taken away
    entry, flow = make_entry(), MemoryFlow(here)
    gone: list[Removed] = []
    flow.removed.connect(gone.append)
    flow.write_note(entry, "old words")
    flow.write_note(entry, "")
    assert [(one.what, one.code) for one in gone] == [("note", entry.code)]
    # WHEN that is taken back THEN it is there again
    flow.bring_back(gone[0])
    assert here.library.notes.get(ref_of(entry)).text == "old words"
    # AND where another note was written meanwhile, that one stays
    flow.write_note(entry, "")
    flow.write_note(entry, "new words")
    flow.bring_back(gone[-1])
    assert here.library.notes.get(ref_of(entry)).text == "new words"


def test_a_note_that_cannot_be_kept_is_given_back(here, make_entry: MakeEntry) -> None:
    entry, flow = make_entry(), MemoryFlow(here)
    given_back: list[tuple[CatalogueEntry, str]] = []
    flow.unwritten.connect(lambda about, text: given_back.append((about, text)))
    here.is_full = True
    flow.write_note(entry, "words")
    assert given_back == [(entry, "words")]


def test_searches_that_were_forgotten_come_back_below_newer_ones(here) -> None:
    flow = MemoryFlow(here)
    gone: list[Removed] = []
    flow.removed.connect(gone.append)
    for text in ("first", "second"):
        flow.remember(text)
    flow.forget_searches()
    flow.remember("newest")
    flow.bring_back(gone[0])
    assert [search.text for search in here.library.history.recent()] == ["newest", "second", "first"]
