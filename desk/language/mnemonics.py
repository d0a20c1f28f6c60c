"""Letters that press something together with Alt, or alone in a menu: each only once in what is seen together.

Nobody writes them into texts: they are chosen from the English words, so that a key stays the same in both languages,
`&Save` and `保存(&S)`, and nothing new can clash with what is there.
"""

import re
from collections.abc import Collection, Iterator, Sequence

_MARK = re.compile(r"\(&\w\)|&")
_LETTER = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]")
_TAIL = re.compile(r"(…|\.\.\.|:|：)?$")
_WEAK = frozenset({"the", "of", "or", "and", "for", "this", "to", "a", "in", "as", "is", "with", "my"})
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def plain(text: str) -> str:
    """Return a text of a control without the mark of its letter; a doubled `&` stays, it is shown as one.

    >>> plain("&Save"), plain("保存(&S)"), plain("a && b")
    ('Save', '保存', 'a && b')
    """
    doubled = text.split("&&")
    return "&&".join(_MARK.sub("", part) for part in doubled)


def marked(text: str, letter: str) -> str:
    """Return a plain text with its letter marked: in it, or behind it where it is not among its letters.

    >>> marked("Save as…", "A"), marked("另存为…", "A")
    ('Save &as…', '另存为(&A)…')
    """
    if not letter:
        return text
    at = _place(text, letter)
    if at >= 0 and not _is_chinese(text[0]):
        return f"{text[:at]}&{text[at:]}"
    return _TAIL.sub(lambda tail: f"(&{letter}){tail[0]}", text, count=1)


def letters_for(texts: Sequence[str], taken: Collection[str] = ()) -> list[str]:
    """Choose a capital letter for each plain English text, the first ones first; none of those `taken`, and none twice.

    "" where nothing is left. One that comes late moves another one to its next best letter rather than go without.
    """
    owners: dict[str, int] = {}
    wanted = [[letter for letter in _candidates(text) if letter not in taken] for text in texts]

    def place(number: int, tried: set[str]) -> bool:
        for letter in wanted[number]:
            if letter in tried:
                continue
            tried.add(letter)
            if letter not in owners or place(owners[letter], tried):
                owners[letter] = number
                return True
        return False

    for number, letters in enumerate(wanted):
        free = next((letter for letter in letters if letter not in owners), "")
        if free:
            owners[free] = number
        else:
            place(number, set())
    chosen = {number: letter for letter, number in owners.items()}
    return [chosen.get(number, "") for number in range(len(texts))]


def _candidates(text: str) -> Iterator[str]:
    """Return letters from the most to the least telling: of the first word, of other words, within, and any other."""
    starts = [(at.start(), at[0].upper()) for at in _WORD.finditer(text)]
    strong = [
        letter
        for at, letter in starts
        if text[at:].split(maxsplit=1)[0].casefold().strip("…:.,") not in _WEAK
    ]
    inside = [letter.upper() for letter in _LETTER.findall(text)]
    return iter(dict.fromkeys([*strong, *(letter for _, letter in starts), *inside, *_rest(text)]))


def _rest(text: str) -> str:
    """Return letters that do not stand in a text: only for one that has none of its own."""
    return "" if not text or _LETTER.search(text) else _ALPHABET


def _place(text: str, letter: str) -> int:
    """Return where a letter is marked: best at the beginning of a word."""
    starts = (at.start() for at in _WORD.finditer(text) if at[0].upper() == letter)
    anywhere = next((at for at, one in enumerate(text) if one.upper() == letter), -1)
    return next(starts, anywhere)


def _is_chinese(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff"
