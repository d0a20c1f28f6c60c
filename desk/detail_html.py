"""The detail pane's page as HTML made only here: every text from a catalogue or a paste is escaped into it."""

from collections.abc import Iterable
from html import escape

import msgspec
from PySide6.QtCore import QCoreApplication

from desk.facts import Related
from desk.look import Look
from desk.theme import Pair
from index.advice import Advice
from index.entry import CatalogueEntry
from index.hits import Span

translate = QCoreApplication.translate

LANGUAGE_NAMES = {"en": "English", "zh-Hans": "中文", "zh-Hant": "繁體中文", "de": "Deutsch", "ja": "日本語"}


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What the page is made from."""

    entry: CatalogueEntry
    """The entry."""
    language: str
    """Preferred language of texts."""
    values: tuple[str, ...] | None = None
    """This customer's values."""
    message: str | None = None
    """The customer's own message, where a payload has one."""
    message_spans: tuple[Span, ...] = ()
    """Where the values stand in that message."""
    spans: dict[str, tuple[Span, ...]] = {}
    """What the query matched, by field."""
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


class UnknownPage(msgspec.Struct, frozen=True, kw_only=True):
    """What the page of an error that no catalogue has is made from."""

    code: str
    """The code, or the message where there is no code."""
    message: str | None
    """The customer's message."""
    advice: Advice
    """Ours, from status and message alone."""


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
        parts += [_plain(text[at:start]), f'<span style="{style}">{_plain(text[start:end])}</span>']
        at = end
    parts.append(_plain(text[at:]))
    return "".join(parts)


def page_html(page: Page, look: Look) -> str:
    """Return the whole page."""
    parts = [*_also(page, look), *_message(page, look), *_descriptions(page, look), *_solutions(page, look)]
    if page.advice and not page.solved:
        parts += _advice(page.advice, look)
    if page.advice:
        parts += _meaning(page.advice, look)
    parts += [*_note(page, look), *_related(page, look), *_source(page.entry, look)]
    return f'<div style="color:{look.colours.text}">{"".join(parts)}</div>'


def unknown_html(page: UnknownPage, look: Look) -> str:
    """Return the page of an error that no catalogue has."""
    title = escape(translate("DetailPage", "No catalogue has this code"))
    lead = escape(
        translate(
            "DetailPage", "The ticket still carries the code, the message and what to ask the customer."
        )
    )
    parts = [f'<p style="margin-top:12px; font-weight:600">{title}</p>', _paragraph(lead)]
    if page.message:
        parts.append(_heading(translate("DetailPage", "The customer's message"), look))
        raised = Pair(text=look.colours.text, ground=look.colours.raised)
        parts.append(
            _box(f'<span style="font-family:{_css(look.mono)}">{_plain(page.message)}</span>', raised)
        )
    parts += [*_advice(page.advice, look), *_meaning(page.advice, look)]
    return f'<div style="color:{look.colours.text}">{"".join(parts)}</div>'


def _plain(text: str) -> str:
    return escape(text).replace("\n", "<br/>")


def _heading(words: str, look: Look) -> str:
    size = look.size * 0.86
    return (
        f'<p style="margin-top:18px; margin-bottom:4px; font-size:{size:.1f}pt; font-weight:600;'
        f' color:{look.colours.muted}">{escape(words)}</p>'
    )


def _paragraph(body: str, *, top: int = 0, families: tuple[str, ...] = ()) -> str:
    family = f"font-family:{_css(families)};" if families else ""
    return f'<p style="margin-top:{top}px; margin-bottom:4px; line-height:135%; {family}">{body}</p>'


def _css(families: tuple[str, ...]) -> str:
    return ",".join(f"'{name}'" for name in families if "'" not in name)


def _box(body: str, pair: Pair) -> str:
    return (
        '<table width="100%" cellspacing="0" cellpadding="10" style="margin-top:2px; margin-bottom:4px">'
        f'<tr><td bgcolor="{pair.ground}" style="color:{pair.text}">{body}</td></tr></table>'
    )


