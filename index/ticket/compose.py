"""The standard form of a ticket, for one's own ticket system: facts to document tree, without any template engine."""

from collections.abc import Iterable, Iterator

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
from index.ticket.tree import (
    Block,
    Bullets,
    Code,
    CodeBlock,
    Document,
    Heading,
    Numbered,
    Paragraph,
    Run,
    Runs,
    Strong,
    Text,
    paragraphs,
    prose,
)
from index.ticket.words import Words, words_in


def compose(facts: Facts) -> Document:
    """Arrange all facts: title, what and where, message, meaning, solution or our advice, note, source."""
    words = words_in(facts.language)
    blocks: list[Block] = []
    if len(facts.errors) == 1:
        blocks += _error(facts.errors[0], words, 1, title_of(facts.errors[0], words))
    else:
        blocks.append(Heading(1, (Text(title_of_all(facts, words)),)))
        for error in facts.errors:
            title = words.error_of.format(number=error.number, title=title_of(error, words))
            blocks += _error(error, words, 2, title)
    blocks += _codes(words.more_request_ids, facts.request_ids, words)
    blocks += _codes(words.also_mentioned, facts.mentioned, words)
    if facts.note:
        blocks += [Heading(2, (Text(words.note),)), *paragraphs(facts.note)]
    return Document(tuple(blocks), facts.language)


def _error(error: ErrorFacts, words: Words, level: int, title: str) -> Iterator[Block]:
    below = level + 1

    def section(name: str) -> Heading:
        return Heading(below, (Text(name),))

    yield Heading(level, (Text(title),))
    yield Bullets(tuple(_particulars(error, words)))
    if not error.known:
        yield Paragraph((Strong(unknown_of(error, words)),))
    if error.message:
        yield section(words.message if error.from_customer else words.message_of_entry)
        yield CodeBlock(error.message)
    if error.meaning and error.meaning != error.message:
        yield section(words.meaning)
        yield from _only_in(paragraphs(error.meaning), error.meaning_only_in, words)
    if error.steps:
        yield section(words.solution)
        yield Numbered(tuple(prose(step) for step in error.steps))
        yield from _only_in((), error.solution_only_in, words)
    else:
        yield from _advice(error, words, section(words.advice))
        yield section(words.ask)
        yield Bullets(tuple((Text(question),) for question in error.ask))
    if error.source_title or error.source_url:
        yield section(words.source)
        yield Paragraph(_source(error, words))


def _particulars(error: ErrorFacts, words: Words) -> Iterator[Runs]:
    def line(label: str, *runs: Run) -> Runs:
        return (Strong(words.label.format(label)), Text(" "), *runs)

    if error.code:
        yield line(words.code, Code(error.code))
    if error.service:
        yield line(words.service, Text(words.comma.join((error.service, error.provider))))
    if error.status_meaning or error.status_text:
        yield line(words.status, Text(error.status_meaning or error.status_text))
    if match_of(error, words):
        yield line(words.match, Text(match_of(error, words)))
    if error.values:
        yield line(words.values, *_listed(error.values, words))
    if error.request_ids:
        label = words.request_id if len(error.request_ids) == 1 else words.request_ids
        yield line(label, *_listed(error.request_ids, words))
    if error.closest:
        yield line(words.closest, *_listed(error.closest, words))


def _advice(error: ErrorFacts, words: Words, heading: Heading) -> Iterator[Block]:
    if error.known:
        yield Paragraph(prose(vendor_says(error, words)))
        yield from _only_in((), error.solution_only_in, words)
    yield heading
    yield Paragraph(prose(error.whose_move + because_of(error, words)))
    yield Numbered(tuple((Text(step),) for step in error.advice))


def _only_in(blocks: Iterable[Block], tag: str, words: Words) -> Iterator[Block]:
    """Say that a text is there in another language only."""
    yield from blocks
    if tag:
        yield Paragraph((Text(words.only_in_language(tag)),))


def _source(error: ErrorFacts, words: Words) -> Runs:
    runs: Runs = (Text(source_of(error, words)),)
    return (*runs, Text(" "), Code(error.source_url)) if error.source_url else runs


def _codes(label: str, texts: tuple[str, ...], words: Words) -> Iterator[Block]:
    if texts:
        yield Paragraph((Strong(words.label.format(label)), Text(" "), *_listed(texts, words)))


def _listed(texts: Iterable[str], words: Words) -> Runs:
    runs: list[Run] = []
    for text in texts:
        if runs:
            runs.append(Text(words.comma))
        runs.append(Code(text))
    return tuple(runs)
