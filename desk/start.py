"""The program's entry: hands subcommands to `index` and loads Qt only for the window."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desk.binding import read_no_sources
from desk.handing import activation_token, claim, hand_over, in_turn, server_name
from desk.request import Request
from index.commands.main import FOUND, SUBCOMMANDS, UNUSABLE, Parser, no_subcommand
from index.commands.main import main as run_subcommand
from index.commands.output import fault, read_text
from index.errors import DeskError
from index.folders import Folders
from index.text import clean

if TYPE_CHECKING:
    from index.search.ahead import Ahead

_USAGE = """\
error-desk finds cloud API error codes without a network.

  error-desk [window] [--query TEXT] [--clipboard] [--paste FILE]
{commands}
Each subcommand explains itself: error-desk search --help
"""


def main() -> int:
    """Run what the command line asks for and return the exit status."""
    arguments = sys.argv[1:]
    if arguments and arguments[0] in SUBCOMMANDS:
        return run_subcommand(arguments)
    if arguments and arguments[0] in {"-h", "--help", "help"}:
        width = max(map(len, SUBCOMMANDS))
        commands = "".join(f"  error-desk {name:<{width}}  {about}\n" for name, about in SUBCOMMANDS.items())
        sys.stdout.write(_USAGE.format(commands=commands))
        return FOUND
    if arguments and arguments[0] in {"-V", "--version", "version"}:
        from importlib.metadata import version  # noqa: PLC0415 - only here

        sys.stdout.write(f"error-desk {version('error-desk')}\n")
        return FOUND
    if arguments and not arguments[0].startswith("-") and arguments[0] != "window":
        sys.stderr.write(f"error-desk: {no_subcommand(arguments[0])}\n")
        return UNUSABLE
    return _window(arguments[1:] if arguments[:1] == ["window"] else arguments)


def window() -> int:
    """Open the window; what desktop entries and the GUI script call."""
    return _window(sys.argv[1:])


def _window(arguments: list[str]) -> int:
    parser = Parser(
        prog="error-desk window", description="Open the window, or hand over to the one that is open."
    )
    parser.add_argument("--query", metavar="TEXT", help="search for this at once")
    parser.add_argument(
        "--clipboard", action="store_true", help="read the clipboard at once, as Ctrl+V would"
    )
    parser.add_argument("--paste", type=Path, metavar="FILE", help="read this file at once, as if pasted")
    options = parser.parse_args(arguments)
    if not _has_display():
        sys.stderr.write(
            "error-desk: there is no display to open a window on; "
            "error-desk search, explain, show and ticket work without one (error-desk --help)\n"
        )
        return UNUSABLE
    folders = Folders.of_user()
    try:
        request = Request(
            query=options.query and clean(options.query),
            clipboard=options.clipboard,
            paste=clean(read_text(options.paste)) if options.paste else None,
            token=activation_token(),
        )
        name = server_name(folders)
    except DeskError as error:
        fault(str(error))
        return UNUSABLE
    with in_turn(name):
        if hand_over(request, name):
            return FOUND
        place = claim(name)
    ahead = get_ready(folders)
    from desk.app import run  # noqa: PLC0415 - loaded only for a window, and Qt with it

    gc.enable()
    return run(request, folders, place, ahead)


def get_ready(folders: Folders) -> "Ahead | None":
    """Do what makes a window load quickly, before Qt is loaded; returns the child that opens the index meanwhile."""
    from desk.kept_code import kept_code  # noqa: PLC0415 - only for a window
    from index.search import early  # noqa: F401, PLC0415 - as above; what it loads the child needs too
    from index.search.ahead import Ahead  # noqa: PLC0415 - as above

    ahead = Ahead.begin(folders)
    gc.disable()  # nothing that is loaded for a window is garbage
    with kept_code(folders.cache):
        read_no_sources()
    return ahead


def _has_display() -> bool:
    """Tell whether Qt would find a screen; without one it aborts the process instead of raising."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
