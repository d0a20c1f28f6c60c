"""The honest fallback: what a status means, whose move it is, what to ask; ours, and marked as ours.

For entries whose page gives no solution, or none but "contact the administrator". The texts and the words that decide
whose move it is are data in resources/advice; every conclusion names what it was drawn from.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import TypeVar

import msgspec

import resources
from index.advice_solution import action_in, is_real_solution, vendor_contact_in
from index.entry import CatalogueEntry, LanguageTag
from index.errors import BadInput

LANGUAGES = ("en", "zh-Hans")
"""The languages in which the program itself writes."""

Texts = TypeVar("Texts", str, tuple[str, ...])


class Move(StrEnum):
    """Whose move it is."""

    CUSTOMER = "customer"
    PERMISSION = "permission"
    RETRY = "retry"
    PROVIDER = "provider"
    UNCLEAR = "unclear"


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """What can honestly be said about an error without the vendor's help, in one language."""

    language: LanguageTag
    """`en` or `zh-Hans`."""
    move: Move
    """Whose move it is."""
    status_meaning: str
    """`404 Not Found: ...`, or that no status is known."""
    whose_move: str
    """The same as `move`, as a sentence."""
    because: tuple[str, ...] = ()
    """What that was drawn from: `HTTP 404` and words quoted from the entry; empty if unclear."""
    steps: tuple[str, ...] = ()
    """What to do, in order."""
    ask: tuple[str, ...] = ()
    """What to ask the customer, most wanted first."""
    ours: str = ""
    """The line that says that this is not from the vendor."""


class _Move(msgspec.Struct):
    says: str
    steps: tuple[str, ...]
    first: dict[str, int] = {}
    """The number of the step that comes first under a status: a 403 knows who is asking, so roles go before logins."""

    def steps_under(self, status: int | None) -> tuple[str, ...]:
        number = self.first.get(str(status), 0)
        return (*self.steps[number : number + 1], *self.steps[:number], *self.steps[number + 1 :])


class _Speech(msgspec.Struct):
    statuses: dict[str, tuple[str, str]]
    no_status: str
    quoted: str
    status_form: str
    ours: str
    moves: dict[Move, _Move]
    questions: dict[str, str]


class _Word(msgspec.Struct):
    move: Move
    weight: int
    pattern: str


class _Rules(msgspec.Struct):
    statuses: dict[str, Move]
    status_weight: dict[str, int]
    words: tuple[_Word, ...]
    action_weight: int
    contact_weight: int
    permission_action: str
    questions: dict[Move, tuple[str, ...]]


_STATUS_WEIGHT = 2
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[._]")
_LONGEST = 2000  # characters of a text that are looked at


def language_of(tag: str) -> LanguageTag:
    """Return the language in which the program writes for this tag: any English, any Chinese.

    >>> language_of("zh")
    'zh-Hans'

    Raises BadInput that names the languages for any other.
    """
    primary = tag.casefold().replace("_", "-").partition("-")[0]
    found = {"en": "en", "zh": "zh-Hans"}.get(primary)
    if found is None:
        raise BadInput("there is no language {tag!r} to write in; there are: en, zh", tag=tag)
    return found


def best_text(texts: Mapping[LanguageTag, Texts], language: str) -> tuple[LanguageTag, Texts] | None:
    """Return tag and text of the language asked for, else of a sister, else English, else any; None if all are empty.

    >>> best_text({"de": "nein", "zh-Hant": "否"}, "zh")
    ('zh-Hant', '否')
    """
    primary = language.casefold().partition("-")[0]

    def rank(tag: LanguageTag) -> tuple[bool, ...]:
        low = tag.casefold()
        return low != language.casefold(), low.partition("-")[0] != primary, low != "zh-hans", low != "en"

    tags = sorted((tag for tag, text in texts.items() if text), key=lambda tag: (*rank(tag), tag))
    return (tags[0], texts[tags[0]]) if tags else None


def status_name(status: int, language: str) -> str:
    """Return the short name of a status: `Not Found`."""
    return _status(status, language)[0]


