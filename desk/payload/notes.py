"""What the head of the payload pane says besides: what was left out of a text, and what a log is about."""

from PySide6.QtCore import QCoreApplication

from desk.language.marking import QT_TRANSLATE_NOOP
from index.payload.triage_table import Triage
from index.reports import Explanation

translate = QCoreApplication.translate

_MOST_CUTS = 3
QT_TRANSLATE_NOOP(
    "PayloadPane",
    "The text is long: of some lines only codes and request ids were read; the triage table counts them all.",
)


def notes_of_text(found: Explanation, *, cut: bool) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Return a line, and ways to places: words and position. `cut`: only the beginning of the text is shown."""
    notes = [translate("PayloadPane", note) for note in found.notes]
    if cut:
        notes.append(translate("PayloadPane", "Only the beginning is shown; all of it was read."))
    cuts = [part for part in found.parts if part.cut is not None]
    if cuts:
        said = translate("PayloadPane", "Read whole: {whole} of {total} parts.")
        notes.insert(0, said.format(whole=len(found.parts) - len(cuts), total=len(found.parts)))
    words = translate("PayloadPane", "Line {line} is cut off")
    places = tuple((words.format(line=part.cut), part.span[1]) for part in cuts[:_MOST_CUTS])
    return " ".join(notes), places


def notes_of_log(found: Triage) -> str:
    """Return one line about a log."""
    said = translate("PayloadPane", "Lines: {lines} · errors: {errors} · codes: {codes}")
    notes = [said.format(lines=f"{found.lines:,}", errors=f"{found.errors:,}", codes=f"{len(found.rows):,}")]
    if found.stopped:
        said = translate("PayloadPane", "Cancelled: counted up to line {line}")
        notes.insert(0, said.format(line=f"{found.lines:,}"))
    if found.first_cause is not None:
        said = translate("PayloadPane", "Likely first cause: {code}, line {line}")
        notes.append(said.format(code=found.first_cause, line=f"{found.first_cause_line:,}"))
    if found.newest_first:
        notes.append(translate("PayloadPane", "The newest line comes first in this log."))
    return " · ".join(notes)
