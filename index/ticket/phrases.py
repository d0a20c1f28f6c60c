"""Sentences and titles made of several facts, for the standard form and for templates."""

from index.ticket.facts import ErrorFacts, Facts
from index.ticket.words import Words

_TITLE_CODES = 5
"""So many are named; of more, one less: "and 1 more" is longer than most codes."""


def title_of(error: ErrorFacts, words: Words) -> str:
    """Return the title of one error: code, service and provider."""
    if not error.code:
        return words.title_no_code
    if error.namesakes:
        return words.title_common.format(code=error.code)
    if not error.known:
        return words.title_unknown.format(code=error.code)
    return words.title_one.format(code=error.code, service=error.service, provider=error.provider)


def title_of_all(facts: Facts, words: Words) -> str:
    """Return the title of a ticket: that of its one error, or how many there are and their first codes."""
    if len(facts.errors) == 1:
        return title_of(facts.errors[0], words)
    codes = list(dict.fromkeys(error.code or words.title_no_code for error in facts.errors))
    shown = codes if len(codes) <= _TITLE_CODES else codes[: _TITLE_CODES - 1]
    if len(codes) > len(shown):
        shown.append(words.and_more.format(count=len(codes) - len(shown)))
    return words.title_many.format(count=len(facts.errors), codes=words.comma.join(shown))


def match_of(error: ErrorFacts, words: Words) -> str:
    """Say what the choice rests on, or that the error is only mentioned; empty if the text makes it sure."""
    if error.weak:
        return words.weak
    if error.by_hand:
        return words.by_hand
    if error.namesakes and not error.foreign:
        return words.common_match.format(count=error.namesakes)
    return words.one_of.format(count=error.candidates) if error.candidates > 1 else ""


def unknown_of(error: ErrorFacts, words: Words) -> str:
    """Say in what way an error is not known; empty if it is."""
    if error.known:
        return ""
    if error.namesakes:
        said = words.foreign if error.foreign else words.common
        return said.format(services=words.comma.join(error.namesake_services))
    return words.unknown if error.code else words.unknown_message


def source_of(error: ErrorFacts, words: Words) -> str:
    """Name the page and its date; empty if there is no page."""
    if not (error.source_title or error.source_url):
        return ""
    form = words.source_of if error.source_updated else words.source_undated
    return form.format(title=error.source_title or error.service, updated=error.source_updated)


def because_of(error: ErrorFacts, words: Words) -> str:
    """Say what our judgement was drawn from, to be put right after it; empty if from nothing."""
    return words.because.format(words.comma.join(error.because)) if error.because else ""


def vendor_says(error: ErrorFacts, words: Words) -> str:
    """Say how little the vendor says; empty if the code is unknown or has steps."""
    if error.steps or not error.known:
        return ""
    return words.vendor_says_only.format(error.solution) if error.solution else words.vendor_says_nothing
