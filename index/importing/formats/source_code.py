"""Constants in source code: `#define` lists, enums, consts with a comment each, enum members with a code and a text.

A constant is an error by its name, or where the file speaks of errors; one that nothing is said of is none.
"""

import re
from collections.abc import Iterator

import msgspec

from index.importing.columns import speaks_of_errors
from index.importing.fields import Field
from index.importing.formats.markup import tidy
from index.importing.headers import field_of
from index.importing.page import Heading, Page, Table

_LIMIT = 5 * 1024 * 1024
_FEWEST = 3
_LONGEST_LINE = 1_000
_NUMBER = r"\(?\s*([-+]?(?:0[xX][0-9A-Fa-f]{1,16}|\d{1,12}))[uUlL]{0,3}\s*\)?"
_DEFINE = re.compile(rf"\s*#\s*define\s+([A-Za-z_]\w{{1,99}})\s+{_NUMBER}\s*$")
_CONSTANT = re.compile(
    r"\s*(?:(?:public|private|static|final|readonly|export|const|constexpr|let|var|val|int|long|short|unsigned|number|"
    rf"String|string|auto|uint\d*_t|int\d*_t|error)\s+)*([A-Za-z_]\w{{2,99}})(?:\s*:?\s*\w+)?\s*:?=\s*(?:{_NUMBER}|\"([\w.:-]{{2,80}})\"|'([\w.:-]{{2,80}})')\s*[,;]?\s*$"
)
_MEMBER = re.compile(r"\s*([A-Za-z_]\w{2,99})\s*,?\s*$")
_WITH_TEXT = re.compile(
    rf"\s*(?:\w+\s+)?([A-Za-z_]\w{{2,99}})\s*[=:]?\s*(?:new\s+\w+\s*)?[({{\[]\s*(?:{_NUMBER}|[\"']([\w.:-]{{2,80}})[\"'])\s*,\s*[\"']([^\"\n]{{3,500}})[\"']"
)
_COMMENT_AFTER = re.compile(r"/\*[*!]?<?|//[/!]?<?|(?<=\s)#(?=\s)")
_COMMENT_LINE = re.compile(
    r"\s*(?:/\*+[!<]*|\*+(?!/)|//[/!<]*|#(?!\s*(?:define|if|endif|include|else|undef|pragma)\b))"
)
_BLANKS = re.compile(r"\s{2,}")
_CODE = re.compile(
    r"^[ \t]*#\s*(?:define|include|ifndef|pragma)\b|\benum\b[^\n;]{0,80}[{:]|^[ \t]*(?:package|import|public|class|const|typedef|namespace|export)\b[^.\n]{0,80}[({;\"\w][ \t]*$|^from \S+ import ",
    re.MULTILINE,
)
_ASSIGNED = re.compile(
    rf"^[ \t]*[A-Z][A-Z0-9_]{{3,80}}\s*=\s*(?:{_NUMBER}|[\"'][\w.-]{{2,60}}[\"'])\s*#\s*\w", re.MULTILINE
)
_OBJECT = re.compile(
    r"\s*[\"']?([A-Za-z_][\w.-]{2,99})[\"']?\s{0,9}[:=]\s{0,9}(?:new\s{1,9}\w{1,99}\s{0,9})?[({](.*)[)}]"
)
_PAIR = re.compile(r"[\"']?(\w{2,30})[\"']?\s*[:=]\s*(?:[\"'`]([^\"'`\n]{1,500})[\"'`]|([\w.-]{1,60}))")
_PROSE_HEAD = re.compile(r"^(?:#{1,6} |\s*\||<)", re.MULTILINE)
_ERROR_NAME = re.compile(
    r"ERR(?!AND|AT)|(?:^|_)E_|^E[A-Z]{3,}|FAIL|FAULT|EXCEPTION|INVALID|DENIED|NOT_|_NO_|MISSING|UNKNOWN|"
    r"Err(?!and|at)|Fail|Fault|Exception|Invalid|Denied|NotFound|Missing"
)
_TYPE = re.compile(r"\b(?:enum|class|namespace|package)\s+(?:class\s+)?(\w+)")
_FEW = 5
"""Where less than a fifth of the constants have names of errors, only those are."""
_SUCCESS = re.compile(r"(?:^|_)(?:OK|SUCCESS|NONE|NO_?ERROR)$", re.IGNORECASE)


class _Constant(msgspec.Struct, frozen=True):
    name: str
    code: str
    text: str
    line: int
    status: str = ""


