"""What a document reader is."""

from typing import Protocol

from index.importing.page import Page


class DocumentReader(Protocol):
    """Reads the documents of one format; knows nothing of errors."""

    name: str
    """The format, as told to people: `RST grid tables`, `CSV`, ..."""
    binary: bool
    """It wants bytes; all others want text."""

    def claims(self, content: str | bytes) -> bool:
        """Tell cheaply whether the content is of this format; never raises."""
        ...

    def read(self, content: str | bytes) -> Page:
        """Read the content. Raises BadInput with a reason if it is of this format and damaged."""
        ...


def text_of(content: str | bytes) -> str:
    """Return the content for a reader of text; bytes that are no UTF-8 are replaced."""
    return content if isinstance(content, str) else content.decode("utf-8", "replace")
