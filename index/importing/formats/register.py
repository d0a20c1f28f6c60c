"""The table of all document readers, in the order in which they are asked."""

from index.importing.formats.delimited import Delimited
from index.importing.formats.flattened import FlattenedText
from index.importing.formats.html_page import Html
from index.importing.formats.json_records import Json
from index.importing.formats.latex import Latex
from index.importing.formats.markdown import Markdown
from index.importing.formats.message_texts import Gettext, MessageCompiler
from index.importing.formats.open_document import OpenDocument
from index.importing.formats.properties import Properties
from index.importing.formats.protocol import DocumentReader
from index.importing.formats.records import Xml, Yaml
from index.importing.formats.regular import RegularText
from index.importing.formats.roff import Roff
from index.importing.formats.rst import RestructuredText
from index.importing.formats.sections import Sections
from index.importing.formats.source_code import SourceCode
from index.importing.formats.sql_rows import SqlRows
from index.importing.formats.wiki import Wiki
from index.importing.formats.word_document import WordDocument
from index.importing.formats.workbook import Workbook

READERS: tuple[DocumentReader, ...] = (
    WordDocument(),
    OpenDocument(),
    Workbook(),
    Json(),
    Xml(),
    Html(),
    Gettext(),
    MessageCompiler(),
    Roff(),
    Latex(),
    Sections(),
    SqlRows(),
    SourceCode(),
    RestructuredText(),
    Wiki(),
    Delimited(),
    Markdown(),
    Yaml(),
    Properties(),
    FlattenedText(),
    RegularText(),
)
"""A reader that stands earlier is surer of its format; `FlattenedText` takes any text."""
