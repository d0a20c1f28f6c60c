"""HTML for mail and rich text editors: one outer element, inline styles, no classes, nothing that loads."""

import re
from collections.abc import Iterator
from html import escape

from index.ticket.targets.target import Rendered
from index.ticket.targets.text import plain_text
from index.ticket.tree import (
    Block,
    Break,
    Bullets,
    Code,
    CodeBlock,
    Document,
    Heading,
    Numbered,
    Paragraph,
    Quote,
    Run,
    Runs,
    Strong,
    Table,
)

_MONO = "font-family:Consolas,Menlo,monospace"
STYLES = {
    "div": "font-family:Arial,Helvetica,'Liberation Sans','DejaVu Sans','Noto Sans CJK SC','Microsoft YaHei',sans-serif;font-size:14px;line-height:1.45",
    "code": f"{_MONO};font-size:13px",
    "pre": f"{_MONO};font-size:13px;white-space:pre-wrap;word-break:break-word;"
    "background:#f4f5f7;color:#172b4d;border:1px solid #dfe1e6;padding:8px",
    "blockquote": "margin:0 0 0 8px;padding-left:8px;border-left:3px solid #c1c7d0",
    "table": "border-collapse:collapse",
    "th": "border:1px solid #c1c7d0;padding:4px 8px;text-align:left",
    "td": "border:1px solid #c1c7d0;padding:4px 8px;vertical-align:top",
}
"""Style by element; a target that has its own look passes none."""
_RIGHT_TO_LEFT = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)


class Html:
    """Mail programs."""

    name = "html"
    label = "HTML"

    def render(self, document: Document) -> Rendered:
        """Render as HTML with styles, and as plain text for those who read mail so."""
        return Rendered(text=plain_text(document), html=html(document))


def html(document: Document, *, styles: dict[str, str] | None = None, newline: str = "\n") -> str:
    """Render as one `div`; `newline` goes between blocks."""
    maker = _Maker(STYLES if styles is None else styles)
    return newline.join(maker.whole(document))


class _Maker:
    def __init__(self, styles: dict[str, str]) -> None:
        self._styles = styles

    def whole(self, document: Document) -> Iterator[str]:
        yield self._open("div", f' lang="{document.language}"')
        for block in document.blocks:
            yield self._block(block)
        yield "</div>"

    def _open(self, name: str, attributes: str = "") -> str:
        style = self._styles.get(name)
        return f'<{name}{attributes} style="{style}">' if style else f"<{name}{attributes}>"

    def _element(self, name: str, content: str, attributes: str = "") -> str:
        return f"{self._open(name, attributes)}{content}</{name}>"

    def _block(self, block: Block) -> str:  # noqa: PLR0911 - one branch for each kind of block
        match block:
            case Heading(level, runs):
                return self._element(f"h{level + 1}", self._inline(runs))
            case Paragraph(runs):
                return self._element("p", self._inline(runs))
            case Numbered(items):
                return self._element("ol", self._each("li", items))
            case Bullets(items):
                return self._element("ul", self._each("li", items))
            case Quote(quoted):
                return self._element("blockquote", self._each("p", quoted))
            case CodeBlock(text):
                # A newline right after <pre> would be dropped by whoever reads it.
                return self._element(
                    "pre", ("\n" if text.startswith("\n") else "") + escape(text), _direction(text)
                )
            case Table(head, rows):
                body = "".join(self._element("tr", self._each("td", row)) for row in rows)
                top = self._element("tr", self._each("th", head))
                return self._element("table", f"<thead>{top}</thead><tbody>{body}</tbody>")

    def _each(self, name: str, items: tuple[Runs, ...]) -> str:
        return "".join(self._element(name, self._inline(item)) for item in items)

    def _inline(self, runs: Runs) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        match run:
            case Break():
                return "<br>"
            case Strong(text):
                return self._element("strong", escape(text))
            case Code(text):
                return self._element("code", escape(text), _direction(text))
            case _:
                text = escape(run.text)
                return f"<bdi>{text}</bdi>" if _direction(run.text) else text


def _direction(text: str) -> str:
    """Keep right-to-left text from turning its neighbours round."""
    return ' dir="auto"' if _RIGHT_TO_LEFT.search(text) else ""
