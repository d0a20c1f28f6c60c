"""The table of all document readers, in the order in which they are asked."""

from index.importing.formats.flattened import FlattenedText
from index.importing.formats.html_page import Html
from index.importing.formats.markdown import Markdown
from index.importing.formats.protocol import DocumentReader
from index.importing.formats.rst import RestructuredText

READERS: tuple[DocumentReader, ...] = (
    Html(),
    RestructuredText(),
    Markdown(),
    FlattenedText(),
)
"""A reader that stands earlier is surer of its format; the last one takes any text."""
