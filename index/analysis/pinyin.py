"""Chinese by its sound: toneless pinyin of words, and letters that may be pinyin.

Readings come from `resources/pinyin.tsv`. A character with several readings gives a word several keys.
"""

from functools import lru_cache
from itertools import islice, product

import resources

_MOST_KEYS = 8
_LONGEST_SYLLABLE = 6


def spellings(word: str) -> tuple[str, ...]:
    """Return the ways a Chinese word is typed in toneless pinyin; () if a character has no known reading.

    >>> spellings("重复")
    ('chongfu', 'zhongfu')
    """
    readings = [_readings().get(character, ()) for character in word]
    if not word or not all(readings):
        return ()
    return tuple(dict.fromkeys("".join(parts) for parts in islice(product(*readings), _MOST_KEYS)))


def initials(word: str) -> tuple[str, ...]:
    """Return the first letters of the syllables of a Chinese word.

    >>> initials("配额不足")
    ('pebz',)
    """
    readings = [tuple(dict.fromkeys(r[0] for r in _readings().get(character, ()))) for character in word]
    if not word or not all(readings):
        return ()
    return tuple("".join(parts) for parts in islice(product(*readings), _MOST_KEYS))


@lru_cache(maxsize=4096)
def syllables(letters: str, *, may_break_off: bool = False) -> bool:
    """Tell whether letters can be read as syllables of pinyin; the last one may be unfinished if `may_break_off`.

    >>> syllables("anquanzu"), syllables("kafka")
    (True, False)
    """
    known = _syllables()
    reached = [False] * (len(letters) + 1)
    reached[0] = True
    for at in range(len(letters)):
        if reached[at]:
            for end in range(at + 1, min(at + _LONGEST_SYLLABLE, len(letters)) + 1):
                if letters[at:end] in known:
                    reached[end] = True
    if reached[-1] or not may_break_off:
        return reached[-1]
    tails = (letters[at:] for at in range(1, len(letters)) if reached[at])
    return any(syllable.startswith(tail) for tail in tails for syllable in known)


def character(syllable: str) -> str:
    """Return the most usual character of a syllable, "" for none."""
    return _syllables().get(syllable, "")[:1]


@lru_cache(maxsize=1)
def _syllables() -> dict[str, str]:
    rows = resources.folder("pinyin.tsv").read_text(encoding="utf-8").splitlines()
    table = dict(row.split("\t") for row in rows if not row.startswith("#"))
    return table | {key.replace("v", "u"): value for key, value in table.items() if key in ("nve", "lve")}


@lru_cache(maxsize=1)
def _readings() -> dict[str, tuple[str, ...]]:
    readings: dict[str, tuple[str, ...]] = {}
    ranks: dict[str, list[tuple[int, str]]] = {}
    for syllable, characters in _syllables().items():
        for rank, one in enumerate(characters):
            ranks.setdefault(one, []).append((rank, syllable))
    for one, known in ranks.items():
        readings[one] = tuple(syllable for _, syllable in sorted(known))
    return readings
