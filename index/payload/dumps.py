r"""What PHP prints of an object or array: `print_r` and `var_dump`, with visibility, class and type beside each name.

`[errorCode:protected] => X`, `["errorMsg":"A\B":private]=>` with `string(3) "abc"` below, `int(404)`: all become `"name" => value`.
"""

import re
from collections.abc import Iterator

from index.mapped import Mapped, rewritten

_NAME = re.compile(
    r"\[(?P<quote>\"?)(?P<name>[A-Za-z_][\w\-]{0,60})(?P=quote)(?::(?:\"?[\w\\]{1,200}\"?:)?(?:protected|private|public))?\]"
    r"\s{0,3}=>(?P<type>[\s>|│]{1,80}(?:string\(\d{1,9}\)(?=\s\")|(?:int|float|bool|enum)\((?=[^()\n]{1,40}(?P<end>\)))))?"
)


def undumped(view: Mapped) -> Mapped:
    """Write the names and values of PHP dumps plainly; the same view if there are none."""
    return rewritten(view, _changes(view.text))


def _changes(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _NAME.finditer(text):
        yield found.start(), found.start("name"), '"' if found["type"] else ""
        yield found.end("name"), found.end(), '" => ' if found["type"] else " => "
        if found["end"]:
            yield found.start("end"), found.end("end"), ""