class SourceCode:
    """C headers, and enums and constants of the languages that look like them."""

    name = "source code"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text with preprocessor lines, enums or declarations, and without the marks of a page."""
        if not isinstance(content, str) or len(content) > _LIMIT:
            return False
        head = content[:20_000]
        if len(_ASSIGNED.findall(head)) >= _FEWEST:
            return True
        return bool(_CODE.search(head)) and not (
            _PROSE_HEAD.search(head) and "#define" not in head.replace("# ", "#")
        )

    def read(self, content: str | bytes) -> Page:
        """Read the error constants as one table."""
        text = content if isinstance(content, str) else content.decode("utf-8", "replace")
        title = _title(text)
        found = [one for one in _constants(text) if one.text and not _SUCCESS.search(one.name)]
        named = [one for one in found if _ERROR_NAME.search(one.name)]
        about = speaks_of_errors(" ".join([title, *_TYPE.findall(text)]))
        kept = found if about and (not named or len(named) * _FEW >= len(found)) else named
        if len(kept) < _FEWEST:
            return Page(title=title)
        header = ("Error code", "Constant", "Description", "HTTP status")
        rows = (header, *((one.code, one.name, one.text, one.status) for one in kept))
        where = f"line {kept[0].line}"
        return Page(
            blocks=(Heading(text=title), Table(rows=rows, header=1, where=where, exact=True)), title=title
        )


def _title(text: str) -> str:
    """Return the first line of the first comment that says something."""
    for line in text[:4_000].split("\n"):
        said = _comment(line) or ""
        if len(said) > 3 and "opyright" not in said and "SPDX" not in said:  # noqa: PLR2004 - words
            return said.rstrip(".")
    return ""


def _constants(text: str) -> Iterator[_Constant]:
    """Go through the constants, each with what the comments beside or above it say."""
    above: list[str] = []
    value: int | None = None
    for number, line in enumerate(_unbroken(text), 1):
        bare, comment = _parted(_BLANKS.sub(" ", line))
        if not bare.strip():
            if comment:
                above.append(comment)
            elif not line.strip():
                above = []
            continue
        if "enum" in bare or "iota" in bare:
            value = -1
        if "}" in bare:
            value = None
        found, value = _constant(bare, comment or " ".join(above), number, value)
        if found is not None:
            yield found
        above = []


def _constant(bare: str, said: str, line: int, value: int | None) -> tuple[_Constant | None, int | None]:
    """Read one line; `value` is that of the enum member above it, None outside an enum."""
    if (match := _OBJECT.match(bare)) and (found := _described(match[1], match[2], line)):
        return found, value
    if match := _WITH_TEXT.match(bare):
        return _Constant(match[1], match[2] or match[3], tidy(match[4]), line), value
    match = _DEFINE.match(bare) or _CONSTANT.match(bare)
    if match:
        code = next(group for group in match.groups()[1:] if group)
        if value is not None and match.re is _CONSTANT and match[2]:
            value = int(match[2], 0) if not re.fullmatch(r"[-+]?0\d+", match[2]) else int(match[2])
        return _Constant(match[1], code, _without_name(said, match[1]), line), value
    if value is not None and (match := _MEMBER.match(bare)):
        value += 1
        return _Constant(match[1], str(value), _without_name(said, match[1]), line), value
    return None, value


def _described(name: str, pairs: str, line: int) -> _Constant | None:
    """Read what stands between the braces of `LAMP_OFF: { code: 1001, message: "The lamp is off" }`."""
    said: dict[Field, str] = {}
    for key, quoted, bare in _PAIR.findall(pairs):
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", key)
        field = Field.STATUS if words.casefold() in {"status", "http"} else field_of(words)
        said.setdefault(field, quoted or bare)
    text = said.get(Field.MESSAGE) or said.get(Field.DESCRIPTION)
    if not text or (Field.CODE not in said and Field.STATUS not in said):
        return None
    return _Constant(name, said.get(Field.CODE, name), tidy(text), line, said.get(Field.STATUS, ""))


def _without_name(said: str, name: str) -> str:
    """Take the name off a comment in the manner of Go, such as `ErrOff is returned when the lamp is off`."""
    return tidy(said.removeprefix(name).lstrip(" :-")) if said.startswith(f"{name} ") else tidy(said)


def _parted(line: str) -> tuple[str, str]:
    """Part a line into code and comment."""
    comment = _comment(line)
    if comment is not None:
        return "", comment
    line = line.rstrip()
    for mark in _COMMENT_AFTER.finditer(line):
        start, end = mark.start(), len(line)
        if mark[0].startswith("/*"):
            end -= 2
            if not line.endswith("*/", start + 2):
                continue
        bare = line[:start].rstrip()
        return (line, "") if bare.count('"') % 2 else (bare, line[mark.end() : end].strip())
    return line, ""


def _comment(line: str) -> str | None:
    """Return what a line says that is a comment from its beginning; None for another one."""
    found = _COMMENT_LINE.match(line)
    if found is None:
        return None
    said = line[found.end() :].strip()
    return said[:-1].rstrip("*").rstrip() if said.endswith("*/") else said


def _unbroken(text: str) -> Iterator[str]:
    """Go through the lines, a comment that goes on beside a constant as one line; numbers of lines stay."""
    lines = [line if len(line) <= _LONGEST_LINE else "" for line in text.split("\n")]
    at = 0
    while at < len(lines):
        line, more = lines[at], 0
        opened = line.rfind("/*")
        if opened > 0 and line[:opened].strip() and "*/" not in line[opened:]:
            while at + more + 1 < len(lines) and more < 20 and "*/" not in line:  # noqa: PLR2004 - lines of a comment
                more += 1
                line += (
                    f" {lines[at + more].strip().lstrip('* ')}" if "*/" not in lines[at + more][:3] else " */"
                )
        yield line
        yield from [""] * more
        at += more + 1
