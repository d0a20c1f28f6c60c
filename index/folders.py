"""Where the user's data lives on this machine; design section 4 says what may lie where."""

import os
from contextlib import suppress
from pathlib import Path

import msgspec

from index.errors import StorageError

_APP = "error-desk"
_PRIVATE = 0o700


class Folders(msgspec.Struct, frozen=True, kw_only=True):
    """The four folders of one user."""

    data: Path
    """The desk library: notes, pins, history, imported packs."""
    cache: Path
    """Derived and rebuildable: entry table, Whoosh index."""
    config: Path
    """Settings."""
    state: Path
    """Session: window geometry, last query."""

    @property
    def templates(self) -> Path:
        """The user's own ticket templates; the folder need not be there."""
        return self.config / "templates"

    @classmethod
    def of_user(cls) -> "Folders":
        """Return the folders of the user who runs the program (XDG variables are honoured)."""
        import platformdirs  # noqa: PLC0415 - children are told the folders and do not need it

        dirs = platformdirs.PlatformDirs(_APP, appauthor=False)
        return cls(
            data=dirs.user_data_path,
            cache=dirs.user_cache_path,
            config=dirs.user_config_path,
            state=dirs.user_state_path,
        )

    @classmethod
    def under(cls, root: Path) -> "Folders":
        """Return four folders below one root, for tests and portable use."""
        return cls(data=root / "data", cache=root / "cache", config=root / "config", state=root / "state")


def private(folder: Path) -> Path:
    """Make a folder that only this user may enter, and return it.

    Raises StorageError with the reason if it cannot be made or is not a folder.
    """
    try:
        folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        if folder.stat().st_mode & 0o077:
            with suppress(OSError):  # a folder of somebody else's that we may still write in
                folder.chmod(_PRIVATE)
    except OSError as error:
        raise StorageError(
            "cannot use the folder {folder}: {reason}", folder=folder, reason=error.strerror or error
        ) from error
    if not os.access(folder, os.R_OK | os.X_OK):
        raise StorageError("cannot read the folder {folder}: no permission", folder=folder)
    return folder
