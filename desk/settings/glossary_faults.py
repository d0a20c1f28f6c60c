"""What can be wrong with a line of the user's glossary, in the window's language."""

from PySide6.QtCore import QCoreApplication

from desk.language.marking import QT_TRANSLATE_NOOP
from index.glossary_own import LineFault, Wrong

WORDS = {
    Wrong.ALONE: QT_TRANSLATE_NOOP(
        "GlossaryFaults", "{term} stands alone: write words that mean the same, with = between them"
    ),
    Wrong.MISSING: QT_TRANSLATE_NOOP("GlossaryFaults", "a word is missing before or after ="),
    Wrong.LETTERS: QT_TRANSLATE_NOOP(
        "GlossaryFaults", "{term} is neither Chinese nor written in plain English letters and digits"
    ),
    Wrong.TWICE: QT_TRANSLATE_NOOP("GlossaryFaults", "{term} stands twice"),
    Wrong.SAME: QT_TRANSLATE_NOOP("GlossaryFaults", "line {other} says the same"),
    Wrong.BAR: QT_TRANSLATE_NOOP("GlossaryFaults", "{term} holds the sign that parts terms"),
    Wrong.COLUMNS: QT_TRANSLATE_NOOP(
        "GlossaryFaults", "{count} columns where at most {most} are expected ({names})"
    ),
    Wrong.ID: QT_TRANSLATE_NOOP("GlossaryFaults", "{term} cannot be an id: small letters, digits, hyphens"),
    Wrong.TAKEN: QT_TRANSLATE_NOOP("GlossaryFaults", "the id {term} already stands in line {other}"),
    Wrong.EMPTY: QT_TRANSLATE_NOOP("GlossaryFaults", "a concept without any term"),
    Wrong.EMPTY_TERM: QT_TRANSLATE_NOOP("GlossaryFaults", "an empty term in the column {column}"),
    Wrong.BLANKS: QT_TRANSLATE_NOOP("GlossaryFaults", "stray blanks in {term}"),
    Wrong.NO_CHINESE: QT_TRANSLATE_NOOP("GlossaryFaults", "{term} in the column {column} holds no Chinese"),
    Wrong.NO_ENGLISH: QT_TRANSLATE_NOOP(
        "GlossaryFaults", "{term} in the column {column} is not written in plain English letters and digits"
    ),
    Wrong.UNKNOWN: QT_TRANSLATE_NOOP("GlossaryFaults", "no concept is called {term}"),
}
"""Every fault in the words of `index`; the holes stay as they are."""


def told(fault: LineFault) -> str:
    """Say what is wrong with a line."""
    return QCoreApplication.translate("GlossaryFaults", WORDS[fault.wrong]).format(**fault.names)
