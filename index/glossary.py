"""The two-way glossary: which concepts of cloud computing a text names, in either language.

Matching runs over text that was folded (NFKC, case) and, where it was Traditional, simplified; both sides of a search
go through it, so that a question and an entry meet in concepts even if they share no word. Longest match first:
`security group rule` is its own concept, and `security group` inside it is given as inner.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

import msgspec

from index.errors import StorageError
from index.glossary_lines import Kind, Row, read_rows, read_simplified
from index.glossary_own import check_lines, settled
from index.glossary_tables import HAN, SEAM, ChineseForms, Owners, Tables, joined_words, tables_of
from index.glossary_words import words
from index.text import late_pattern

_Found = tuple[int, int, str, Owners]

_HAN_START = late_pattern(f"[{HAN}]|[a-z0-9]+")
_JOINING = re.compile(r"[\sa-z\-_/'\"’“”‘]*|\.")  # a dot as in `node.js`, none that ends a sentence
_SHORTEST_JOINED = 6


class ConceptMatch(msgspec.Struct, frozen=True, kw_only=True):
    """A place in a text where a concept is named."""

    concept: str
    """The concept's id."""
    start: int
    """Where the match starts in the given text."""
    end: int
    """Where it ends (exclusive)."""
    form: str
    """The glossary's form that matched, folded; English in base words."""
    kind: Kind
    """Which column the form stands in."""
    inner: tuple["ConceptMatch", ...] = ()
    """Other concepts that begin inside this match: nested in it, or crossing its end."""

    @property
    def span(self) -> tuple[int, int]:
        """Start and end in the given text."""
        return (self.start, self.end)


