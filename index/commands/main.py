"""Picks the subcommand, and is the one place where the command line turns faults into a line and an exit status."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn, Protocol, cast

from typing_extensions import override

from index.commands import output
from index.errors import DeskError
from index.folders import Folders

FOUND, NOTHING, UNUSABLE = 0, 1, 2
_INTERRUPTED = 130

SUBCOMMANDS = {
    "search": "find entries by code, message or words, in English or Chinese",
    "explain": "read a pasted error body, log or mail and name every error in it",
    "show": "show the entries of one code",
    "ticket": "write ticket text for a payload or a code, secrets taken out",
    "import": "read error-code pages and add their entries",
    "catalogues": "list, export or remove catalogues",
}
"""Name and help line of each; the module is `index.commands.<name>_command`."""


def no_subcommand(name: str) -> str:
    """Say that this is no subcommand, and what was perhaps meant: to search for it, here or in the window."""
    import shlex  # noqa: PLC0415 - not at every start

    known, asked = ", ".join(["window", *SUBCOMMANDS]), shlex.quote(name)
    return (
        f"{name!r} is no subcommand (there are {known}); to look for it: "
        f"error-desk search {asked}, or error-desk --query {asked} for the window"
    )


class Command(Protocol):
    """What the module of a subcommand offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""

    def run(self, options: argparse.Namespace, folders: Folders) -> int:
        """Do it and return the exit status."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    @override
    def error(self, message: str) -> NoReturn:
        """Print one line and exit with 2."""
        self.exit(UNUSABLE, f"{self.prog}: {message} (see {self.prog} --help)\n")


def main(arguments: Sequence[str], folders: Folders | None = None) -> int:
    """Run one subcommand and return the exit status; `arguments` starts with its name."""
    output.use_utf8()
    name = arguments[0]
    module = cast("Command", importlib.import_module(f"index.commands.{name}_command"))
    parser = Parser(prog=f"error-desk {name}", description=SUBCOMMANDS[name].capitalize() + ".")
    module.add_arguments(parser)
    options = parser.parse_args(arguments[1:])
    try:
        status = module.run(options, folders or Folders.of_user())
        sys.stdout.flush()
    except DeskError as error:
        output.fault(str(error))
        return UNUSABLE
    except (
        BrokenPipeError
    ):  # the reader, such as `head`, has gone: nothing is left to say, and nobody to say it to
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FOUND
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        output.fault(f"{error.filename or 'output'}: {error.strerror or error}")
        return UNUSABLE
    return status
