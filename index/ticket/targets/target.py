"""What every target is."""

from typing import Protocol

import msgspec

from index.ticket.tree import Document


class Rendered(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket in the forms that one target wants on the clipboard."""

    text: str
    """For text/plain."""
    html: str | None = None
    """For text/html, where the target takes it: a fragment with one outer element."""
    markdown: str | None = None
    """For text/markdown, where the target takes it."""


class Target(Protocol):
    """A place that tickets are pasted into."""

    @property
    def name(self) -> str:
        """The name on the command line: `jira-wiki`."""

    @property
    def label(self) -> str:
        """The name for people: `Jira (wiki markup)`."""

    def render(self, document: Document) -> Rendered:
        """Render the document, escaping whatever could be taken for markup there."""