class Glossary:
    """Concepts by the words they are called. Loaded once, then read-only; one thread at a time asks it first."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._rows, self._latin, self._longest = tables.rows, tables.latin, tables.longest
        self._joined: dict[str, str] | None = None

    @classmethod
    def load(cls, extra_lines: Iterable[str] = (), *, folder: Path | None = None) -> "Glossary":
        """Load the bundled concepts and, after them, a user's own lines of the same form or the short one.

        A user's line with the id of a bundled concept adds forms to it, a short one to those it names. Raises BadInput for a line that cannot be used,
        StorageError if the bundled files cannot be read.
        """
        rows = read_rows(folder)
        simplified = read_simplified(folder)
        extra = list(extra_lines)
        if extra:
            own = settled(check_lines(extra, known=(row[0] for row in rows), name="own glossary"), rows)
            from index.glossary_taiwan import changed_forms  # noqa: PLC0415 - only own lines pay for the converter

            simplified += changed_forms(own)
            rows += [line.row for line in own]
        return cls.of(rows, simplified)

    @classmethod
    def of(cls, rows: Iterable[Row], simplified: Iterable[tuple[str, list[str]]] = ()) -> "Glossary":
        """Make a glossary of lines and of the simplified forms of their terms."""
        return cls(tables_of(rows, simplified))

    @classmethod
    def from_kept(cls, kept: bytes) -> "Glossary":
        """Return what `kept` gave, where this version of the program gave it. Raises StorageError."""
        try:
            return cls(msgspec.msgpack.decode(kept, type=Tables))
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise StorageError("the kept glossary cannot be read: {reason}", reason=error) from error

    def kept(self) -> bytes:
        """Return the glossary in a form that is read back quickly."""
        return msgspec.msgpack.encode(self._tables)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, concept_id: object) -> bool:
        return concept_id in self._rows

    def ids(self) -> tuple[str, ...]:
        """List all concepts."""
        return tuple(self._rows)

    def terms(self, concept_id: str) -> tuple[str, ...]:
        """List all forms of a concept, as the lines write them; () for an unknown one."""
        cells = [cell for row in self._rows.get(concept_id, ()) for cell in row[1:6] if cell]
        return tuple(dict.fromkeys(form for cell in cells for form in cell.split("|")))

    def broader(self, concept_id: str) -> tuple[str, ...]:
        """List the ids of the concepts that a concept stands directly under; () for an unknown one."""
        cells = [row[6] for row in self._rows.get(concept_id, ()) if row[6:7] and row[6]]
        return tuple(dict.fromkeys(wider for cell in cells for wider in cell.split("|")))

    def concepts(self, text: str) -> list[ConceptMatch]:
        """Find the concepts that a folded text names: leftmost first, longest first, not overlapping.

        A form that several concepts share gives one match for each of them, in the same place. Never raises.
        """
        found = [*self._find_latin(text), *self._find_chinese(text)]
        found.sort(key=lambda item: (item[0], -item[1]))
        matches: list[ConceptMatch] = []
        at = 0
        while at < len(found):
            item = found[at]
            after = at + 1
            while after < len(found) and found[after][0] < item[1]:
                after += 1
            own = {concept for concept, _ in item[3]}
            inner = [match for other in found[at + 1 : after] for match in _matches(other)]
            matches += _matches(item, tuple(match for match in inner if match.concept not in own))
            at = after
        return matches

    def _find_latin(self, text: str) -> Iterator[_Found]:
        found = words(text)
        table = self._latin
        for first, (word, start, _end) in enumerate(found):
            longest = self._longest.get(word)
            if longest is None:
                if len(word) >= _SHORTEST_JOINED:
                    yield from self._find_joined(word, start, _end)
                continue
            form, before = "", start
            for item in found[first : first + longest]:
                if form and item[1] > before and not _JOINING.fullmatch(text, before, item[1]):
                    break
                form, before = f"{form} {item[0]}" if form else word, item[2]
                owners = table.get(form)
                if owners is not None:
                    yield start, before, form, owners

    def _find_joined(self, word: str, start: int, end: int) -> Iterator[_Found]:
        """Find a phrase of two words written as one: `keypair`, `subnetid`."""
        if self._joined is None:
            self._joined = joined_words(self._rows)
        form = self._joined.get(word)
        if form is not None:
            yield start, end, form, self._latin[form]

    @cached_property
    def _chinese(self) -> ChineseForms:
        return msgspec.msgpack.decode(self._tables.chinese, type=ChineseForms)

    def _find_chinese(self, text: str) -> Iterator[_Found]:
        if text.isascii():
            return
        seams = [match.span() for match in SEAM.finditer(text)]
        squeezed = SEAM.sub("", text) if seams else text
        places = _places(text, seams) if seams else None
        table, longest_of = self._chinese.forms, self._chinese.longest
        for match in _HAN_START.finditer(squeezed):
            start = match.start()
            longest = longest_of.get(squeezed[start : start + 2], 1)
            for end in range(start + 1, min(start + longest, len(squeezed)) + 1):
                form = squeezed[start:end]
                owners = table.get(form)
                if owners is None or _cuts_a_word(squeezed, end):
                    continue
                if places is None:
                    yield start, end, form, owners
                else:
                    yield places[start], places[end - 1] + 1, form, owners


def _matches(item: _Found, inner: tuple[ConceptMatch, ...] = ()) -> Iterator[ConceptMatch]:
    start, end, form, owners = item
    for concept, kind in owners:
        yield ConceptMatch(concept=concept, start=start, end=end, form=form, kind=kind, inner=inner)


def _cuts_a_word(text: str, end: int) -> bool:
    """Tell whether a match that ends here ends inside a Latin word."""
    around = text[end - 1 : end + 1]
    return len(around) > 1 and around.isascii() and around.isalnum()


def _places(text: str, seams: list[tuple[int, int]]) -> list[int]:
    """Return where in the text each character stands once the seams are taken out."""
    places: list[int] = []
    at = 0
    for start, end in seams:
        places += range(at, start)
        at = end
    places += range(at, len(text))
    return places
