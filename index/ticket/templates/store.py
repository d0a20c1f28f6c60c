"""The templates that there are: the program's in resources/templates, and the person's own in a folder."""

import re
from pathlib import Path

import msgspec

import resources
from index.advice import LANGUAGES, language_of
from index.errors import BadInput, StorageError
from index.files import write_whole
from index.folders import private
from index.ticket.facts import Facts
from index.ticket.templates.faults import LONGEST_SOURCE, TemplateFault
from index.ticket.tree import Document

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_ENDING = ".md"


class TemplateInfo(msgspec.Struct, frozen=True, kw_only=True):
    """A template that can be chosen."""

    name: str
    """What it is called on the command line."""
    own: bool
    """It is, or is replaced by, one of the person's own."""
    languages: tuple[str, ...]
    """Languages it is written in; empty if it serves any."""


class TemplateStore:
    """Reads, checks and keeps templates. A template is a file `name.md`, or `name.zh-Hans.md` for one language."""

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder of the person's own templates; it need not exist."""
        self._own = folder
        self._bundled = resources.folder("templates")

    def templates(self) -> tuple[TemplateInfo, ...]:
        """List the templates, the program's and the person's own, by name."""
        own, bundled = _names(self._own), _names(self._bundled)
        return tuple(
            TemplateInfo(
                name=name,
                own=name in own,
                languages=tuple(sorted(filter(None, own.get(name) or bundled[name]))),
            )
            for name in sorted({*own, *bundled})
        )

    def is_own(self, name: str) -> bool:
        """Tell whether the person has a template of this name."""
        return any(path.is_file() for path in self._paths(self._own, name, ("", *LANGUAGES)))

    def source(self, name: str, language: str) -> str:
        """Return the text of a template: the person's own, else the program's; for this language or any, else for another.

        Raises BadInput that lists the templates if there is none of this name.
        """
        fitting = (language_of(language), "")
        if _NAME.fullmatch(name):
            for tags in (fitting, LANGUAGES):
                for path in (*self._paths(self._own, name, tags), *self._paths(self._bundled, name, tags)):
                    if path.is_file():
                        return _read(path)
        names = ", ".join(template.name for template in self.templates())
        raise BadInput("there is no template {name!r}; there are: {names}", name=name, names=names)

    def document(self, name: str, facts: Facts) -> Document:
        """Run a template. Raises BadInput with name and line if there is something wrong with it."""
        return preview(self.source(name, facts.language), facts, name=name)

    def save(self, name: str, source: str, *, language: str = "") -> None:
        """Keep a template of the person's own, whole or not at all.

        Raises BadInput for a name that cannot be or a template with a fault, StorageError if it cannot be written.
        """
        if self._own is None:
            raise StorageError("there is no folder for templates")
        if not _NAME.fullmatch(name):
            raise BadInput(
                "a template cannot be called {name!r}: small letters, digits and hyphens, at most 40",
                name=name,
            )
        faults = validate(source)
        if faults:
            raise BadInput("template {name!r}, {fault}", name=name, fault=faults[0].with_line)
        tag = language_of(language) if language else ""
        path = self._paths(self._own, name, (tag,))[0]
        try:
            write_whole(private(path.parent) / path.name, source.encode())
        except OSError as error:
            raise StorageError(
                "cannot write the template {path}: {reason}", path=path, reason=error.strerror or error
            ) from error

    def remove(self, name: str) -> None:
        """Remove the person's own template of this name; one of the program's that it replaced is back."""
        for path in self._paths(self._own, name, ("", *LANGUAGES)) if _NAME.fullmatch(name) else ():
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise StorageError(
                    "cannot remove the template {path}: {reason}", path=path, reason=error.strerror or error
                ) from error

    def _paths(self, folder: Path | None, name: str, tags: tuple[str, ...]) -> list[Path]:
        if folder is None:
            return []
        return [folder / (f"{name}.{tag}{_ENDING}" if tag else f"{name}{_ENDING}") for tag in tags]


def validate(source: str) -> tuple[TemplateFault, ...]:
    """Return what is wrong with a template, by line; nothing if it can be used. It is tried on an example as well."""
    from index.ticket.templates.data import plain_data  # noqa: PLC0415 - the same
    from index.ticket.templates.example import EXAMPLES  # noqa: PLC0415 - Jinja2 is imported when first needed
    from index.ticket.templates.sandbox import FaultyTemplate, template_of  # noqa: PLC0415 - the same

    try:
        template = template_of(source)
        for facts in EXAMPLES:
            template.run(plain_data(facts))
    except FaultyTemplate as error:
        return error.faults
    return ()


def preview(source: str, facts: Facts, *, name: str = "preview") -> Document:
    """Run the text of a template. Raises BadInput with the first fault and its line."""
    from index.ticket.templates.data import plain_data  # noqa: PLC0415 - Jinja2 is imported when first needed
    from index.ticket.templates.markup import document_of  # noqa: PLC0415 - the same
    from index.ticket.templates.sandbox import FaultyTemplate, template_of  # noqa: PLC0415 - the same

    try:
        return document_of(template_of(source).run(plain_data(facts)), facts.language)
    except FaultyTemplate as error:
        raise BadInput("template {name!r}, {fault}", name=name, fault=error.faults[0].with_line) from error


def _names(folder: Path | None) -> dict[str, set[str]]:
    """Return the languages of each template in a folder; "" stands for any."""
    found: dict[str, set[str]] = {}
    if folder is None:
        return found
    try:
        files = [path.name for path in folder.glob(f"*{_ENDING}")]
    except OSError as error:
        raise StorageError(
            "cannot list the templates in {folder}: {reason}", folder=folder, reason=error.strerror or error
        ) from error
    for file in files:
        name, _, tag = file.removesuffix(_ENDING).partition(".")
        if _NAME.fullmatch(name) and tag in {"", *LANGUAGES}:
            found.setdefault(name, set()).add(tag)
    return found


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(4 * LONGEST_SOURCE + 1)
        return data.decode("utf-8-sig")
    except OSError as error:
        raise StorageError(
            "cannot read the template {path}: {reason}", path=path, reason=error.strerror or error
        ) from error
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BadInput("template {name!r}, line {line}: not UTF-8", name=path.name, line=line) from error
