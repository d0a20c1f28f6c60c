"""What a start of the window asks for."""

import msgspec


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """From the command line, or from a second start."""

    query: str | None = None
    """Search for this."""
    clipboard: bool = False
    """Read the clipboard, as Ctrl+V would."""
    paste: str | None = None
    """Read this text, as if pasted."""
    token: str = ""
    """Activation token of the desktop."""
