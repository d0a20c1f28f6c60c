"""Keeps the byte code of modules that Python keeps none of: those of the binding, which come in an archive of its own.

PySide6 compiles a dozen modules of its own anew at each start, which takes a fifteenth of it. Here their byte code is
kept as Python keeps that of other modules: in one file in the cache folder, which can be deleted at any time.
"""

import __future__

import builtins
import marshal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType
from typing import Any

from index.errors import StorageError
from index.files import write_whole
from index.folders import private

_FEATURES = sum(getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
"""Optional features of the language, which what is compiled takes over from where it is compiled; each is a bit."""
_DIGEST = 32
_Codes = dict[bytes, CodeType]


@contextmanager
def kept_code(folder: Path) -> Iterator[None]:
    """While this lasts, modules that are compiled by hand come from this folder if they were compiled before."""
    path = folder / f"binding-{sys.implementation.cache_tag}.code"
    kept, asked = _read(path), _Codes()
    compile_anew = builtins.compile
    builtins.compile = _keeping(compile_anew, kept, asked)
    try:
        yield
    finally:
        builtins.compile = compile_anew
    if asked.keys() != kept.keys() and not sys.dont_write_bytecode:
        _write(path, asked)


def _keeping(compile_anew: Callable[..., Any], kept: _Codes, asked: _Codes) -> Callable[..., Any]:
    """Return what does as `compile` does, but takes from `kept`; what was asked for is put down in `asked`."""

    def compile_or_take(
        source: Any,
        filename: Any,
        mode: str,
        flags: int = 0,
        dont_inherit: bool = False,  # noqa: FBT001, FBT002 - as `compile` has it
        optimize: int = -1,
        **more: int,
    ) -> Any:
        if not dont_inherit:
            flags |= sys._getframe(1).f_code.co_flags & _FEATURES  # noqa: SLF001 - what `compile` itself looks at
        told = repr((MAGIC_NUMBER, filename, mode, flags, optimize, sys.flags.optimize, more, source))
        key = sha256(told.encode("utf-8", "surrogatepass")).digest()
        code = kept.get(key)
        if code is None:
            code = compile_anew(source, filename, mode, flags, True, optimize, **more)  # noqa: FBT003 - features are told
        if isinstance(code, CodeType) and isinstance(source, bytes | str):
            asked[key] = code
        return code

    return compile_or_take


def _read(path: Path) -> _Codes:
    """Read what was kept; a file that is damaged, or not ours, is as good as none."""
    with suppress(OSError):
        raw = path.read_bytes()
        if sha256(raw[_DIGEST:]).digest() == raw[:_DIGEST]:
            return marshal.loads(raw[_DIGEST:])  # type: ignore[no-any-return]  # noqa: S302 - our own file, in a folder of this user alone, as byte code is
    return {}


def _write(path: Path, codes: _Codes) -> None:
    content = marshal.dumps(codes)
    with suppress(OSError, StorageError):  # the next start compiles anew
        private(path.parent)
        write_whole(path, sha256(content).digest() + content)