def _barred(body: str, look: Look) -> str:
    """Set something apart as ours: a bar at its left."""
    colours = look.colours
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" style="margin-top:2px; margin-bottom:4px"><tr>'
        f'<td width="4" bgcolor="{colours.warning.text}"></td>'
        f'<td bgcolor="{colours.raised}" style="padding:10px; color:{colours.text}">{body}</td></tr></table>'
    )


def _message(page: Page, look: Look) -> list[str]:
    colours = look.colours
    raised = Pair(text=colours.text, ground=colours.raised)
    parts: list[str] = []
    if page.message:
        parts.append(_heading(translate("DetailPage", "The customer's message"), look))
        body = marked(page.message, page.message_spans, colours.value)
        parts.append(_box(f'<span style="font-family:{_css(look.mono)}">{body}</span>', raised))
    if page.entry.message:
        parts.append(_heading(translate("DetailPage", "Message"), look))
        body = marked(page.entry.message, page.spans.get("message", ()), colours.mark)
        parts.append(_box(f'<span style="font-family:{_css(look.mono)}">{body}</span>', raised))
    if page.values:
        said = [
            f'<span style="background-color:{colours.value.ground}; color:{colours.value.text}">'
            f"&nbsp;{_plain(value)}&nbsp;</span>"
            for value in page.values
        ]
        label = escape(translate("DetailPage", "This customer's values:"))
        parts.append(_paragraph(f"{label} {' &nbsp;'.join(said)}", top=2))
    return parts


def _texts(texts: dict[str, str], field: str, heading: str, page: Page, look: Look) -> list[str]:
    base = page.language.split("-")[0]
    tags = sorted(
        (t for t in texts if texts[t]), key=lambda t: (t != page.language, t.split("-")[0] != base, t)
    )
    parts: list[str] = []
    for tag in tags:
        name = f" · {LANGUAGE_NAMES.get(tag, tag)}" if len(tags) > 1 or tag.split("-")[0] != base else ""
        parts.append(_heading(heading + name, look))
        body = marked(texts[tag], page.spans.get(f"{field}.{tag}", ()), look.colours.mark)
        parts.append(_paragraph(body, families=_families(tag, look)))
    return parts


def _families(tag: str, look: Look) -> tuple[str, ...]:
    return look.chinese if tag.startswith("zh") else ()


def _descriptions(page: Page, look: Look) -> list[str]:
    return _texts(page.entry.description, "description", translate("DetailPage", "Description"), page, look)


def _solutions(page: Page, look: Look) -> list[str]:
    entry = page.entry
    parts: list[str] = []
    base = page.language.split("-")[0]
    for tag in sorted(entry.solution, key=lambda t: (t != page.language, t.split("-")[0] != base, t)):
        if not entry.solution[tag]:
            continue
        name = f" · {LANGUAGE_NAMES.get(tag, tag)}" if len(entry.solution) > 1 else ""
        parts.append(_heading(translate("DetailPage", "Solution") + name, look))
        spans = page.spans.get(f"solution.{tag}", ())
        steps = entry.steps.get(tag) or (entry.solution[tag],)
        parts.append(_steps(_step_marks(entry.solution[tag], steps, spans), look, _families(tag, look)))
    return parts


def _step_marks(
    solution: str, steps: tuple[str, ...], spans: tuple[Span, ...]
) -> list[tuple[str, tuple[Span, ...]]]:
    """Carry the marks of the whole solution over to its steps, where a step stands in it word for word."""
    made: list[tuple[str, tuple[Span, ...]]] = []
    at = 0
    for step in steps:
        start = solution.find(step, at)
        if start < 0:
            made.append((step, ()))
            continue
        at = start + len(step)
        inside = tuple((a - start, b - start) for a, b in spans if start <= a and b <= at)
        made.append((step, inside))
    return made


