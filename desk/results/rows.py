"""What a row of the result list shows, made from a hit of a search or from a match of a payload."""

from collections.abc import Iterator

import msgspec
from PySide6.QtCore import QCoreApplication

from desk.language.counted import Counted
from desk.language.marking import QT_TRANSLATE_NOOP
from desk.payload.positions import shift
from index.entry import CatalogueEntry
from index.hits import Hit, Reason, Span
from index.reports import Match

translate = QCoreApplication.translate

_SNIPPET = 400
_BEFORE = 24

_REASONS = {
    Reason.CODE: QT_TRANSLATE_NOOP("Reason", "exact code"),
    Reason.LOOSE_CODE: QT_TRANSLATE_NOOP("Reason", "same code, other spelling"),
    Reason.CODE_PREFIX: QT_TRANSLATE_NOOP("Reason", "code starts so"),
    Reason.MESSAGE: QT_TRANSLATE_NOOP("Reason", "message matches"),
    Reason.ALL_WORDS: QT_TRANSLATE_NOOP("Reason", "all words"),
    Reason.SOME_WORDS: QT_TRANSLATE_NOOP("Reason", "some words"),
    Reason.SIMILAR: QT_TRANSLATE_NOOP("Reason", "similar"),
}
_MATCH_WORDS = {
    "code": QT_TRANSLATE_NOOP("Reason", "code"),
    "common code": QT_TRANSLATE_NOOP("Reason", "common code"),
    "message": QT_TRANSLATE_NOOP("Reason", "message"),
    "my note": QT_TRANSLATE_NOOP("Reason", "my note"),
    "status": QT_TRANSLATE_NOOP("Reason", "status"),
}
_PARTS = {
    "description": QT_TRANSLATE_NOOP("Reason", "Description:"),
    "solution": QT_TRANSLATE_NOOP("Reason", "Solution:"),
}


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row."""

    entry: CatalogueEntry
    """The entry it stands for."""
    reason: str
    """Why it is here: a reason of the search, or the words of a match."""
    values: tuple[str, ...] | None = None
    """This customer's values."""
    text: str = ""
    """The second line: the part of the entry that was found, one line."""
    text_spans: tuple[Span, ...] = ()
    """What to mark in it."""
    part: str = ""
    """What that part is, `description` or `solution`; "" where it is what rows of this entry show anyway."""
    apart: int = 0
    """Where in `text` it begins to differ from other rows of the same code; 0 where that does not matter."""
    code_spans: tuple[Span, ...] = ()
    """What to mark in the code."""
    spans: dict[str, tuple[Span, ...]] = {}
    """All marks of the hit, by field."""
    asked: bool = True
    """Words were asked for, not filters alone."""
    digit: int | None = None
    """The key that confirms this row, where several rows stay possible."""
    chosen: bool = False
    """The user confirmed this row."""
    also: tuple[CatalogueEntry, ...] = ()
    """Entries with the same texts under other codes, folded into this row."""

    def text_from(self, start: int) -> tuple[str, tuple[Span, ...]]:
        """Return the text and its marks without what stands before a place."""
        if not start:
            return self.text, self.text_spans
        kept = shift(self.text_spans, start, len(self.text))
        return "…" + self.text[start:], tuple((a + 1, b + 1) for a, b in kept)

    def stands_for(self, entry_id: str) -> bool:
        """Tell whether this is the row of an entry, its own or a folded one."""
        return any(entry.id == entry_id for entry in (self.entry, *self.also))


def row_of_hit(hit: Hit, language: str) -> Row:
    """Make the row of a search hit; `language` is preferred where nothing is marked."""
    part, text, spans = _snippet(hit.entry, hit.spans, language)
    return Row(
        entry=hit.entry,
        reason=hit.reason,
        values=hit.values,
        part=part,
        text=text,
        text_spans=spans,
        code_spans=hit.spans.get("code", ()),
        spans=hit.spans,
        asked=bool(hit.spans or hit.score) or hit.reason is not Reason.ALL_WORDS,
    )


