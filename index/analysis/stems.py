"""English words without their endings, and the words that say nothing."""

import sys
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

_SHORTEST = 4
_QUIET = "index.analysis.snowball"

_STOP = """
a an the of to in on at by for from with as is are was were be been being it its this that these
those there and or but if then so than do does did doing has have had having will would shall should
can could may might must i you he she we they me my your our their his her them us please when while
which who what how why where because after before during into onto under over about again already
still just only also very some any s t re etc don doesn isn won couldn wasn weren aren didn via per
such both each
"""
STOP_WORDS = frozenset(_STOP.split())
"""English words that weigh next to nothing in a query beside other words."""

_IRREGULAR = {
    "found": "find",
    "bound": "bind",
    "unbound": "unbind",
    "sent": "send",
    "lost": "lose",
    "broken": "break",
    "broke": "break",
    "ran": "run",
    "began": "begin",
    "begun": "begin",
    "wrote": "write",
    "written": "write",
    "sold": "sell",
    "bought": "buy",
    "taken": "take",
    "took": "take",
    "gone": "go",
    "chosen": "choose",
    "hidden": "hide",
    "forbade": "forbid",
    "forbidden": "forbid",
    "exceeded": "exceed",
    "exceeding": "exceed",
    "maximum": "max",
    "minimum": "min",
    "indices": "index",
    "ecss": "ecs",
    "vms": "vm",
    "ids": "id",
    "ous": "ou",
    "azs": "az",
    "ips": "ip",
    "dbs": "db",
    "pcs": "pc",
    "addresses": "address",
}
# Words that the stemmer would take for another one: `container` for `contain`, `terminal` for `terminate`.
_APART = """container customer exception important international paste provider setting terminal""".split()
_IRREGULAR |= {form: word for word in _APART for form in (word, f"{word}s")}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of a lower-case English word; words with other characters stay.

    >>> stem("encrypting") == stem("encryption")
    True
    """
    known = _IRREGULAR.get(word)
    if known or len(word) < _SHORTEST or not word.isascii() or not word.isalpha():
        return known or word
    stemmed: str = _stemmer().stemWord(word)
    return stemmed


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    return import_module(f"{_package().__name__}.english_stemmer").EnglishStemmer()


def _package() -> ModuleType:
    """Return the stemmers' package without what its own start would load: the stemmers of thirty languages, 60 ms."""
    name = "snowballstemmer"
    known = sys.modules.get(name)
    spec = find_spec(name)
    if known is not None or spec is None:
        return known or import_module(name)  # which says that it is missing
    quiet = sys.modules[_QUIET] = module_from_spec(spec)
    quiet.__name__ = _QUIET
    return quiet
