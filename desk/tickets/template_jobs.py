"""What the templates dialog has done on a thread: listing, reading, checking, keeping and removing templates.

A template can be made to run for a while, and a folder can be slow: none of this may hold the window up. Every function
returns a `DeskError` as a value where something cannot be done.
"""

from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

import msgspec

from index.advice import LANGUAGES
from index.errors import DeskError
from index.ticket.templates.faults import TemplateFault
from index.ticket.templates.store import TemplateInfo, TemplateStore

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """A template that was tried."""

    faults: tuple[TemplateFault, ...] = ()
    """What is wrong with it."""
    html: str = ""
    """What it makes of a made-up error."""


class Removed(msgspec.Struct, frozen=True, kw_only=True):
    """A template that was removed, to be put back if wished."""

    name: str
    """Its name."""
    sources: tuple[tuple[str, str], ...]
    """Language, or "" for any, and text of each of its files."""


def _as_value(job: Callable[Given, Result]) -> Callable[Given, Result | DeskError]:
    def run(*args: Given.args, **kwargs: Given.kwargs) -> Result | DeskError:
        try:
            return job(*args, **kwargs)
        except DeskError as error:
            return error

    return run


@_as_value
def listed(folder: Path) -> tuple[TemplateInfo, ...]:
    """Return all templates."""
    return TemplateStore(folder).templates()


@_as_value
def read(folder: Path, name: str, language: str) -> str:
    """Return the text of a template in a language; "" is any."""
    return TemplateStore(folder).source(name, language or LANGUAGES[0])


@_as_value
def checked(source: str, language: str) -> Checked:
    """Try a template on a made-up error."""
    from index.ticket.targets.table import target_named  # noqa: PLC0415 - loads every target; not needed at the start
    from index.ticket.templates.example import EXAMPLES  # noqa: PLC0415 - the same
    from index.ticket.templates.store import preview, validate  # noqa: PLC0415 - the same
    from index.ticket.tidy import tidied  # noqa: PLC0415 - the same

    faults = validate(source)
    if faults:
        return Checked(faults=faults)
    facts = msgspec.structs.replace(EXAMPLES[0], language=language or LANGUAGES[0])
    # The HTML of this target has no colours of its own and suits a dark window too.
    written = target_named("teams").render(tidied(preview(source, facts)))
    return Checked(html=written.html or "")


@_as_value
def saved(folder: Path, name: str, source: str, language: str) -> str:
    """Keep a template; returns its name."""
    TemplateStore(folder).save(name, source, language=language)
    return name


@_as_value
def removed(folder: Path, info: TemplateInfo) -> Removed:
    """Remove the person's own template of this name."""
    store = TemplateStore(folder)
    sources = tuple((tag, store.source(info.name, tag or LANGUAGES[0])) for tag in info.languages or ("",))
    store.remove(info.name)
    return Removed(name=info.name, sources=sources)


@_as_value
def put_back(folder: Path, gone: Removed) -> str:
    """Keep again what was removed; returns its name."""
    for language, source in gone.sources:
        TemplateStore(folder).save(gone.name, source, language=language)
    return gone.name
