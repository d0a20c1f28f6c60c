"""The vendor's texts on the detail page: message, description and steps, in one language or in two side by side."""

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import QCoreApplication

from desk.detail.html_pieces import box, columns, css, heading, marked, numbered, paragraph, plain
from desk.detail.languages import LANGUAGE_NAMES, Shown
from desk.detail.value_marks import holes, with_values
from desk.style.look import Look
from desk.style.theme import Pair
from index.entry import CatalogueEntry
from index.hits import Span

translate = QCoreApplication.translate


class Texts(msgspec.Struct, frozen=True, kw_only=True):
    """What an entry says, and how it is to be shown."""

    entry: CatalogueEntry
    """The entry."""
    language: str
    """Preferred language."""
    shown: Shown = Shown.BOTH
    """Which languages are shown."""
    wide: bool = True
    """There is room for two columns."""
    values: tuple[str, ...] | None = None
    """This customer's values."""
    message: str | None = None
    """The customer's own message."""
    message_spans: tuple[Span, ...] = ()
    """Where the values stand in that message."""
    spans: dict[str, tuple[Span, ...]] = {}
    """What the query matched, by field."""


def tags_of(entry: CatalogueEntry, language: str) -> tuple[str, ...]:
    """Return the languages of an entry's texts, the preferred one first."""
    base = language.split("-", maxsplit=1)[0]
    there = {tag for texts in (entry.description, entry.solution) for tag, text in texts.items() if text}
    return tuple(sorted(there, key=lambda tag: (tag != language, tag.split("-")[0] != base, tag)))


def texts_html(texts: Texts, look: Look) -> list[str]:
    """Return message, values, descriptions and solutions."""
    tags = tags_of(texts.entry, texts.language)
    if texts.shown is not Shown.BOTH:
        tags = tuple(tag for tag in tags if tag.split("-")[0] == texts.shown) or tags
    base = texts.language.split("-")[0]
    named = len(tags) > 1 or any(tag.split("-")[0] != base for tag in tags)
    bodies = ["".join(_in_language(tag, texts, look, named=named)) for tag in tags]
    side_by_side = texts.wide and len(bodies) == 2  # noqa: PLR2004 - a third column would be too narrow to read
    return [*_message(texts, look), *([columns(bodies, look)] if side_by_side else bodies)]


def _in_language(tag: str, texts: Texts, look: Look, *, named: bool) -> Iterable[str]:
    entry, families = texts.entry, look.chinese if tag.startswith("zh") else ()
    name = f" · {LANGUAGE_NAMES.get(tag, tag)}" if named else ""
    if entry.description.get(tag):
        body = _marked(entry.description[tag], texts.spans.get(f"description.{tag}", ()), texts, look)
        yield heading(translate("DetailPage", "Description") + name, look)
        yield paragraph(body, families=families)
    if entry.solution.get(tag):
        steps = entry.steps.get(tag) or (entry.solution[tag],)
        found = _step_marks(entry.solution[tag], steps, texts.spans.get(f"solution.{tag}", ()))
        yield heading(translate("DetailPage", "Solution") + name, look)
        yield numbered([_marked(step, spans, texts, look) for step, spans in found], look, families)


def _marked(text: str, spans: tuple[Span, ...], texts: Texts, look: Look) -> str:
    """Mark the customer's values where the text has a place for them, else what the query matched."""
    filled, places = with_values(text, texts.entry, texts.values)
    if places:
        return marked(filled, places, look.colours.value)
    return marked(text, spans, look.colours.mark)


def _message(texts: Texts, look: Look) -> list[str]:
    colours, entry = look.colours, texts.entry
    raised = Pair(text=colours.text, ground=colours.raised)
    parts: list[str] = []
    same = bool(texts.message and entry.message) and _bare(texts.message) == _bare(entry.message)
    if texts.message and not same:
        parts.append(heading(translate("DetailPage", "The customer's message"), look))
        body = marked(texts.message, texts.message_spans, colours.value)
        parts.append(box(f'<span style="font-family:{css(look.mono)}">{body}</span>', raised))
    if entry.message:
        words = translate("DetailPage", "Message")
        if same:  # to read it twice would only cost room
            words = translate("DetailPage", "Message, word for word as the customer got it")
        parts.append(heading(words, look))
        if texts.message and texts.values:  # the values stand in the message above, here their places
            body = marked(entry.message, holes(entry.message), colours.value)
        else:
            body = _marked(entry.message, texts.spans.get("message", ()), texts, look)
        parts.append(box(f'<span style="font-family:{css(look.mono)}">{body}</span>', raised))
    if texts.values:
        said = [marked(f" {value} ", ((0, len(value) + 2),), colours.value) for value in texts.values]
        label = plain(translate("DetailPage", "This customer's values:"))
        parts.append(paragraph(f"{label} {' &nbsp;'.join(said)}", top=2))
    return parts


def _bare(message: str | None) -> str:
    return " ".join((message or "").split()).rstrip(".")


def _step_marks(
    solution: str, steps: tuple[str, ...], spans: tuple[Span, ...]
) -> list[tuple[str, tuple[Span, ...]]]:
    """Carry the marks of the whole solution over to its steps, where a step stands in it word for word."""
    made: list[tuple[str, tuple[Span, ...]]] = []
    at = 0
    for step in steps:
        start = solution.find(step, at)
        if start < 0:
            made.append((step, ()))
            continue
        at = start + len(step)
        inside = tuple((a - start, b - start) for a, b in spans if start <= a and b <= at)
        made.append((step, inside))
    return made