def _steps(steps: list[tuple[str, tuple[Span, ...]]], look: Look, families: tuple[str, ...]) -> str:
    if len(steps) == 1:
        return _paragraph(marked(*steps[0], look.colours.mark), families=families)
    rows = [
        f'<tr><td width="28" style="color:{look.colours.accent}; font-weight:600">{number}.</td>'
        f"<td>{_paragraph(marked(text, spans, look.colours.mark), families=families)}</td></tr>"
        for number, (text, spans) in enumerate(steps, 1)
    ]
    return f'<table width="100%" cellspacing="0" cellpadding="2">{"".join(rows)}</table>'


def _advice(advice: Advice, look: Look) -> list[str]:
    colour = look.colours.warning.text
    label = f'<p style="margin:0 0 6px 0; font-weight:600; color:{colour}">{_plain(advice.ours)}</p>'
    steps = _steps([(step, ()) for step in advice.steps], look, ()) if advice.steps else ""
    asked = "".join(f"<br/>•&nbsp;{_plain(question)}" for question in advice.ask)
    if asked:
        words = escape(translate("DetailPage", "Ask the customer for:"))
        asked = _paragraph(f"<b>{words}</b>{asked}", top=6)
    body = label + steps + asked
    return [_heading(translate("DetailPage", "What can be done"), look), _barred(body, look)]


def _meaning(advice: Advice, look: Look) -> list[str]:
    because = ", ".join(advice.because)
    drawn = f" ({_plain(because)})" if because else ""
    body = f"{_plain(advice.status_meaning)}<br/><b>{_plain(advice.whose_move)}</b>"
    muted = f'<span style="color:{look.colours.muted}">{drawn}</span>'
    return [_heading(translate("DetailPage", "What the status says"), look), _paragraph(body + muted)]


def _note(page: Page, look: Look) -> list[str]:
    if not page.note:
        return []
    return [
        _heading(translate("DetailPage", "My note"), look),
        _box(_plain(page.note), look.colours.info),
    ]


def _also(page: Page, look: Look) -> list[str]:
    """Name the codes with the same texts, each a link that brings it to the front."""
    if not page.also:
        return []
    link = f"color:{look.colours.accent}; text-decoration:none; font-family:{_css(look.mono)}"
    codes = [f'<a href="entry:{escape(one.id)}" style="{link}">{_plain(one.code)}</a>' for one in page.also]
    heading = translate("DetailPage", "The same texts stand under other codes ({count})")
    return [_heading(heading.format(count=len(codes)), look), _paragraph(", ".join(codes))]


def _related(page: Page, look: Look) -> list[str]:
    if not page.related:
        return []
    link = f"color:{look.colours.accent}; text-decoration:none; font-family:{_css(look.mono)}"
    why = {
        "same-code": translate("DetailPage", "same code"),
        "same-message": translate("DetailPage", "same message"),
    }
    rows = [
        f'<tr><td><a href="entry:{escape(one.id)}" style="{link}">{_plain(one.code)}</a></td>'
        f'<td style="color:{look.colours.muted}">{escape(why.get(one.why, ""))}</td>'
        f"<td>{_plain(one.text)}</td></tr>"
        for one in page.related
    ]
    return [
        _heading(translate("DetailPage", "Related entries"), look),
        f'<table cellspacing="0" cellpadding="4">{"".join(rows)}</table>',
    ]


def _source(entry: CatalogueEntry, look: Look) -> list[str]:
    source = entry.source
    said = [entry.provider, entry.service, source.title, source.updated]
    line = " · ".join(_plain(part) for part in said if part)
    if source.url.startswith(("https://", "http://")):
        url = escape(source.url, quote=True)
        line += f' · <a href="{url}" style="color:{look.colours.accent}">{_plain(source.url)}</a>'
    body = f'<span style="color:{look.colours.muted}">{line}</span>'
    return [_heading(translate("DetailPage", "Source"), look), _paragraph(body)]
