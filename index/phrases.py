"""Finds the catalogues' messages in texts that name no code."""

import difflib
import re
from collections.abc import Sequence

import msgspec

from index.entry import CatalogueEntry
from index.fitting import Fit, comparable, find, pieces_of
from index.hits import Span
from index.mapped import Mapped
from index.table import EntryTable
from index.template import literals, message_texts, words

_LARGEST = 200_000
_LEAST_WORDS = 3
_LEAST_HAN = 6
_LEAST_RUN = 10
_MOST_PARTIAL = 60
_FEW = 5000
_LONGEST_LINE = 400
_SHARE = 0.6
_BRACKETS = re.compile(r"\[ \]")
"""Brackets around a placeholder: nobody writes so by hand."""
_HAN = re.compile(r"[㐀-鿿]")
_COMMON = frozenset(
    "a an the is are was be been not no of to in on for from with by this that it and or can cannot does do has have error errors failed fail failure "
    "invalid request requests parameter parameters internal server service bad access denied forbidden unauthorized authentication permission "
    "permissions resource exist exists found missing required unknown please try again later contact administrator the your you value format "
    "operation allowed system user name id image data api incorrect token".split()
)


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """A catalogue message found in a text."""

    entry: CatalogueEntry
    """The row."""
    fit: Fit
    """Where it stands, and its values."""
    printed: bool
    """It is the row's message, not its description."""


def phrases_in(text: str, table: EntryTable) -> list[list[Phrase]]:
    """Find messages of the catalogues in a text: for each place the rows whose message stands there, longest first."""
    text = text[:_LARGEST]
    folded = comparable(text)
    found: list[Phrase] = []
    for entry in _candidates(text, table):
        for template in message_texts(entry):
            if not is_telling(template):
                continue
            fit = find(template, folded)
            if fit is not None and not fit.cut:
                printed = template == entry.message or entry.message is None
                found.append(Phrase(entry=entry, fit=fit, printed=printed))
                break
    return _placed(found)


def is_telling(template: str) -> bool:
    """Tell whether a message says enough to name its row without a code."""
    pieces = " ".join(literals(template))
    if len(_HAN.findall(pieces)) >= _LEAST_HAN:
        return True
    own = [word for word in words(pieces) if word.isalpha()]
    rare = [word for word in own if word not in _COMMON]
    short = len(own) < _LEAST_WORDS + 2 and not _BRACKETS.search(" ".join(pieces_of(template)))
    return len(own) >= _LEAST_WORDS and len(rare) >= (2 if short else 1)


def similar_in(text: str, table: EntryTable) -> Phrase | None:
    """Find the one description of which a text quotes a long stretch; Chinese ones are often retold in part."""
    best: tuple[int, Phrase] | None = None
    budget = _MOST_PARTIAL
    for line in text[: _LONGEST_LINE * 20].splitlines():
        if len(_HAN.findall(line)) < _LEAST_RUN or len(line) > _LONGEST_LINE:
            continue
        folded = comparable(line)
        rows = table.all_entries() if len(table) <= _FEW else _candidates(line, table)
        wanted = set(words(line))
        for entry in rows:
            if budget and _shares(wanted, entry):
                budget -= 1
            else:
                continue
            run = _run(folded, entry)
            if run is not None and (best is None or run[0] > best[0]):
                at = text.find(line)
                start, end = folded.original(*run[1])
                fit = Fit(span=(at + start, at + end), values=None)
                best = run[0], Phrase(entry=entry, fit=fit, printed=False)
    return best[1] if best else None


def _shares(wanted: set[str], entry: CatalogueEntry) -> bool:
    """Tell whether an entry has most of these words: a cheap test before the costly one."""
    have = {word for text in message_texts(entry) for word in words(text)}
    return len(wanted & have) * 2 > len(wanted)


def _run(folded: Mapped, entry: CatalogueEntry) -> tuple[int, Span] | None:
    """Return the longest stretch that a line shares with an entry's texts, if it is most of the line."""
    line = folded.text
    for text in message_texts(entry):
        other = comparable(text).text[:_LONGEST_LINE]
        block = difflib.SequenceMatcher(None, line, other, autojunk=False).find_longest_match()
        shared = line[block.a : block.a + block.size]
        if len(_HAN.findall(shared)) >= _LEAST_RUN and block.size >= _SHARE * len(line.strip()):
            return block.size, (block.a, block.a + block.size)
    return None


def _candidates(text: str, table: EntryTable) -> list[CatalogueEntry]:
    return table.entries(table.numbers_by_words(set(words(text))))


def _placed(found: Sequence[Phrase]) -> list[list[Phrase]]:
    """Group what was found by place: of overlapping ones the longest, and all that cover the same words."""
    groups: list[list[Phrase]] = []
    for phrase in sorted(found, key=lambda each: (-_literal(each), each.fit.span)):
        start, end = phrase.fit.span
        over = next(
            (group for group in groups if group[0].fit.span[0] < end and start < group[0].fit.span[1]), None
        )
        if over is None:
            groups.append([phrase])
        elif over[0].fit.span == phrase.fit.span and _literal(over[0]) == _literal(phrase):
            over.append(phrase)
    return sorted(groups, key=lambda group: group[0].fit.span)


def _literal(phrase: Phrase) -> int:
    """Return how many letters of the text the template itself gives."""
    values = phrase.fit.values or ()
    return phrase.fit.span[1] - phrase.fit.span[0] - sum(map(len, values))
