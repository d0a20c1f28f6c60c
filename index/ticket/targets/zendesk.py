"""Zendesk: its editor keeps every line end of pasted HTML, so there are none; its Markdown numbers lists with `1.`."""

from index.ticket.targets.html import html
from index.ticket.targets.markdown import markdown
from index.ticket.targets.target import Rendered
from index.ticket.tree import Document


class Zendesk:
    """Zendesk's ticket editor and its Markdown."""

    name = "zendesk"
    label = "Zendesk"

    def render(self, document: Document) -> Rendered:
        """Render as HTML on one line (but for literal text) and as Markdown."""
        text = markdown(document)
        return Rendered(text=text, html=html(document, styles={}, newline=""), markdown=text)
