"""Freshdesk: its reply editor takes HTML with inline styles; its plain form shows text as it is."""

from index.ticket.targets.html import html
from index.ticket.targets.target import Rendered
from index.ticket.targets.text import plain_text
from index.ticket.tree import Document


class Freshdesk:
    """Freshdesk's reply and note editor."""

    name = "freshdesk"
    label = "Freshdesk"

    def render(self, document: Document) -> Rendered:
        """Render as HTML with styles and as plain text that is not wrapped, for the editor wraps it."""
        return Rendered(text=plain_text(document, columns=10**9), html=html(document, newline=""))
