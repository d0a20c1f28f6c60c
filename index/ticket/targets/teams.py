"""Microsoft Teams: a pasted message keeps HTML; what is pasted as text is not read as Markdown, so it is plain."""

from index.ticket.targets.html import html
from index.ticket.targets.target import Rendered
from index.ticket.targets.text import plain_text
from index.ticket.tree import Document


class Teams:
    """The message box of Microsoft Teams."""

    name = "teams"
    label = "Microsoft Teams"

    def render(self, document: Document) -> Rendered:
        """Render as HTML without styles (Teams has a dark look too) and as plain text that is not wrapped."""
        return Rendered(text=plain_text(document, columns=10**9), html=html(document, styles={}))
