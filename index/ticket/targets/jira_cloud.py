"""Jira Cloud: its editor takes rich text, and turns pasted Markdown into it."""

from index.ticket.targets.html import html
from index.ticket.targets.markdown import markdown
from index.ticket.targets.target import Rendered
from index.ticket.tree import Document


class JiraCloud:
    """Jira Cloud and Confluence Cloud."""

    name = "jira-cloud"
    label = "Jira Cloud"

    def render(self, document: Document) -> Rendered:
        """Render as HTML without styles, since the editor has its own, and as Markdown."""
        text = markdown(document)
        return Rendered(text=text, html=html(document, styles={}), markdown=text)
