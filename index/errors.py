"""The one family of errors that `index` raises on purpose.

Every message is one clear line for the person at the desk: what could not be done, with what, and what to do. It is made
of a template and values, so that a window can say it in its own language; the command line prints it in English.
Anything else that escapes is a fault of ours.
"""

import msgspec
from typing_extensions import override


class Said(msgspec.Struct, frozen=True):
    """A line in its parts; `str()` is the line in English."""

    template: str
    """`cannot write {path}: {reason}`; without values it is the line itself."""
    values: dict[str, "str | int | Said"] = {}
    """What stands in the braces; may be a line in parts too."""

    @override
    def __str__(self) -> str:
        """Say it in English."""
        return self.template.format(**self.values) if self.values else self.template


class DeskError(Exception):
    """Something was asked for that cannot be done; `str()` is the line to show."""

    def __init__(self, template: str | Said = "", /, **values: object) -> None:
        """Take the template and what stands in its braces, or the line in parts as it came from another process."""
        parts = {name: _part(value) for name, value in values.items()}
        self.said = template if isinstance(template, Said) else Said(template, parts)
        super().__init__(str(self.said))


class BadInput(DeskError):  # noqa: N818 - named for what it tells, not for what it is
    """A file, pattern or option that cannot be used as it is."""


class BadPack(BadInput):
    """A pack whose lines, counts or checksum do not fit."""


class Stopped(DeskError):  # noqa: N818 - not a fault: the person cancelled
    """The work was cancelled by `should_stop()`; nothing was changed."""


class StorageError(DeskError):
    """A folder or file that cannot be read or written (full disk, read-only folder, no rights)."""


def _part(value: object) -> str | int | Said:
    """Return a value as it may go to another process."""
    if isinstance(value, DeskError):
        return value.said
    return value if isinstance(value, int | Said) else str(value)
