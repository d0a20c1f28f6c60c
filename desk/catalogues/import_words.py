"""What a reading tells of a page in English words, in the window's language: places, columns, why something was left out."""

import re

from PySide6.QtCore import QCoreApplication, QLocale

from desk.language.marking import QT_TRANSLATE_NOOP
from desk.language.refusals import refusal_said
from index.errors import Said
from index.importing.preview_values import Step

translate = QCoreApplication.translate

_REASONS = {
    "a table of parameters": QT_TRANSLATE_NOOP("Import", "a table of parameters"),
    "no column holds error codes": QT_TRANSLATE_NOOP("Import", "no column holds error codes"),
    "nothing around the table speaks of errors": QT_TRANSLATE_NOOP(
        "Import", "nothing around the table speaks of errors"
    ),
    "lists HTTP statuses, not error codes": QT_TRANSLATE_NOOP(
        "Import", "lists HTTP statuses, not error codes"
    ),
    "no column says what the errors are": QT_TRANSLATE_NOOP("Import", "no column says what the errors are"),
    "a table of one column": QT_TRANSLATE_NOOP("Import", "a table of one column"),
    "no code in the row": QT_TRANSLATE_NOOP("Import", "no code in the row"),
    "no table or list of error codes": QT_TRANSLATE_NOOP("Import", "no table or list of error codes"),
}

_PLACES = {
    "the whole document": QT_TRANSLATE_NOOP("Import", "the whole document"),
    "outside tables": QT_TRANSLATE_NOOP("Import", "outside tables"),
}
_NUMBERED = {
    "line": QT_TRANSLATE_NOOP("Import", "line {number}"),
    "table": QT_TRANSLATE_NOOP("Import", "table {number}"),
    "row": QT_TRANSLATE_NOOP("Import", "row {number}"),
    "column": QT_TRANSLATE_NOOP("Import", "column {number}"),
}
_NUMBER = re.compile(r"(line|table|row|column) (\d+)")
_SHEET = re.compile(r"sheet (.+?)((?:, row \d+)?)", re.DOTALL)


def reason_said(reason: str) -> str:
    """Say why something was left out."""
    return str(translate("Import", _REASONS[reason])) if reason in _REASONS else reason


def where_said(where: str) -> str:
    """Say where in a document something stands: `line 12, table 1, row 3`; a name of the page's own stays as it is."""
    if where in _PLACES:
        return str(translate("Import", _PLACES[where]))
    sheet = _SHEET.fullmatch(where)
    if sheet is not None:
        name, row = sheet[1], where_said(sheet[2].removeprefix(", "))
        said = [translate("Import", "sheet {name}").format(name=name), *([row] if row else [])]
    else:
        said = [_numbered(part) for part in where.split(", ")]
    return str(translate("Import", ", ").join(said))


def step_said(step: Step) -> str:
    """Say what is being read, and which row was reached."""
    size = QLocale().formattedDataSize(step.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    if step.rows:
        said = translate("Import", "Reading {name}: row {row} of {rows}")
    elif step.name:
        said = translate("Import", "Reading {name} ({size})…")
    else:
        said = translate("Import", "Reading…")
    return str(said).format(name=step.name, size=size, row=f"{step.row:,}", rows=f"{step.rows:,}")


def fault_said(refusal: Said) -> str:
    """Say why a document cannot be read, without its path, which stands elsewhere."""
    values = refusal.values
    path, fault = values.get("path"), values.get("fault")
    if isinstance(fault, Said):
        return refusal_said(fault)
    said = refusal_said(refusal)
    bare = said.removeprefix(str(path)).lstrip(":： ") if path else said
    return bare or said


def column_said(name: str) -> str:
    """Say which column it is: its header, or its number where it has none."""
    return _numbered(name)


def _numbered(part: str) -> str:
    found = _NUMBER.fullmatch(part)
    return str(translate("Import", _NUMBERED[found[1]])).format(number=found[2]) if found else part
