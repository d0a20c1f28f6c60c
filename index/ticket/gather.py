"""Gathers the facts of a ticket from a payload's explanation or from an entry."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from index.advice import Advice, advice_for, best_text, status_name
from index.advice_solution import is_real_solution
from index.entry import CatalogueEntry
from index.errors import BadInput
from index.reports import Confidence, Explanation, Match, MatchedError
from index.template import HOLE, message_texts
from index.ticket.facts import ErrorFacts, Facts
from index.ticket.fill import fill
from index.ticket.masking import Masker
from index.ticket.visible import visible


class Gatherer:
    """Gathers the facts of one ticket; keeps its language and what hides secrets."""

    def __init__(self, language: str, masker: Masker) -> None:
        """Take the language of the ticket (`en` or `zh-Hans`) and the masker."""
        self._language = language
        self._masker = masker

    def of_payload(self, explanation: Explanation, chosen: Mapping[int, str], note: str) -> Facts:
        """Gather the facts of all errors of a payload; weak mentions count only if there is nothing else."""
        numbered = list(enumerate(explanation.errors))
        for number in chosen:
            if not 0 <= number < len(numbered):
                raise BadInput(
                    "there is no error number {number}; the text has {count}, counted from 0",
                    number=number,
                    count=len(numbered),
                )
        sure = [(n, error) for n, error in numbered if error.confidence is not Confidence.WEAK or n in chosen]
        told = sure or numbered
        errors = tuple(
            self._of_error(place, error, chosen.get(n)) for place, (n, error) in enumerate(told, 1)
        )
        taken = {id_ for error in errors for id_ in error.request_ids}
        codes = {
            error.error.code: None for n, error in numbered if error.error.code and (n, error) not in told
        }
        ids = dict.fromkeys(self._outside(id_) for id_ in explanation.request_ids)
        return Facts(
            language=self._language,
            errors=errors,
            request_ids=tuple(id_ for id_ in ids if id_ not in taken),
            mentioned=tuple(_line(code) for code in codes if code),
            note=self._outside(note),
        )

    def of_entry(
        self, entry: CatalogueEntry, values: Sequence[str] | None, message: str | None, note: str
    ) -> Facts:
        """Gather the facts of one entry, with a customer's message or values if there are any."""
        error = self._of_match(ErrorFacts(number=1, code=entry.code), entry, values, message)
        return Facts(language=self._language, errors=(error,), note=self._outside(note))

    def _of_error(self, place: int, error: MatchedError, chosen: str | None) -> ErrorFacts:
        reported = error.error
        match, confirmed = _choice(error, chosen)
        unproved = error if match is None else None
        facts = ErrorFacts(
            number=place,
            code=_line(reported.code or (match.entry.code if match else "")),
            status=reported.status,
            weak=error.confidence is Confidence.WEAK and chosen is None,
            request_ids=tuple(dict.fromkeys(self._outside(id_) for id_ in reported.request_ids)),
            namesakes=len(unproved.possible) if unproved else 0,
            namesake_services=tuple(map(_line, unproved.namesakes())) if unproved else (),
            foreign=unproved is not None and unproved.foreign,
            by_hand=match in error.possible,
            candidates=0 if confirmed else len(error.matches),
            closest=tuple(_line(code) for code in error.closest),
        )
        if match is not None:
            return self._of_match(facts, match.entry, match.values, reported.message)
        message = reported.message or ""
        advice = advice_for(
            facts.status, self._language, texts=(message, facts.code), known=_known(facts.request_ids)
        )
        facts = replace(facts, message=self._outside(message), from_customer=bool(message))
        return self._with_advice(facts, advice)

    def _of_match(
        self, facts: ErrorFacts, entry: CatalogueEntry, values: Sequence[str] | None, message: str | None
    ) -> ErrorFacts:
        advice = advice_for(
            entry,
            self._language,
            stated=facts.status,
            texts=(message or "",),
            known=_known(facts.request_ids),
        )
        facts = self._with_texts(_with_names(facts, entry), entry, values)
        facts = replace(
            facts,
            known=True,
            message=self._outside(message) if message else facts.message,
            from_customer=bool(message or (values and entry.message)),
            values=tuple(self._outside(value) for value in values or ()),
        )
        return self._with_advice(facts, advice)

    def _with_texts(
        self, facts: ErrorFacts, entry: CatalogueEntry, values: Sequence[str] | None
    ) -> ErrorFacts:
        """Add what an entry says, in the language of the ticket if it has it, its placeholders filled in."""
        template = _template(entry, values)

        def filled(text: str) -> str:
            return self._outside(fill(text, template, values))

        meaning = best_text(entry.description, self._language) or ("", "")
        solution = best_text(entry.solution, self._language) or ("", "")
        steps: tuple[str, ...] = ()
        if is_real_solution(solution[1]):
            _, steps = best_text(entry.steps, self._language) or ("", (solution[1],))
        return replace(
            facts,
            message=filled(entry.message or ""),
            meaning=filled(meaning[1]),
            meaning_only_in=self._other(meaning[0]),
            solution=filled(solution[1]),
            steps=tuple(filled(step) for step in steps),
            solution_only_in=self._other(solution[0]),
            languages=_languages(entry),
        )

    def _with_advice(self, facts: ErrorFacts, advice: Advice) -> ErrorFacts:
        """Add our advice; its steps only where the vendor gives none."""
        if facts.status is not None:
            name = status_name(facts.status, self._language)
            facts = replace(facts, status_name=name, status_meaning=advice.status_meaning)
        return replace(
            facts,
            whose_move=advice.whose_move,
            because=tuple(self._outside(word) for word in advice.because),
            advice=() if facts.steps else advice.steps,
            ask=advice.ask,
        )

    def _outside(self, text: str) -> str:
        return visible(self._masker.mask(text))

    def _other(self, tag: str) -> str:
        same = tag.casefold().partition("-")[0] == self._language.partition("-")[0]
        return "" if same else tag