def row_of_match(match: Match, language: str, *, digit: int | None = None, chosen: bool = False) -> Row:
    """Make the row of a candidate of a reported error."""
    _, text, spans = _snippet(match.entry, {}, language)
    return Row(
        entry=match.entry,
        reason=match.reason,
        values=match.values,
        text=text,
        text_spans=spans,
        digit=digit,
        chosen=chosen,
    )


def reason_text(row: Row) -> str:
    """Say in the window's language why the row is here; "" where no words were asked for, only filters."""
    if not row.asked:
        return ""
    known = _REASONS.get(row.reason) if isinstance(row.reason, Reason) else None
    if known is None:
        words = row.reason.replace(" and ", ", ").split(", ")
        said = [translate("Reason", _MATCH_WORDS[word]) if word in _MATCH_WORDS else word for word in words]
        return " + ".join(said)
    text = translate("Reason", known)
    if row.reason == Reason.MESSAGE and row.values:
        return f"{text}, {Counted().values(len(row.values))}"
    return text


def part_text(row: Row) -> str:
    """Say in the window's language which part of the entry the row shows, "" where it shows what rows usually do."""
    return translate("Reason", _PARTS[row.part]) if row.part else ""


def also_text(row: Row) -> str:
    """Say which other codes the row stands for, "" where there are none."""
    if not row.also:
        return ""
    codes = ", ".join(entry.code for entry in row.also)
    return translate("Reason", "also ({count}): {codes}").format(count=len(row.also), codes=codes)


def best_text(texts: dict[str, str], language: str) -> tuple[str, str]:
    """Choose among texts by language; returns tag and text, both empty where there is none.

    >>> best_text({"en": "a", "zh-Hant": "b"}, "zh-Hans")
    ('zh-Hant', 'b')
    """
    if len(texts) == 1:  # nearly always
        (only,) = texts.items()
        return only if only[1] else ("", "")
    base = language.split("-", maxsplit=1)[0]
    order = sorted(
        (tag for tag, text in texts.items() if text),
        key=lambda tag: (tag != language, tag.split("-")[0] != base, tag != "en", tag),
    )
    return (order[0], texts[order[0]]) if order else ("", "")


def _snippet(
    entry: CatalogueEntry, spans: dict[str, tuple[Span, ...]], language: str
) -> tuple[str, str, tuple[Span, ...]]:
    """Return which part a row shows, "" for the usual one, a piece of its text, and the marks in that."""
    first: tuple[str, str] | None = None
    for name, text in _fields(entry, language):
        first = first or (name, text)
        if not spans or spans.get(name):
            break
    else:
        name, text = first or ("", "")
    kind = name.partition(".")[0]
    part = "" if first is None or kind == first[0].partition(".")[0] else kind
    marks = spans.get(name, ())
    start = _word_before(text, marks[0][0] - _BEFORE) if marks and marks[0][0] > 2 * _BEFORE else 0
    shown = text[start : start + _SNIPPET].replace("\n", " ").replace("\t", " ")
    kept = shift(marks, start, start + _SNIPPET)
    if start:
        return part, "…" + shown, tuple((a + 1, b + 1) for a, b in kept)
    return part, shown, kept


def _word_before(text: str, at: int) -> int:
    """Return where the word begins that stands at a place; the place itself where words are long or have no spaces."""
    begin = text.rfind(" ", max(at - _BEFORE, 0), at) + 1
    return begin or at


def _fields(entry: CatalogueEntry, language: str) -> Iterator[tuple[str, str]]:
    """Name the texts of an entry in the order in which a row would rather show them."""
    if entry.message:
        yield "message", entry.message
    for kind, texts in (("description", entry.description), ("solution", entry.solution)):
        best, text = best_text(texts, language)
        if text:
            yield f"{kind}.{best}", text
        for tag, other in texts.items():
            if tag != best and other:
                yield f"{kind}.{tag}", other
