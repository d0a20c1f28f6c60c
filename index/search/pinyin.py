"""Reads Chinese that was typed by its sound: `peie buzu`, `anquanzu`, `pebz`, or with another character of that sound.

Only letters that are no known word are read so, and only as words that stand in a catalogue or in the glossary.
"""

import re
from collections.abc import Callable

import msgspec

from index.analysis.chinese import HAN_RUN
from index.analysis.pinyin import spellings, syllables
from index.build import Lexicon, Sounds

_RUN = re.compile(r"[a-z]+(?:[ '][a-z]+)*")
_SHORTEST = 4
_SHORTEST_INITIALS = 3
_LEAST_SYLLABLES = 3
_LONGEST = 48
_LONGEST_KEY = 48
_LONGEST_WORD = 4
_MOST_CHARACTERS = 80


class SoundReader:
    """Turns pinyin into the Chinese it stands for."""

    def __init__(self, lexicon: Lexicon, is_word: Callable[[str], bool]) -> None:
        """Read with the words of this lexicon; `is_word` tells what is a word in letters."""
        sounds = msgspec.json.decode(lexicon.sounds, type=Sounds)
        self._sounds, self._initials = sounds.whole, sounds.initials
        self._is_word = is_word

    def read(self, text: str) -> str:
        """Return a plain query with its pinyin turned into Chinese; the same text where there is none."""
        return _RUN.sub(lambda run: self._run(run.group()), text)

    def corrected(self, text: str, is_known: Callable[[str], bool]) -> str:
        """Return a plain query with mistyped Chinese put right: words that do not exist but sound like one that does.

        The two must share a character: `经像` is `镜像`. A long text is left alone: it was pasted, not typed by sound.
        """
        if text.isascii() or sum(map(len, HAN_RUN.findall(text))) > _MOST_CHARACTERS:
            return text
        return HAN_RUN.sub(lambda run: self._put_right(run.group(), is_known), text)

    def _put_right(self, run: str, is_known: Callable[[str], bool]) -> str:
        pieces: list[str] = []
        at = 0
        while at < len(run):
            taken = run[at]
            for length in range(min(_LONGEST_WORD, len(run) - at), 1, -1):
                word = run[at : at + length]
                into_a_word = is_known(run[at + length - 1 : at + length + 1]) and at + length < len(run)
                meant = word if is_known(word) else "" if into_a_word else self._same_sound(word)
                if meant:
                    taken = meant
                    break
            pieces.append(taken)
            at += len(taken)
        return "".join(pieces)

    def _same_sound(self, word: str) -> str:
        for key in spellings(word):
            for known in self._sounds.get(key, ()):
                shared = sum(a == b for a, b in zip(known, word, strict=False))
                if len(known) == len(word) and shared * 2 >= len(word) and known != word:
                    return known
        return ""

    def _run(self, run: str) -> str:
        words = run.replace("'", " ").split()
        first = next((at for at, word in enumerate(words) if self._may_be_pinyin(word)), None)
        if first is None:
            return self._syllable_by_syllable(words) or run
        start, end = first, first + 1
        while start and syllables(words[start - 1]):
            start -= 1
        while end < len(words) and (syllables(words[end]) or self._may_be_pinyin(words[end])):
            end += 1
        read = self._chinese(words[start:end])
        if not read and end - start > 1:
            start, end = first, first + 1
            read = self._chinese(words[start:end])
        if not read:
            return run
        rest = " ".join(words[end:])
        return " ".join(
            part for part in (" ".join(words[:start]), read, self._run(rest) if rest else "") if part
        )

    def _syllable_by_syllable(self, words: list[str]) -> str:
        """Read short syllables with blanks between them, `pei e bu zu`, where most are no words; "" for anything else."""
        if len(words) < _LEAST_SYLLABLES or not all(map(syllables, words)):
            return ""
        unknown = sum(not self._is_word(word) for word in words)
        return self._chinese(words) if unknown * 2 >= len(words) else ""

    def _may_be_pinyin(self, word: str) -> bool:
        if self._is_word(word) or len(word) > _LONGEST:
            return False
        if len(word) >= _SHORTEST and syllables(word, may_break_off=True):
            return True
        return len(word) >= _SHORTEST_INITIALS and word in self._initials

    def _chinese(self, words: list[str]) -> str:
        letters = "".join(words)
        if len(words) == 1 and not syllables(letters) and letters in self._initials:
            return self._initials[letters][0]
        if len(letters) > _LONGEST:
            return ""
        return self._cover(letters) or ""

    def _cover(self, letters: str) -> str | None:
        """Cover the letters with known words, as few as possible; the last one may be typed in part."""
        best: list[tuple[int, str] | None] = [None] * (len(letters) + 1)
        best[0] = (0, "")
        for at in range(len(letters)):
            known = best[at]
            if known is None:
                continue
            for end in range(at + 1, min(at + _LONGEST_KEY, len(letters)) + 1):
                words = self._sounds.get(letters[at:end])
                if words:
                    cost = known[0] + (1 if len(words[0]) > 1 else 3)
                    there = best[end]
                    if there is None or cost < there[0]:
                        best[end] = (cost, known[1] + words[0])
        whole = best[-1]
        if whole is not None and any(c >= "\u3400" for c in whole[1]) and whole[0] <= len(whole[1]):
            return whole[1]
        return None
