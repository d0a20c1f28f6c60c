"""Makes an entry of what the user wrote about a code that no catalogue has; secrets are taken out on the way."""

import re
from collections.abc import Callable

import msgspec

from index.catalogue import OWN, catalogue_id, entry_id
from index.entry import CatalogueEntry, CatalogueId, LanguageTag, Source
from index.errors import BadInput
from index.library.values import CodeRef, checked
from index.text import clean

_LONGEST_TEXT = 20_000
_LOWEST_STATUS, _HIGHEST_STATUS = 100, 599
_NUMBER = re.compile(r"^\s*(?:[-*•]\s+|\(?\d{1,2}[.)、．）]\s*)")


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An own entry as it is being written."""

    provider: str
    """`Huawei Cloud`."""
    service: str
    """`SWR`."""
    code: str
    """As the API prints it."""
    status: int | None = None
    """HTTP status."""
    message: str | None = None
    """What the API prints; may hold placeholders."""
    description: dict[LanguageTag, str] = {}
    """What it means, by language."""
    solution: dict[LanguageTag, str] = {}
    """What to do, by language; each line is a step."""


def own_catalogue(provider: str, service: str) -> CatalogueId:
    """Return the id of the catalogue that holds the own entries of a service.

    >>> own_catalogue("Huawei Cloud", "SWR")
    'own.huawei-cloud.swr'
    """
    return CatalogueId(f"{OWN}{catalogue_id(provider, service)}")


def entry_of(draft: Draft, *, ordinal: int = 1, updated: str = "") -> CatalogueEntry:
    """Return the entry that is stored for a draft: cleaned, redacted, with its steps.

    `ordinal` counts the own entries of the code, `updated` is today's date. Raises BadInput where provider, service or
    code are missing or hold a secret, the status is none, or a text is too long.
    """
    from index.redact import find_secrets  # noqa: PLC0415 - its patterns take 70 ms, and opening the library needs none

    ref = checked(CodeRef(provider=draft.provider, service=draft.service, code=draft.code))
    catalogue = own_catalogue(ref.provider, ref.service)
    if catalogue.startswith(f"{OWN}.") or catalogue.endswith("."):
        raise BadInput("provider and service need a letter or a digit each")
    if find_secrets(f"{ref.provider} {ref.service} {ref.code}"):
        raise BadInput("provider, service and code must not hold a secret")
    if draft.status is not None and not _LOWEST_STATUS <= draft.status <= _HIGHEST_STATUS:
        raise BadInput("{status} is no HTTP status", status=draft.status)
    solution = _texts(draft.solution, _redacted)
    return CatalogueEntry(
        id=entry_id(catalogue, ref.code, ordinal),
        catalogue=catalogue,
        provider=ref.provider,
        service=ref.service,
        code=ref.code,
        status=draft.status,
        message=_redacted(draft.message or "") or None,
        description=_texts(draft.description, _redacted),
        solution=solution,
        steps={language: _steps(text) for language, text in solution.items()},
        source=Source(updated=updated),
    )


def draft_of(entry: CatalogueEntry) -> Draft:
    """Return an own entry as a draft, to be written on."""
    return Draft(
        provider=entry.provider,
        service=entry.service,
        code=entry.code,
        status=entry.status,
        message=entry.message,
        description=entry.description,
        solution=entry.solution,
    )


def language_of(entry: CatalogueEntry, preferred: LanguageTag) -> LanguageTag:
    """Return the language in which an own entry is written on: the preferred one, unless it is in others alone."""
    tags = sorted({*entry.description, *entry.solution})
    return preferred if preferred in tags or not tags else tags[0]


def _texts(texts: dict[LanguageTag, str], render: Callable[[str], str]) -> dict[LanguageTag, str]:
    return {clean(language): kept for language, text in texts.items() if (kept := render(text))}


def _redacted(text: str) -> str:
    from index.redact import redact  # noqa: PLC0415 - as above

    text = clean(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(text) > _LONGEST_TEXT:
        raise BadInput(
            "a text of an entry holds at most {most} characters; this one has {length}",
            most=_LONGEST_TEXT,
            length=len(text),
        )
    return redact(text)


def _steps(solution: str) -> tuple[str, ...]:
    lines = (_NUMBER.sub("", line).strip() for line in solution.splitlines())
    return tuple(line for line in lines if line)
