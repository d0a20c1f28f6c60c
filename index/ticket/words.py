"""The ticket's own words, by language; data in resources/templates."""

from functools import cache

import msgspec

import resources
from index.advice import language_of


class Words(msgspec.Struct, frozen=True):
    """Every label and phrase that a ticket may hold of its own; braces are filled with `str.format`."""

    title_one: str
    title_unknown: str
    title_common: str
    title_no_code: str
    title_many: str
    and_more: str
    error_of: str
    label: str
    comma: str
    code: str
    service: str
    status: str
    values: str
    match: str
    request_id: str
    request_ids: str
    closest: str
    message: str
    message_of_entry: str
    meaning: str
    solution: str
    vendor_says_only: str
    vendor_says_nothing: str
    advice: str
    because: str
    ask: str
    note: str
    source: str
    source_of: str
    source_undated: str
    only_in: dict[str, str]
    one_of: str
    weak: str
    unknown: str
    unknown_message: str
    common: str
    foreign: str
    common_match: str
    by_hand: str
    also_mentioned: str
    more_request_ids: str
    left_out: str
    cut: str
    numerals: str
    templates: dict[str, str]

    def only_in_language(self, tag: str) -> str:
        """Say that a text exists in this language only."""
        primary = tag.casefold().partition("-")[0]
        return self.only_in.get(primary) or self.only_in[""].format(tag=tag)


@cache
def words_in(language: str) -> Words:
    """Return the words of a language. Raises BadInput for a language that we do not write."""
    path = resources.folder("templates") / f"words.{language_of(language)}.json"
    return msgspec.json.decode(path.read_bytes(), type=Words)