def advice_for(
    entry_or_status: CatalogueEntry | int | None,
    language: str,
    *,
    stated: int | None = None,
    texts: Iterable[str] = (),
    known: Collection[str] = (),
) -> Advice:
    """Return our advice for an entry or a bare status.

    `stated` is the status that the customer's text states, which goes before that of the entry; `texts` are further words to judge by, such as the message of an unknown error; `known` names questions that need
    not be asked (keys of the data: `request_id`, `time`, ...). Raises BadInput for a language we do not write.
    """
    tag = language_of(language)
    solutions: tuple[str, ...] = ()
    if isinstance(entry_or_status, CatalogueEntry):
        entry = entry_or_status
        status = entry.status if stated is None else stated
        solutions = tuple(text for text in entry.solution.values() if text)
        texts = (entry.message or "", *entry.description.values(), _CAMEL.sub(" ", entry.code), *texts)
    else:
        status = entry_or_status
    move, because = _judge(status, tuple(texts), solutions, tag)
    speech = _speech(tag)
    name, meaning = ("", "") if status is None else _status(status, tag)
    return Advice(
        language=tag,
        move=move,
        status_meaning=speech.status_form.format(status=status, name=name, meaning=meaning)
        if name
        else speech.no_status,
        whose_move=speech.moves[move].says,
        because=because,
        steps=speech.moves[move].steps_under(status),
        ask=tuple(speech.questions[key] for key in _rules().questions[move] if key not in known),
        ours=speech.ours,
    )


def has_real_solution(entry: CatalogueEntry, language: str) -> bool:
    """Tell whether the vendor says what to do, in the text that a reader of this language gets to see.

    None at all, a dash, and "contact the administrator" (customer service, technical support, a ticket, ...) are no
    solution, nor is "try again later or contact": whoever adds that does not know. "Try again later" alone is one,
    and so is a contact with a purpose ("to increase the quota").
    """
    found = best_text(entry.solution, language)
    return found is not None and is_real_solution(found[1])


def _judge(
    status: int | None, texts: tuple[str, ...], solutions: tuple[str, ...], language: str
) -> tuple[Move, tuple[str, ...]]:
    """Weigh the status, the words, and what the vendor says to do; the heaviest move wins, and a tie goes to the status."""
    rules = _rules()
    weights: dict[Move, int] = {}
    because: dict[Move, list[str]] = {}
    if status is not None:
        key = next((k for k in (str(status), f"{status // 100}xx") if k in rules.statuses), "")
        move = rules.statuses.get(key, Move.UNCLEAR)
        if move is not Move.UNCLEAR:
            weights[move] = rules.status_weight.get(key, _STATUS_WEIGHT)
            because[move] = [f"HTTP {status}"]
    quoted = _speech(language).quoted
    for pattern, move, weight in _word_patterns():
        found = next((m for text in texts if (m := pattern.search(text[:_LONGEST]))), None)
        if found:
            weights[move] = weights.get(move, 0) + weight
            because.setdefault(move, []).append(quoted.format(found[0].strip()))
    for move, weight, words in _asked_for(solutions):
        weights[move] = weights.get(move, 0) + weight
        because.setdefault(move, []).append(quoted.format(words))
    if not weights:
        return Move.UNCLEAR, ()
    best = max(weights, key=lambda move: weights[move])  # the first of equals: the status came first
    return best, tuple(dict.fromkeys(because[best]))


def _asked_for(solutions: tuple[str, ...]) -> list[tuple[Move, int, str]]:
    """Tell whose move the vendor's solution makes it, how sure that is, and in which words."""
    rules = _rules()
    for text in filter(is_real_solution, solutions):
        action = action_in(text)
        if action is not None:
            first = re.split("[,，]", action)[0]
            grants = re.search(rules.permission_action, first, re.IGNORECASE)
            move = Move.PERMISSION if grants else Move.CUSTOMER
            return [(move, rules.action_weight, action)]
        for form, move, _ in _word_patterns():
            found = form.search(text[:_LONGEST]) if move is Move.RETRY else None
            if found:
                return [(move, rules.action_weight, found[0].strip())]
    contacts = filter(None, map(vendor_contact_in, solutions))
    return [(Move.PROVIDER, rules.contact_weight, words) for words in contacts][:1]


def _status(status: int, language: str) -> tuple[str, str]:
    statuses = _speech(language_of(language)).statuses
    return statuses.get(str(status)) or statuses.get(f"{status // 100}xx") or statuses["other"]


@cache
def _speech(language: LanguageTag) -> _Speech:
    return msgspec.json.decode((resources.folder("advice") / f"{language}.json").read_bytes(), type=_Speech)


@cache
def _rules() -> _Rules:
    return msgspec.json.decode((resources.folder("advice") / "rules.json").read_bytes(), type=_Rules)


@cache
def _word_patterns() -> tuple[tuple[re.Pattern[str], Move, int], ...]:
    return tuple((re.compile(word.pattern, re.IGNORECASE), word.move, word.weight) for word in _rules().words)
