"""Pieces of a page as HTML: every text from a catalogue or a paste is escaped into them."""

from collections.abc import Iterable
from html import escape

from desk.style.look import Look
from desk.style.theme import Pair
from index.hits import Span


def marked(text: str, spans: Iterable[Span], pair: Pair) -> str:
    """Escape a text and mark stretches of it; spans are sorted and do not overlap."""
    parts: list[str] = []
    at = 0
    style = f"background-color:{pair.ground}; color:{pair.text};"
    if pair.lined:
        style += " text-decoration:underline;"
    for start, end in spans:
        if start < at or end <= start:
            continue
        parts += [plain(text[at:start]), f'<span style="{style}">{plain(text[start:end])}</span>']
        at = end
    parts.append(plain(text[at:]))
    return "".join(parts)


def plain(text: str) -> str:
    """Escape a text; its lines stay lines."""
    return escape(text).replace("\n", "<br/>")


def heading(words: str, look: Look, name: str = "") -> str:
    """Return the words over a part of the page; `name` is what the page can be scrolled to."""
    size = look.size * 0.86
    anchor = f'<a name="{name}"></a>' if name else ""
    return (
        f'<p style="margin-top:18px; margin-bottom:4px; font-size:{size:.1f}pt; font-weight:600;'
        f' color:{look.colours.muted}">{anchor}{escape(words)}</p>'
    )


def paragraph(body: str, *, top: int = 0, families: tuple[str, ...] = ()) -> str:
    """Return a paragraph around HTML that is ready."""
    family = f"font-family:{css(families)};" if families else ""
    return f'<p style="margin-top:{top}px; margin-bottom:4px; line-height:135%; {family}">{body}</p>'


def css(families: tuple[str, ...]) -> str:
    """Name font families as a style does."""
    return ",".join(f"'{name}'" for name in families if "'" not in name)


def box(body: str, pair: Pair) -> str:
    """Set something apart on a ground of its own."""
    return (
        '<table width="100%" cellspacing="0" cellpadding="10" style="margin-top:2px; margin-bottom:4px">'
        f'<tr><td bgcolor="{pair.ground}" style="color:{pair.text}">{body}</td></tr></table>'
    )


def barred(body: str, look: Look) -> str:
    """Set something apart as ours: a bar at its left."""
    colours = look.colours
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:2px; margin-bottom:4px"><tr>'
        f'<td width="4" bgcolor="{colours.warning.text}"></td>'
        f'<td bgcolor="{colours.raised}" style="padding:10px; color:{colours.text}">{body}</td></tr></table>'
    )


def numbered(bodies: list[str], look: Look, families: tuple[str, ...] = ()) -> str:
    """Return steps, whose HTML is ready, with their numbers; a single one gets none."""
    if len(bodies) == 1:
        return paragraph(bodies[0], families=families)
    rows = [
        f'<tr><td width="28" style="color:{look.colours.accent}; font-weight:600">{number}.</td>'
        f"<td>{paragraph(body, families=families)}</td></tr>"
        for number, body in enumerate(bodies, 1)
    ]
    return f'<table width="100%" cellspacing="0" cellpadding="2">{"".join(rows)}</table>'


def columns(bodies: list[str], look: Look) -> str:
    """Put pieces side by side, with a line between them."""
    share = 100 // len(bodies)
    cells = []
    for number, body in enumerate(bodies):
        line = f"border-left:1px solid {look.colours.line}; padding-left:16px;" if number else ""
        room = "" if number == len(bodies) - 1 else "padding-right:16px;"
        # A cell swallows the distance that a heading keeps from what stands above it.
        cells.append(f'<td width="{share}%" style="padding-top:14px; {line} {room}">{body}</td>')
    return f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{"".join(cells)}</tr></table>'
