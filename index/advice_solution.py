"""Reads a vendor's solution: whether it says more than whom to contact, and what it asks the reader to do."""

import re
from functools import cache

import msgspec

import resources


class _Solutions(msgspec.Struct):
    no_solution: dict[str, str]
    action: str
    vendor_contact: str


_SENTENCES = re.compile(r"[.;!。；！\n]+(?=\s|$)|[。；！\n]+")
_LONGEST = 2000  # characters of a text that are looked at
_QUOTED = 80


def is_real_solution(text: str) -> bool:
    """Tell whether a text says more than whom to contact."""
    cut = _no_solution()
    text = text.strip().strip("*").strip()
    if cut["blank"].fullmatch(text.rstrip(".。")):
        return False
    if len(text) > _LONGEST:
        return True
    contacts = False
    retries = False
    for sentence in _SENTENCES.split(text):
        rest, several = cut["contact"].subn(" ", cut["dropped"].sub(" ", sentence))
        contacts = contacts or several > 0
        if several:
            rest = cut["purpose"].sub(" ", rest)
        elif contacts or cut["contact"].search(text):
            rest = cut["statement"].sub(" ", rest)
        rest, again = cut["retry"].subn(" ", rest)
        retries = retries or again > 0
        if any(character.isalnum() for character in cut["fill"].sub(" ", rest)):
            return True
    return retries and not contacts


def action_in(text: str) -> str | None:
    """Return the sentence that asks for something to be done, beyond trying again and contacting somebody; None if none does.

    >>> action_in("Contact customer service. Check the disk, then try again later.")
    'Check the disk, then try again later'
    """
    cut = _no_solution()
    for sentence in _SENTENCES.split(text[:_LONGEST]):
        rest = cut["contact"].sub(" ", cut["dropped"].sub(" ", sentence))
        if _action().search(cut["retry"].sub(" ", rest).strip()):
            said = sentence.strip()
            return said if len(said) <= _QUOTED else said[:_QUOTED].rsplit(" ", 1)[0] + " …"
    return None


def vendor_contact_in(text: str) -> str | None:
    """Return the words that send the reader to the vendor, where a solution says no more than that; None where not."""
    found = None if is_real_solution(text) else _vendor().search(text[:_LONGEST])
    return found[0] if found else None


@cache
def _rules() -> _Solutions:
    return msgspec.json.decode((resources.folder("advice") / "rules.json").read_bytes(), type=_Solutions)


@cache
def _vendor() -> re.Pattern[str]:
    return re.compile(_rules().vendor_contact, re.IGNORECASE)


@cache
def _action() -> re.Pattern[str]:
    return re.compile(_rules().action, re.IGNORECASE)


@cache
def _no_solution() -> dict[str, re.Pattern[str]]:
    """Compile the patterns; words of the Latin kind must end where a word ends."""
    whole = {"contact", "purpose", "dropped", "statement", "retry", "fill"}
    return {
        name: re.compile(
            rf"(?<![A-Za-z])(?:{pattern})(?![A-Za-z])" if name in whole else pattern, re.IGNORECASE
        )
        for name, pattern in _rules().no_solution.items()
    }
