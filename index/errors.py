"""The one family of errors that `index` raises on purpose.

Every message is one clear line for the person at the desk: what could not be done, with what, and what to do.
Anything else that escapes is a fault of ours.
"""


class DeskError(Exception):
    """Something was asked for that cannot be done; `str()` is the line to show."""


class BadInput(DeskError):  # noqa: N818 - named for what it tells, not for what it is
    """A file, pattern or option that cannot be used as it is."""


class BadPack(BadInput):
    """A pack whose lines, counts or checksum do not fit."""


class Stopped(DeskError):  # noqa: N818 - not a fault: the person cancelled
    """The work was cancelled by `should_stop()`; nothing was changed."""


class StorageError(DeskError):
    """A folder or file that cannot be read or written (full disk, read-only folder, no rights)."""
