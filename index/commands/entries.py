"""Entries as lines for people."""

from collections.abc import Iterator

from index.commands.output import titled
from index.entry import CatalogueEntry


def heading(entry: CatalogueEntry) -> str:
    """Return the line that names an entry: code, status, provider and service."""
    status = str(entry.status) if entry.status is not None else entry.status_text
    return "  ".join(part for part in (entry.code, status, f"{entry.provider} · {entry.service}") if part)


def summary(entry: CatalogueEntry) -> str:
    """Return one line that says what an entry is about."""
    return entry.message or next(iter(entry.description.values()), "")


def details(entry: CatalogueEntry) -> Iterator[str]:
    """Render an entry whole: heading, message, descriptions, solutions in steps, source."""
    yield heading(entry)
    rows = [("message", entry.message or "")]
    rows += [(f"description ({language})", text) for language, text in entry.description.items()]
    for language, text in entry.solution.items():
        steps = entry.steps.get(language) or (text,)
        numbered = [f"{n}. {step}" for n, step in enumerate(steps, 1)] if len(steps) > 1 else list(steps)
        rows.append((f"solution ({language})", "\n".join(numbered)))
    source = ", ".join(part for part in (entry.source.title, entry.source.updated, entry.source.url) if part)
    yield from titled([*rows, ("also", ", ".join(entry.also_codes)), ("source", source)])
