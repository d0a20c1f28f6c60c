"""What is marked in a pasted text, and how: each kind with colours and a line of its own, never colours alone."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

import msgspec
from PySide6.QtGui import QColor, QTextCharFormat

from desk.language.marking import QT_TRANSLATE_NOOP
from desk.payload.shown_text import MOST
from desk.style.theme import Colours, Pair
from index.hits import Span
from index.reports import Explanation


class Kind(StrEnum):
    """What a lit stretch is."""

    ERROR = QT_TRANSLATE_NOOP("PayloadView", "Error")
    VALUE = QT_TRANSLATE_NOOP("PayloadView", "Value")
    ID = QT_TRANSLATE_NOOP("PayloadView", "Request id")
    SECRET = QT_TRANSLATE_NOOP("PayloadView", "Secret")


class Lit(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch to light up."""

    kind: Kind
    """What it is."""
    span: Span
    """Where it is, in the text as pasted."""
    placeholder: str = ""
    """What stands for it in everything that is copied; "" stays as it is."""


_LINES = {
    Kind.ERROR: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Kind.VALUE: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Kind.ID: QTextCharFormat.UnderlineStyle.DotLine,
    Kind.SECRET: QTextCharFormat.UnderlineStyle.DashUnderline,
}


def kind_pair(kind: Kind, colours: Colours) -> Pair:
    """Return the colours of a kind."""
    pairs = {Kind.ERROR: colours.error, Kind.VALUE: colours.value, Kind.ID: colours.info}
    return pairs.get(kind, colours.secret)


def mark_shape(kind: Kind, colours: Colours) -> QTextCharFormat:
    """Return how a kind is marked."""
    pair = kind_pair(kind, colours)
    shape = QTextCharFormat()
    shape.setBackground(QColor(pair.ground))
    shape.setForeground(QColor(pair.text))
    shape.setUnderlineStyle(_LINES[kind])
    shape.setUnderlineColor(QColor(pair.text))
    return shape


def lit_parts(found: Explanation) -> tuple[Lit, ...]:
    """List what to light up in a payload, in the order of the text; only what is shown of a large one."""
    shown: set[tuple[Kind, Span]] = set()
    placeholders = {secret.span: secret.placeholder for secret in found.secrets}
    for matched in found.errors:
        error = matched.error
        values = matched.matches[0].value_spans if matched.matches else ()
        for kind, spans in (
            (Kind.ERROR, (error.span, *error.more_spans)),
            (Kind.ID, error.id_spans),
            (Kind.VALUE, values),
        ):
            shown.update((kind, span) for span in spans if span[0] < span[1] <= MOST)
    shown.update((Kind.SECRET, secret.span) for secret in found.secrets if secret.span[1] <= MOST)
    return tuple(
        Lit(kind=kind, span=span, placeholder=placeholders[span] if kind is Kind.SECRET else "")
        for kind, span in sorted(shown, key=lambda one: one[1])
    )


def counts_of(found: Explanation, lit: Iterable[Lit]) -> dict[Kind, int]:
    """Count what the legend names: errors and ids as they are listed, each once, else one would look for more."""
    counts = Counter(one.kind for one in lit)
    return {**counts, Kind.ERROR: len(found.errors), Kind.ID: len(found.request_ids)}
