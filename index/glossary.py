"""The two-way glossary: which concepts of cloud computing a text names, in either language.

Matching runs over text that was folded (NFKC, case) and, where it was Traditional, simplified; both sides of a search
go through it, so that a question and an entry meet in concepts even if they share no word. Longest match first:
`security group rule` is its own concept, and `security group` inside it is given as inner.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, cast

import msgspec

import resources
from index.errors import BadInput, StorageError
from index.glossary_lines import KINDS, SIMPLIFIED, GlossaryLine, check_lines, read_files
from index.glossary_words import bases, words
from index.text import fold

Kind = Literal["zh", "zh-tw", "en", "everyday", "abbr"]
_Owners = tuple[tuple[str, Kind], ...]
_Node = dict[str, "_Node | _Owners"]

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_LEAF = ""
# A blank that Chinese writers put between Latin letters and Chinese characters, or leave out.
_SEAM = re.compile(rf"(?<=[{_HAN}])[ \u3000]+(?=[a-z0-9])|(?<=[a-z0-9])[ \u3000]+(?=[{_HAN}])")
_HAN_START = re.compile(rf"[{_HAN}]|[a-z0-9]+")
_JOINING = re.compile(r"[ \t\-_/'\"’“”‘]{0,3}")
_SKIPPED = frozenset("a an the this that my your our his her their its any be".split())
_MOST_SKIPPED = 2


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
    """Concepts by the words they are called. Loaded once, then read-only and safe to share."""

    def __init__(self, lines: Iterable[GlossaryLine], simplified: dict[str, list[str]] | None = None) -> None:
        self._lines: dict[str, list[GlossaryLine]] = {}
        self._latin: _Node = {}
        self._chinese: dict[str, _Owners] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        simplified = simplified or {}
        for line in lines:
            self._lines.setdefault(line.id, []).append(line)
            self._add(line, simplified)
        self._measure()

    @classmethod
    def load(cls, extra_lines: Iterable[str] = (), *, folder: Path | None = None) -> "Glossary":
        """Load the bundled concepts and, after them, a user's own lines of the same form.

        A user's line with the id of a bundled concept adds forms to it. Raises BadInput for a line that cannot be used,
        StorageError if the bundled files cannot be read.
        """
        lines = list(read_files(folder))
        simplified = _read_simplified(folder)
        extra = list(extra_lines)
        if extra:
            own = check_lines(extra, known=(line.id for line in lines), name="own glossary")
            simplified |= _simplify(own)
            lines += own
        return cls(lines, simplified)

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, concept_id: object) -> bool:
        return concept_id in self._lines

    def ids(self) -> tuple[str, ...]:
        """List all concepts."""
        return tuple(self._lines)

    def terms(self, concept_id: str) -> tuple[str, ...]:
        """List all forms of a concept, as the lines write them; () for an unknown one."""
        lines = self._lines.get(concept_id, ())
        return tuple(dict.fromkeys(form for line in lines for column in line.forms for form in column))

    def broader(self, concept_id: str) -> tuple[str, ...]:
        """List the ids of the concepts that a concept stands directly under; () for an unknown one."""
        lines = self._lines.get(concept_id, ())
        return tuple(dict.fromkeys(wider for line in lines for wider in line.broader))

    def concepts(self, text: str) -> list[ConceptMatch]:
        """Find the concepts that a folded text names: leftmost first, longest first, not overlapping.

        A form that several concepts share gives one match for each of them, in the same place. Never raises.
        """
        found = [*self._find_latin(text), *self._find_chinese(text)]
        if not found:
            return []
        found.sort(key=lambda item: (item[0], -item[1]))
        matches: list[ConceptMatch] = []
        at = 0
        while at < len(found):
            start, end, form, owners = found[at]
            after = at + 1
            while after < len(found) and found[after][0] < end:
                after += 1
            inner = tuple(match for item in found[at + 1 : after] for match in _matches(item, ()))
            matches += _matches((start, end, form, owners), inner)
            at = after
        return matches

    def _add(self, line: GlossaryLine, simplified: dict[str, list[str]]) -> None:
        for kind, terms in zip(KINDS, line.forms, strict=True):
            owner = (line.id, cast("Kind", kind))
            for term in terms:
                if kind in ("zh", "zh-tw"):
                    for form in (term, *simplified.get(term, ())):
                        self._add_chinese(fold(form), owner)
                else:
                    self._add_latin(fold(term), owner)

    def _add_chinese(self, form: str, owner: tuple[str, Kind]) -> None:
        form = _SEAM.sub("", form)
        self._chinese[form] = _joined(self._chinese.get(form, ()), owner)

    def _add_latin(self, term: str, owner: tuple[str, Kind]) -> None:
        node = self._latin
        parts = _parts(term)
        for part in parts:
            node = cast("_Node", node.setdefault(part, {}))
        node[_LEAF] = _joined(cast("_Owners", node.get(_LEAF, ())), owner)

    def _measure(self) -> None:
        lengths: dict[str, set[int]] = {}
        for form in self._chinese:
            lengths.setdefault(form[:2], set()).add(len(form))
        self._lengths = {head: tuple(sorted(known, reverse=True)) for head, known in lengths.items()}

    def _find_latin(self, text: str) -> Iterator[tuple[int, int, str, _Owners]]:
        found = words(text)
        count = len(found)
        for first, (word, start, _end) in enumerate(found):
            node = self._latin.get(word)
            if node is None:
                continue
            form, at, skipped = word, first, 0
            while True:
                node = cast("_Node", node)
                owners = node.get(_LEAF)
                if owners is not None:
                    yield start, found[at][2], form, cast("_Owners", owners)
                step = _next(node, found, at, count, text)
                if step is None:
                    break
                at, passed = step
                skipped += passed
                if skipped > _MOST_SKIPPED:
                    break
                node = node[found[at][0]]
                form += " " + found[at][0]

    def _find_chinese(self, text: str) -> Iterator[tuple[int, int, str, _Owners]]:
        seams = [match.span() for match in _SEAM.finditer(text)]
        squeezed = _SEAM.sub("", text) if seams else text
        places = _places(text, seams) if seams else None
        forms, lengths = self._chinese, self._lengths
        for match in _HAN_START.finditer(squeezed):
            start = match.start()
            pair = squeezed[start : start + 2]
            for length in (*lengths.get(pair, ()), *(lengths.get(pair[0], ()) if len(pair) > 1 else ())):
                form = squeezed[start : start + length]
                owners = forms.get(form)
                if owners is None or _cuts_a_word(squeezed, start + length):
                    continue
                if places is None:
                    yield start, start + length, form, owners
                else:
                    yield places[start], places[start + length - 1] + 1, form, owners


def _parts(term: str) -> tuple[str, ...]:
    return tuple(
        base
        for word in term.replace("-", " ").replace("/", " ").replace(".", " ").split()
        for base in bases(word)
    )


def _joined(owners: _Owners, owner: tuple[str, Kind]) -> _Owners:
    return owners if any(known[0] == owner[0] for known in owners) else (*owners, owner)


def _matches(item: tuple[int, int, str, _Owners], inner: tuple[ConceptMatch, ...]) -> Iterator[ConceptMatch]:
    start, end, form, owners = item
    for concept, kind in owners:
        yield ConceptMatch(concept=concept, start=start, end=end, form=form, kind=kind, inner=inner)


def _next(
    node: _Node, found: list[tuple[str, int, int]], at: int, count: int, text: str
) -> tuple[int, int] | None:
    """Return the place of the next word that goes on in the trie and how many small words were passed over."""
    passed = 0
    while at + 1 < count:
        end, (word, start, _end) = found[at][2], found[at + 1]
        if start > end and not _JOINING.fullmatch(text, end, start):
            return None
        at += 1
        if word in node:
            return at, passed
        if word not in _SKIPPED:
            return None
        passed += 1
    return None


def _cuts_a_word(text: str, end: int) -> bool:
    """Tell whether a match that ends here ends inside a Latin word."""
    return (
        end < len(text)
        and text[end - 1].isascii()
        and text[end - 1].isalnum()
        and text[end].isascii()
        and text[end].isalnum()
    )


def _places(text: str, seams: list[tuple[int, int]]) -> list[int]:
    places: list[int] = []
    at = 0
    for start, end in seams:
        places += range(at, start)
        at = end
    places += range(at, len(text))
    return places


def _read_simplified(folder: Path | None) -> dict[str, list[str]]:
    path = (folder or resources.folder("glossary")) / SIMPLIFIED
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise StorageError(f"cannot read the glossary {path}: {error.strerror or error}") from error
    return {term: forms.split("|") for term, _, forms in (row.partition("\t") for row in text.splitlines())}


def _simplify(lines: list[GlossaryLine]) -> dict[str, list[str]]:
    from index.glossary_taiwan import simplified  # noqa: PLC0415 - only own lines pay for the converter

    return {
        term: list(simplified(term, taiwan=taiwan))
        for line in lines
        for terms, taiwan in ((line.zh, False), (line.tw, True))
        for term in terms
    }
