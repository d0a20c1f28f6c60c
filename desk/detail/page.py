"""The detail pane's page as HTML made only here: every text from a catalogue or a paste is escaped into it."""

from html import escape

import msgspec
from PySide6.QtCore import QCoreApplication

from desk.detail.facts import Related
from desk.detail.html_pieces import barred, box, css, heading, numbered, paragraph, plain
from desk.detail.texts import Texts, texts_html
from desk.language.counted import Counted
from desk.style.look import Look
from desk.style.theme import Pair
from index.advice import Advice
from index.catalogue import OWN
from index.entry import CatalogueEntry

translate = QCoreApplication.translate

NOTE = "my-note"
"""Where on the page the user's note stands."""


class Page(Texts, frozen=True, kw_only=True):
    """What the page is made from."""

    advice: Advice | None = None
    """What the status means and whose move it is; ours, not the vendor's."""
    solved: bool = True
    """The vendor says what to do; where not, our steps and questions are shown."""
    related: tuple[Related, ...] = ()
    """Related entries."""
    note: str = ""
    """The user's own note."""
    also: tuple[CatalogueEntry, ...] = ()
    """Entries that say the same under other codes."""
    unproved: bool = False
    """The pasted text has its code, but nothing says that it comes from its service."""


class UnknownPage(msgspec.Struct, frozen=True, kw_only=True):
    """What the page of an error that no catalogue has is made from."""

    code: str
    """The code, or the message where there is no code."""
    message: str | None
    """The customer's message."""
    advice: Advice
    """Ours, from status and message alone."""
    namesakes: str = ""
    """Services that have a code of this name, where the text names another product."""


def page_html(page: Page, look: Look) -> str:
    """Return the whole page."""
    parts = [*_unproved(page, look), *_also(page, look), *texts_html(page, look)]
    if page.advice and not page.solved:
        parts += _advice(page.advice, look)
    if page.advice:
        parts += _meaning(page.advice, look)
    parts += [*_note(page, look), *_related(page, look), *_source(page.entry, look)]
    return f'<div style="color:{look.colours.text}">{"".join(parts)}</div>'


def unknown_html(page: UnknownPage, look: Look) -> str:
    """Return the page of an error that no catalogue has."""
    title = escape(translate("DetailPage", "No catalogue has this code"))
    if page.namesakes:
        words = translate(
            "DetailPage", "{services} has a code of this name, but the text names another product"
        )
        title = escape(words.format(services=page.namesakes))
    lead = escape(
        translate(
            "DetailPage", "The ticket still carries the code, the message and what to ask the customer."
        )
    )
    own = escape(translate("DetailPage", "Ctrl+N writes an entry of your own for it."))
    parts = [f'<p style="margin-top:12px; font-weight:600">{title}</p>', paragraph(f"{lead}<br/>{own}")]
    if page.message:
        parts.append(heading(translate("DetailPage", "The customer's message"), look))
        raised = Pair(text=look.colours.text, ground=look.colours.raised)
        parts.append(box(f'<span style="font-family:{css(look.mono)}">{plain(page.message)}</span>', raised))
    parts += [*_advice(page.advice, look), *_meaning(page.advice, look)]
    return f'<div style="color:{look.colours.text}">{"".join(parts)}</div>'


def _advice(advice: Advice, look: Look) -> list[str]:
    colour = look.colours.warning.text
    label = f'<p style="margin:0 0 6px 0; font-weight:600; color:{colour}">{plain(advice.ours)}</p>'
    steps = numbered([plain(step) for step in advice.steps], look) if advice.steps else ""
    asked = "".join(f"<br/>•&nbsp;{plain(question)}" for question in advice.ask)
    if asked:
        words = escape(translate("DetailPage", "Ask the customer for:"))
        asked = paragraph(f"<b>{words}</b>{asked}", top=6)
    body = label + steps + asked
    return [heading(translate("DetailPage", "What can be done"), look), barred(body, look)]


def _meaning(advice: Advice, look: Look) -> list[str]:
    because = ", ".join(advice.because)
    drawn = f" ({plain(because)})" if because else ""
    body = f"{plain(advice.status_meaning)}<br/><b>{plain(advice.whose_move)}</b>"
    muted = f'<span style="color:{look.colours.muted}">{drawn}</span>'
    return [heading(translate("DetailPage", "What the status says"), look), paragraph(body + muted)]


def _note(page: Page, look: Look) -> list[str]:
    if not page.note:
        return []
    from desk.detail.note_html import note_html  # noqa: PLC0415 - not at the start

    pair = look.colours.info
    return [
        heading(translate("DetailPage", "My note"), look, NOTE),
        box(note_html(page.note, look.mono, pair.text), pair),
    ]


def _unproved(page: Page, look: Look) -> list[str]:
    if not page.unproved:
        return []
    words = translate(
        "DetailPage",
        "Other services use codes of this name too; nothing in the pasted text says that it comes from {service}. "
        "A digit confirms a row.",
    )
    said = words.format(service=f"{page.entry.service}, {page.entry.provider}")
    return [box(plain(said), look.colours.warning)]


def _also(page: Page, look: Look) -> list[str]:
    """Name the codes with the same texts, each a link that brings it to the front."""
    if not page.also:
        return []
    link = f"color:{look.colours.accent}; text-decoration:none; font-family:{css(look.mono)}"
    codes = [f'<a href="entry:{escape(one.id)}" style="{link}">{plain(one.code)}</a>' for one in page.also]
    return [heading(Counted().other_codes(len(codes)), look), paragraph(", ".join(codes))]


def _related(page: Page, look: Look) -> list[str]:
    if not page.related:
        return []
    link = f"color:{look.colours.accent}; text-decoration:none; font-family:{css(look.mono)}"
    why = {
        "same-code": translate("DetailPage", "same code"),
        "same-message": translate("DetailPage", "same message"),
        "same-solution": translate("DetailPage", "same solution"),
        "next-code": translate("DetailPage", "code beside it"),
    }
    rows = [
        f'<tr><td><a href="entry:{escape(one.id)}" style="{link}">{plain(one.code)}</a></td>'
        f'<td style="color:{look.colours.muted}">{escape(why.get(one.why, ""))}</td>'
        f"<td>{plain(one.text)}</td></tr>"
        for one in page.related
    ]
    return [
        heading(translate("DetailPage", "Related entries"), look),
        f'<table cellspacing="0" cellpadding="4">{"".join(rows)}</table>',
    ]


def _source(entry: CatalogueEntry, look: Look) -> list[str]:
    source = entry.source
    said = [entry.provider, entry.service, source.title, source.updated]
    if entry.catalogue.startswith(OWN):
        said.append(translate("DetailPage", "written by you: Ctrl+N changes it, Ctrl+Shift+Del removes it"))
    line = " · ".join(plain(part) for part in said if part)
    if source.url.startswith(("https://", "http://")):
        url = escape(source.url, quote=True)
        line += f' · <a href="{url}" style="color:{look.colours.accent}">{plain(source.url)}</a>'
    body = f'<span style="color:{look.colours.muted}">{line}</span>'
    return [heading(translate("DetailPage", "Source"), look), paragraph(body)]
