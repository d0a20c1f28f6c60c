"""Reads the words of a query: as they stand, by sound where they are pinyin, corrected where they are mistyped."""

import re
from collections.abc import Sequence

import msgspec

from index.analysis.chinese import has_han
from index.analysis.folding import plain
from index.search import words_tier
from index.search.slots import Slot
from index.search.sources import Sources

_MOST_CORRECTED = 6
_MOSTLY = 0.7
_CONTRACTED = re.compile(r"\b(ca|do|does|did|is|are|was|were|wo|could|should|would|has|have|had)n['’]?t\b")
_OPENED = {"ca": "can", "wo": "will"}


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What the words of a query ask for, and which entries have it."""

    text: str
    """The words in plain form, as they were read: pinyin in Chinese, mistyped ones put right."""
    slots: tuple[Slot, ...]
    """What is asked for."""
    corrected: str
    """The words as they were probably meant, "" where nothing was mistyped."""
    guessed: bool
    """Nearly nothing of what tells stands anywhere as typed: it was corrected, or is unknown."""
    hits: words_tier.WordHits
    """The entries."""


def read(text: str, sources: Sources) -> Reading | None:
    """Read the words of a query; None where there is no index yet."""
    reader, terms = sources.slots, sources.terms
    if reader is None or terms is None:
        return None
    asked = _CONTRACTED.sub(lambda word: _OPENED.get(word[1], word[1]) + " not", plain(text).text)
    is_open = text[-1:].isalnum()
    slots = reader.read(asked, last_open=is_open)
    if any(_is_unknown(slot) for slot in slots):
        by_sound = sources.sounds.read(asked)
        if by_sound != asked:
            asked = by_sound
            slots = reader.read(asked)
    unknown = sum(slot.weight for slot in slots if _is_unknown(slot))
    guessed = unknown > _MOSTLY * sum(slot.weight for slot in slots if not slot.minor)
    better = _respelt(asked, slots, sources)
    if any(_is_unknown(slot) and has_han(asked[slot.start : slot.end]) for slot in slots):
        better = sources.sounds.corrected(better, sources.is_chinese_word)
    if better != asked:
        slots = reader.read(better, last_open=is_open)
    hits = words_tier.find(slots, terms)
    corrected = "" if better == asked else better
    return Reading(
        text=better, slots=tuple(slots), corrected=corrected, guessed=bool(corrected) and guessed, hits=hits
    )


def _respelt(asked: str, slots: Sequence[Slot], sources: Sources) -> str:
    pieces: list[str] = []
    at = corrected = 0
    for slot in slots:
        if not _is_unknown(slot) or corrected >= _MOST_CORRECTED:
            continue
        better = sources.speller.corrected(asked[slot.start : slot.end])
        if better:
            pieces += (asked[at : slot.start], better)
            at = slot.end
            corrected += 1
    return "".join([*pieces, asked[at:]])


def _is_unknown(slot: Slot) -> bool:
    return not (slot.options or slot.parts or slot.minor)
