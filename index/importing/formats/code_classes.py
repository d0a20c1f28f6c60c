"""Constants of a source file, where a class may say in its attributes what an error is.

class LampOff(LampError):
    errno = 5
    description = "The lamp is off"
"""

import re
from collections.abc import Iterator

from index.importing.fields import Field
from index.importing.formats.code_constants import walked
from index.importing.formats.code_values import Told
from index.importing.formats.constant import Constant
from index.importing.headers import field_of

_CLASS = re.compile(r"^class\s+(\w{2,100})\s*(?:\([^()\n]{0,300}\))?:", re.MULTILINE)


def constants_of(text: str) -> list[Constant]:
    """List the constants of a source file, in order; what a class of Python says of its error is one constant."""
    return list(_classes(walked(text), text))


def _classes(constants: Iterator[Constant], text: str) -> Iterator[Constant]:
    """Gather the attributes of a class, such as `errno = 5` and `description = 'It is off'`, into one constant."""
    starts: list[tuple[int, str]] = []
    line, counted = 1, 0
    for found in _CLASS.finditer(text[:5_000_000]):
        line += text.count("\n", counted, found.start())
        counted = found.start()
        starts.append((line, found[1]))
    if not starts:
        yield from constants
        return
    waiting = iter([*starts, (text.count("\n") + 2, "")])
    following = next(waiting)
    now: Constant | None = None
    for constant in constants:
        while constant.line >= following[0]:
            if now is not None:
                yield now
            now = Constant(following[1], Told(), following[0], following[1])
            following = next(waiting)
        field = field_of(constant.name.replace("_", " ")) if constant.name.islower() else Field.OTHER
        if now is None or field is Field.OTHER:
            constant.owner = constant.owner or (now.name if now is not None else "")
            yield constant
        else:
            said = constant.said
            now.said.named.setdefault(field, "\n".join(said.texts) or said.code or said.number)
    if now is not None:
        yield now
