"""What is marked in a pasted text, and how: each kind with colours and a line of its own, never colours alone."""

from enum import StrEnum

import msgspec
from PySide6.QtGui import QColor, QTextCharFormat

from desk.language.marking import QT_TRANSLATE_NOOP
from desk.style.theme import Colours, Pair
from index.hits import Span


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