def _choice(error: MatchedError, chosen: str | None) -> tuple[Match | None, bool]:
    """Return the match that the ticket tells of, and whether it is the only one possible or was chosen."""
    if chosen is None:
        return (error.matches[0], len(error.matches) == 1) if error.matches else (None, True)
    for match in (*error.matches, *error.possible):
        if match.entry.id == chosen:
            return match, True
    raise BadInput(
        "the entry {entry!r} is not among the matches of {code}",
        entry=chosen,
        code=error.error.code or "this error",
    )


def _with_names(facts: ErrorFacts, entry: CatalogueEntry) -> ErrorFacts:
    """Add whose code it is, its status, and the page that the entry comes from."""
    return replace(
        facts,
        code=_line(facts.code),
        provider=_line(entry.provider),
        service=_line(entry.service),
        status=entry.status if facts.status is None else facts.status,
        status_text=_line(entry.status_text),
        source_title=_line(entry.source.title),
        source_updated=_line(entry.source.updated),
        source_url=_line(entry.source.url),
    )


def _template(entry: CatalogueEntry, values: Sequence[str] | None) -> str | None:
    """Return the template of the entry whose placeholders the values fill: its message, an earlier one, a description."""
    if values is None:
        return None
    texts = message_texts(entry)
    return next((text for text in texts if len(HOLE.findall(text)) == len(values)), None)


def _line(text: str) -> str:
    """Make a name or title one line."""
    return " ".join(visible(text).split())


def _languages(entry: CatalogueEntry) -> tuple[str, ...]:
    return tuple(
        sorted({tag for texts in (entry.description, entry.solution) for tag, text in texts.items() if text})
    )


def _known(request_ids: Sequence[str]) -> tuple[str, ...]:
    return ("request_id",) if request_ids else ()
