"""The plain data that a template works on: dictionaries, lists, texts and numbers, nothing with methods of its own."""

import msgspec

from index.ticket.facts import ErrorFacts, Facts
from index.ticket.phrases import (
    because_of,
    match_of,
    source_of,
    title_of,
    title_of_all,
    unknown_of,
    vendor_says,
)
from index.ticket.words import Words, words_in

Plain = str | int | bool | list["Plain"] | dict[str, "Plain"]


def plain_data(facts: Facts) -> dict[str, Plain]:
    """Return the names that a template knows.

    `title`, `errors` (a list), `error` (the first), `request_ids`, `mentioned`, `note`, `language`, and the ticket's own
    `words` and `labels` (the same with a colon). An error has the fields of `ErrorFacts` and of `_error`. Texts that are
    not known are absent, so that they show as `[name?]`; numbers, truths and lists are always there.
    """
    words = words_in(facts.language)
    plain_words = _present(msgspec.structs.asdict(words))
    errors: list[Plain] = [_error(error, words) for error in facts.errors]
    data = _present(
        {
            "title": title_of_all(facts, words),
            "language": facts.language,
            "note": facts.note,
            "request_ids": facts.request_ids,
            "mentioned": facts.mentioned,
        }
    )
    data |= {"errors": errors, "words": plain_words}
    data["labels"] = {
        name: words.label.format(text)
        for name, text in plain_words.items()
        if isinstance(text, str) and "{" not in text
    }
    return data | {"error": errors[0]} if errors else data


def _error(error: ErrorFacts, words: Words) -> dict[str, Plain]:
    """Return the fields of an error and the sentences made of them."""
    data = _present(msgspec.structs.asdict(error))
    meaning, solution = (
        words.only_in_language(tag) if tag else "" for tag in (error.meaning_only_in, error.solution_only_in)
    )
    return data | _present(
        {
            "title": title_of(error, words),
            "match": match_of(error, words),
            "unknown": unknown_of(error, words),
            "source": source_of(error, words),
            "judgement": error.whose_move + because_of(error, words),
            "vendor_says": vendor_says(error, words),
            "meaning_language": meaning,
            "solution_language": solution,
        }
    )


def _present(fields: dict[str, object]) -> dict[str, Plain]:
    """Keep lists, numbers and truths as they are, and texts only if there are any."""
    data: dict[str, Plain] = {}
    for name, value in fields.items():
        if isinstance(value, tuple):
            data[name] = list(value)
        elif isinstance(value, int | dict) or (isinstance(value, str) and value):
            data[name] = value
    return data
