"""Refusals of `index` in the window's language: each is a template with values, and each template stands here.

A test compares this list with what `index` can raise. What only the command line can meet stays in `index.commands`.
"""

from PySide6.QtCore import QCoreApplication

from desk.language.marking import QT_TRANSLATE_NOOP
from index.errors import DeskError, Said

LINES = (
    # search, index and shelf
    QT_TRANSLATE_NOOP("Refusals", "the index {folder} cannot be read: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "the index {folder} cannot be read: {kind}: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "the index names {module}.{name}, which no index of ours does"),
    QT_TRANSLATE_NOOP("Refusals", "the index cannot be read: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "the kept glossary cannot be read: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "cannot read the glossary {path}: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "cannot read {path}: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "cannot write to {folder}: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "cannot write {path}: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "cannot use {path}: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "cannot use the folder {folder}: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "cannot read the folder {folder}: no permission"),
    QT_TRANSLATE_NOOP("Refusals", "cannot open the entry table {path}: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "cannot write the entry table {path}: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "cannot list the imported packs: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "building the index was cancelled"),
    QT_TRANSLATE_NOOP("Refusals", "building the entry table was cancelled"),
    QT_TRANSLATE_NOOP("Refusals", "the work was cancelled"),
    QT_TRANSLATE_NOOP("Refusals", "reading the meaning of entries was cancelled"),
    QT_TRANSLATE_NOOP("Refusals", "reading the question was cancelled"),
    QT_TRANSLATE_NOOP("Refusals", "reading the log was cancelled"),
    # packs
    QT_TRANSLATE_NOOP("Refusals", "{path}: cannot be read: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "{name}: {catalogue} says {stated} entries and holds {held}"),
    QT_TRANSLATE_NOOP("Refusals", "{name}: the entries of {catalogue} do not fit their checksum"),
    QT_TRANSLATE_NOOP("Refusals", "{name}: the id {entry} stands twice"),
    QT_TRANSLATE_NOOP("Refusals", "{name}, line {number}: not the header of a catalogue: {reason}"),
    QT_TRANSLATE_NOOP(
        "Refusals", "{name}, line {number}: {catalogue!r} is not the id of this provider and service"
    ),
    QT_TRANSLATE_NOOP("Refusals", "{name}, line {number}: a negative number of entries"),
    QT_TRANSLATE_NOOP("Refusals", "{name}, line {number}: not an entry: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "{name}, line {number}: the entry belongs to another catalogue"),
    QT_TRANSLATE_NOOP(
        "Refusals", "{name}, line {number}: the entry lacks its code, or its provider and service differ"
    ),
    QT_TRANSLATE_NOOP("Refusals", "{name}, line {number}: a text holds characters that no text may hold"),
    QT_TRANSLATE_NOOP("Refusals", "no catalogue to export"),
    QT_TRANSLATE_NOOP("Refusals", "cannot remove {catalogue}: it is a bundled one"),
    QT_TRANSLATE_NOOP("Refusals", "cannot remove {catalogue}: no such catalogue is imported"),
    QT_TRANSLATE_NOOP("Refusals", "nothing is kept of {catalogue} that could be brought back"),
    QT_TRANSLATE_NOOP("Refusals", "cannot bring back {path}: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "cannot lay {path} aside: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "provider and service give no usable name: {catalogue!r}"),
    # imported documents
    QT_TRANSLATE_NOOP("Refusals", "{path}: {fault}"),
    QT_TRANSLATE_NOOP("Refusals", "{path}: no such file"),
    QT_TRANSLATE_NOOP("Refusals", "{path}: not a file"),
    QT_TRANSLATE_NOOP("Refusals", "{path}: larger than {megabytes} MB"),
    QT_TRANSLATE_NOOP("Refusals", "{path}: more than {most} files; choose a smaller folder"),
    QT_TRANSLATE_NOOP("Refusals", "an empty file"),
    QT_TRANSLATE_NOOP("Refusals", "not a text file"),
    QT_TRANSLATE_NOOP("Refusals", "no format that can be read"),
    QT_TRANSLATE_NOOP("Refusals", "no header row that names an error code"),
    QT_TRANSLATE_NOOP("Refusals", "no regular rows"),
    QT_TRANSLATE_NOOP("Refusals", "damaged CSV: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "damaged JSON: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "JSON larger than {megabytes} MB"),
    QT_TRANSLATE_NOOP("Refusals", "JSON nested too deeply"),
    QT_TRANSLATE_NOOP("Refusals", "XML larger than {megabytes} MB"),
    QT_TRANSLATE_NOOP("Refusals", "HTML larger than {megabytes} MB"),
    QT_TRANSLATE_NOOP("Refusals", "not readable as XML: {kind}"),
    QT_TRANSLATE_NOOP("Refusals", "an RST document larger than {megabytes} MB"),
    QT_TRANSLATE_NOOP("Refusals", "not readable as RST: {kind}"),
    QT_TRANSLATE_NOOP("Refusals", "a PDF; save it as text, HTML or DOCX first"),
    QT_TRANSLATE_NOOP("Refusals", "an old Excel or Word file; save it as XLSX, DOCX or CSV first"),
    QT_TRANSLATE_NOOP("Refusals", "an RTF file; save it as DOCX or HTML first"),
    QT_TRANSLATE_NOOP("Refusals", "a packed file; unpack it first"),
    QT_TRANSLATE_NOOP("Refusals", "not a readable {kind}: {fault}"),
    QT_TRANSLATE_NOOP("Refusals", "a document that unpacks to more than {megabytes} MB"),
    QT_TRANSLATE_NOOP("Refusals", "a zip archive that is no workbook"),
    QT_TRANSLATE_NOOP("Refusals", "a sheet of more than {megabytes} MB"),
    QT_TRANSLATE_NOOP("Refusals", "YAML of more than {most} lines"),
    QT_TRANSLATE_NOOP("Refusals", "not readable as YAML: line {line}"),
    QT_TRANSLATE_NOOP("Refusals", "YAML nested too deeply"),
    QT_TRANSLATE_NOOP(
        "Refusals", "{fault}: a column is code, status, message, description, solution or other"
    ),
    QT_TRANSLATE_NOOP("Refusals", "the import was cancelled"),
    # the library
    QT_TRANSLATE_NOOP("Refusals", "cannot use the library {path}: {reason}; nothing was changed"),
    QT_TRANSLATE_NOOP(
        "Refusals", "the library {path} is damaged; start Error Desk again to have it repaired"
    ),
    QT_TRANSLATE_NOOP(
        "Refusals", "the library {path} is damaged and could not be repaired; its copies lie beside it"
    ),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "the library {path} was written by a newer Error Desk (form {version}, this one knows {known}); it was left as it is: use the newer version",
    ),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "the library in {folder} is in use and has to be repaired: close all windows of Error Desk and start it again",
    ),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "the library is damaged, so no backup was made; start Error Desk again to have it repaired",
    ),
    QT_TRANSLATE_NOOP("Refusals", "{path} was moved or replaced while it was open; start Error Desk again"),
    QT_TRANSLATE_NOOP("Refusals", "the disk is full: nothing was changed in {path}; make room and try again"),
    QT_TRANSLATE_NOOP("Refusals", "another Error Desk is writing to {path}; nothing was changed, try again"),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "cannot write to {path}: the file or its folder is read-only or not accessible; nothing was changed",
    ),
    QT_TRANSLATE_NOOP(
        "Refusals", "cannot write to {path}: the disk is full or does not answer; nothing was changed"
    ),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "The library was damaged and has been repaired: {rows} rows were saved; the damaged file is kept as {path}.",
    ),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "The library was damaged and has been repaired: {rows} rows were saved, {damaged} of them damaged; the damaged file is kept as {path}.",
    ),
    QT_TRANSLATE_NOOP("Refusals", "The backup {path} was damaged; what could be read of it was restored."),
    QT_TRANSLATE_NOOP("Refusals", "{path} is a folder; a backup is a file"),
    QT_TRANSLATE_NOOP("Refusals", "{path} is the library itself; choose another file for the backup"),
    QT_TRANSLATE_NOOP("Refusals", "{path} is the library itself, no backup of it"),
    QT_TRANSLATE_NOOP("Refusals", "{path} is empty: no backup of an Error Desk library"),
    QT_TRANSLATE_NOOP(
        "Refusals", "{path} is no backup of an Error Desk library, or nothing of it can be read"
    ),
    QT_TRANSLATE_NOOP("Refusals", "{path} cannot be read: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "another program is using {path}; no backup was made"),
    QT_TRANSLATE_NOOP("Refusals", "{damage}; it has changed since it was looked at"),
    QT_TRANSLATE_NOOP("Refusals", "a note holds at most {most} characters; this one has {length}"),
    QT_TRANSLATE_NOOP("Refusals", "the note of {code} has no version {number}"),
    QT_TRANSLATE_NOOP("Refusals", "there is no own entry {entry}"),
    QT_TRANSLATE_NOOP(
        "Refusals", "a {what} of one line with 1 to {most} characters is needed, not {given!r}"
    ),
    QT_TRANSLATE_NOOP("Refusals", "provider and service need a letter or a digit each"),
    QT_TRANSLATE_NOOP("Refusals", "provider, service and code must not hold a secret"),
    QT_TRANSLATE_NOOP("Refusals", "{status} is no HTTP status"),
    QT_TRANSLATE_NOOP(
        "Refusals", "a text of an entry holds at most {most} characters; this one has {length}"
    ),
    QT_TRANSLATE_NOOP("Refusals", "a glossary line is one line with 1 to {most} characters"),
    QT_TRANSLATE_NOOP("Refusals", "line {line}: {fault}"),
    QT_TRANSLATE_NOOP("Refusals", "{name}, line {line}: {fault}"),
    # pasted texts and logs
    QT_TRANSLATE_NOOP("Refusals", "the text could not be read: the reader ended early"),
    QT_TRANSLATE_NOOP("Refusals", "the catalogues could not be read: the reader ended early"),
    QT_TRANSLATE_NOOP("Refusals", "{path} is a folder: name one log file"),
    QT_TRANSLATE_NOOP("Refusals", "{path} is no file that can be read"),
    QT_TRANSLATE_NOOP("Refusals", "{path} is no text file"),
    QT_TRANSLATE_NOOP("Refusals", "{path} is {kind}, not a text: unpack or convert it first"),
    QT_TRANSLATE_NOOP("Refusals", "{path}: only {megabytes:,} MB of a log can be read; cut it first"),
    QT_TRANSLATE_NOOP("Refusals", "cannot read {path}: it is damaged ({reason})"),
    QT_TRANSLATE_NOOP("Refusals", "cannot read {path}: the packed file ends early"),
    # tickets and templates
    QT_TRANSLATE_NOOP("Refusals", "there is nothing to write a ticket from"),
    QT_TRANSLATE_NOOP("Refusals", "there is no language {tag!r} to write in; there are: en, zh"),
    QT_TRANSLATE_NOOP("Refusals", "there is no target {name!r}; there are: {names}"),
    QT_TRANSLATE_NOOP("Refusals", "there is no error number {number}; the text has {count}, counted from 0"),
    QT_TRANSLATE_NOOP("Refusals", "the entry {entry!r} is not among the matches of {code}"),
    QT_TRANSLATE_NOOP("Refusals", "there is no template {name!r}; there are: {names}"),
    QT_TRANSLATE_NOOP("Refusals", "there is no folder for templates"),
    QT_TRANSLATE_NOOP(
        "Refusals", "a template cannot be called {name!r}: small letters, digits and hyphens, at most 40"
    ),
    QT_TRANSLATE_NOOP("Refusals", "template {name!r}, {fault}"),
    QT_TRANSLATE_NOOP("Refusals", "template {name!r}, line {line}: not UTF-8"),
    QT_TRANSLATE_NOOP("Refusals", "cannot list the templates in {folder}: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "cannot read the template {path}: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "cannot write the template {path}: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "cannot remove the template {path}: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "the texts of the window could not be prepared: {reason}"),
    # what is wrong with a template
    QT_TRANSLATE_NOOP("Refusals", "this cannot be read: {reason}"),
    QT_TRANSLATE_NOOP("Refusals", "this cannot be done here ({reason})"),
    QT_TRANSLATE_NOOP("Refusals", "the expressions are nested too deeply"),
    QT_TRANSLATE_NOOP("Refusals", "a character that no text may hold"),
    QT_TRANSLATE_NOOP("Refusals", "the template is longer than {most:,} characters"),
    QT_TRANSLATE_NOOP("Refusals", "the template is too long from here on"),
    QT_TRANSLATE_NOOP("Refusals", "the template writes more than {most:,} characters"),
    QT_TRANSLATE_NOOP("Refusals", "the template takes longer than {seconds} seconds"),
    QT_TRANSLATE_NOOP("Refusals", "the loops of the template go round more than {most:,} times"),
    QT_TRANSLATE_NOOP("Refusals", "a text becomes longer than {most:,} characters"),
    QT_TRANSLATE_NOOP("Refusals", "{operator} is for numbers; texts are put together with ~"),
    QT_TRANSLATE_NOOP("Refusals", "a loop needs a list"),
    QT_TRANSLATE_NOOP("Refusals", "a loop cannot call itself"),
    QT_TRANSLATE_NOOP("Refusals", "a list is needed here"),
    QT_TRANSLATE_NOOP("Refusals", "a list is too long"),
    QT_TRANSLATE_NOOP("Refusals", "a yes or no cannot be printed; use {% if %}"),
    QT_TRANSLATE_NOOP("Refusals", "this cannot be printed; name one of its fields"),
    QT_TRANSLATE_NOOP("Refusals", "replace needs a text to replace"),
    QT_TRANSLATE_NOOP("Refusals", "truncate needs a number of characters"),
    QT_TRANSLATE_NOOP("Refusals", "there is no filter {name!r}; there are: {names}"),
    QT_TRANSLATE_NOOP("Refusals", "there is no test {name!r}; there are: {names}"),
    QT_TRANSLATE_NOOP("Refusals", "a name cannot begin with an underscore: {name}"),
    QT_TRANSLATE_NOOP("Refusals", "stars before arguments are not allowed"),
    QT_TRANSLATE_NOOP("Refusals", "set takes one name"),
    QT_TRANSLATE_NOOP("Refusals", "{kind} is not allowed in a template"),
    QT_TRANSLATE_NOOP("Refusals", "functions cannot be called in a template"),
    QT_TRANSLATE_NOOP("Refusals", "there are no macros in a template"),
    QT_TRANSLATE_NOOP("Refusals", "a template cannot import another"),
    QT_TRANSLATE_NOOP("Refusals", "a template cannot include another"),
    QT_TRANSLATE_NOOP("Refusals", "a template cannot extend another"),
    QT_TRANSLATE_NOOP("Refusals", "there are no blocks in a template"),
    QT_TRANSLATE_NOOP("Refusals", "there is no multiplication in a template"),
    QT_TRANSLATE_NOOP("Refusals", "there are no powers in a template"),
    QT_TRANSLATE_NOOP("Refusals", "there is no division in a template"),
    QT_TRANSLATE_NOOP("Refusals", "there is no division in a template; use the tests odd and even"),
    QT_TRANSLATE_NOOP("Refusals", "there are no negative numbers in a template"),
    QT_TRANSLATE_NOOP("Refusals", "a part of a list or text cannot be taken; use truncate, first or last"),
    QT_TRANSLATE_NOOP("Refusals", "a template cannot make dictionaries"),
    QT_TRANSLATE_NOOP("Refusals", "set takes a value: {% set name = value %}"),
    QT_TRANSLATE_NOOP("Refusals", "a filter stands after a value: {{ value|filter }}"),
    QT_TRANSLATE_NOOP("Refusals", "there is no with in a template; use set"),
    QT_TRANSLATE_NOOP("Refusals", "there is no autoescape in a template: every target escapes by itself"),
    # settings
    QT_TRANSLATE_NOOP("Refusals", "{path} cannot be read ({reason}); defaults are used."),
    QT_TRANSLATE_NOOP(
        "Refusals", "{path} is damaged and cannot be moved aside ({reason}); defaults are used."
    ),
    QT_TRANSLATE_NOOP("Refusals", "{name} was damaged; it was moved to {path} and defaults are used."),
    # parts of lines: names, and what systems say
    QT_TRANSLATE_NOOP("Refusals", "provider"),
    QT_TRANSLATE_NOOP("Refusals", "service"),
    QT_TRANSLATE_NOOP("Refusals", "code"),
    QT_TRANSLATE_NOOP("Refusals", "Permission denied"),
    QT_TRANSLATE_NOOP("Refusals", "Operation not permitted"),
    QT_TRANSLATE_NOOP("Refusals", "No such file or directory"),
    QT_TRANSLATE_NOOP("Refusals", "Not a directory"),
    QT_TRANSLATE_NOOP("Refusals", "Is a directory"),
    QT_TRANSLATE_NOOP("Refusals", "File exists"),
    QT_TRANSLATE_NOOP("Refusals", "No space left on device"),
    QT_TRANSLATE_NOOP("Refusals", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("Refusals", "File too large"),
    QT_TRANSLATE_NOOP("Refusals", "File name too long"),
    QT_TRANSLATE_NOOP("Refusals", "Read-only file system"),
    QT_TRANSLATE_NOOP("Refusals", "Input/output error"),
    QT_TRANSLATE_NOOP("Refusals", "Too many open files"),
    QT_TRANSLATE_NOOP("Refusals", "Device or resource busy"),
    QT_TRANSLATE_NOOP("Refusals", "Stale file handle"),
)
"""Every template, and those parts of lines that are words of ours or of the system."""

_WORDS = frozenset({"what", "reason"})
"""Values that may stand in the list too."""


def refusal_said(refusal: DeskError | Said) -> str:
    """Say a refusal in the window's language; may be called in any thread."""
    line = refusal.said if isinstance(refusal, DeskError) else refusal
    words = _translated(line.template)
    return (
        words.format(**{name: _part(name, value) for name, value in line.values.items()})
        if line.values
        else words
    )


def _part(name: str, value: str | int | Said) -> str | int:
    if isinstance(value, Said):
        return refusal_said(value)
    return _translated(value) if name in _WORDS and isinstance(value, str) else value


def _translated(text: str) -> str:
    """Translate a line; what is wrong with a line of the glossary has words of its own."""
    for context in ("Refusals", "GlossaryFaults"):
        words = str(QCoreApplication.translate(context, text))
        if words != text:
            return words
    return text
