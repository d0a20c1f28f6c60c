"""Errors in source code: constants, members of enums and entries of maps that are named, or said, to be errors.

A constant is an error by its name, by what it is in, or where the file speaks of errors; of one that nothing is said of
only its number is kept, and only where the file is made of such names.
"""

import re

import msgspec

from index.importing.columns import speaks_of_errors
from index.importing.fields import Field
from index.importing.formats.code_classes import constants_of
from index.importing.formats.code_tokens import Token, tokens_of
from index.importing.formats.constant import Constant
from index.importing.formats.markup import tidy
from index.importing.formats.protocol import text_of
from index.importing.page import Heading, Page, Table
from index.importing.values import Kind, kind_of

_LIMIT = 5 * 1024 * 1024
_FEWEST, _FEWEST_BARE = 2, 3
_HEAD = 20_000
_DECLARES = re.compile(
    r"^[ \t]*(?:#\s*(?:define|include|ifndef|pragma)\b"
    r"|(?:@\w+\s+)?(?:public|private|export|pub|class|enum|const|typedef|func|fn|def|var|let|interface|object|struct|trait|impl|declare|namespace)"
    r"\b[^.\n|]{0,120}[({;:,\])][ \t]*$"
    r"|(?:package|import|using|namespace|use)\s+\S+;?[ \t]*$|from \S+ import |import .{1,200} from [\"']|<\?php|\w+! ?\{|syntax = \"|enum\s+\w+[ \t]*$)",
    re.MULTILINE,
)
_ASSIGNED = re.compile(
    r"^[ \t]*(?:[A-Z][A-Z0-9_]{2,80}\s*=\s*(?:\(?-?\d|[\"'\(])|[\"'\[]?[\w.-]{2,80}[\"'\]]?\s*=>\s*[\"'\w\[(])",
    re.MULTILINE,
)
_CODE_LINE = re.compile(
    r"[;{},()\[\]]\s*$|^\s*(?://|/?\*|#|@|\"\"\"|'''|$)|^\s*[\w.$\"'\[\]]{1,80}\s*(?::=|=>|=)\s*[\"'\d(-]"
    r"|^\s*[A-Z][A-Z0-9]*_[A-Z0-9_]+\s*$"
    r"|^\s*(?:def|class|return|raise|pass|if|elif|else|try|except|case|import|from|package|let|var|val|const|type)\b"
)
_PYTHON = re.compile(r"^(?:class \w+\(.{0,200}\):|def \w+\(.{0,300}:)[ \t]*$", re.MULTILINE)
_PROSE_HEAD = re.compile(r"^(?:#{2,6} |\s*\||<(?!\?))", re.MULTILINE)
_SAMPLE, _MOST = 300, 0.55
_ERROR_NAME = re.compile(
    r"ERR(?!AND|AT)|(?:^|_)E[ER]?_|^E[A-Z]{3,}|FAIL|FAULT|EXCEPTION|INVALID|DENIED|NOT_|_NO_|MISSING|UNKNOWN|"
    r"Err(?!and|at)|Fail|Fault|Exception|Invalid|Denied|NotFound|Missing"
)
_CODES = re.compile(
    r"err(?:or)?s?[ _-]?(?:code|number|type|reason|constant|definition|message|map)|(?:result|return|status|reply) ?codes?|errno\b|exception|"
    r"错误码|返回码|错误代码|异常",
    re.IGNORECASE,
)
"""Says that the file, or the thing the constants are in, is a list of errors."""
_FAMILY = re.compile(r"\w*(?:Errors?|Exceptions?|Faults?)\b")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
_FEW = 5
"""Where less than a fifth of the constants have names of errors, only those are."""
_SUCCESS = re.compile(
    r"(?:^|_)(?:ok|OK|Ok|success|SUCCESS|Success|NONE|None|NO_?ERROR|NoError|UNSPECIFIED)$|[a-z](?:OK|Ok|Success)$"
)
_BOUND = re.compile(r"_(?:FIRST|LAST|MIN|MAX|BASE|COUNT|END|NUM|START)$")
_PATTERN = re.compile(r"\(\?P?<|\\d\+|\[\^")
"""Parts of regular expressions: what is looked for in a text, not what it says."""
_STATED = re.compile(
    r"(?:^|HTTP (?:Mapping|status(?: code)?)[:\s]+|\bstatus code[:\s]+)([1-5]\d\d)\s*(?:[:：-]\s*|\b)",
    re.IGNORECASE,
)
_BARE_NAME = re.compile(r"[A-Z][A-Z0-9_]{2,}|[A-Z]\w*[a-z]\w*(?:\.\w+)*|[\w-]*\d[\w.-]*|.*[._:-].*")
_LICENCE = re.compile(
    r"opyright|SPDX|icense|warrant|redistribut|coding[:=]|eslint|pylint|^#?region\b", re.IGNORECASE
)
_TOP = 6_000
_SOUNDS = re.compile(
    r"error|fail|invalid|not |n't |denied|missing|exceed|expired|unknown|错误|失败|不|无效|缺少|超过|过期|未|已|异常",
    re.IGNORECASE,
)
_TAG = re.compile(r"^\s*@\w+.*$|^\s*[-=*#~]{3,}.*$", re.MULTILINE)
_HEADER = ("Error code", "Constant", "Description", "HTTP status", "Message", "Solution")


class _Error(msgspec.Struct, frozen=True):
    """A constant read as an error."""

    name: str
    row: tuple[str, ...]
    line: int
    listed: bool
    """It is in an enum, class or map of errors."""
    keyed: bool
    """It is an entry of a map."""
    told: bool
    """Something is said of it."""


class SourceCode:
    """C headers, and enums, constants and maps of the common languages."""

    name = "source code"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text most of whose lines are those of a program, and none of a page."""
        if not isinstance(content, str) or len(content) > _LIMIT:
            return False
        head = content[:_HEAD]
        if _PROSE_HEAD.search(head) and "#define" not in head.replace("# ", "#"):
            return False
        if not _DECLARES.search(head) and len(_ASSIGNED.findall(head)) < _FEWEST_BARE:
            return False
        if len(_PYTHON.findall(head)) >= _FEWEST_BARE:
            return True
        lines = [line for line in head.split("\n")[:_SAMPLE] if line.strip()]
        return sum(bool(_CODE_LINE.search(line[-200:])) for line in lines) >= _MOST * len(lines)

    def read(self, content: str | bytes) -> Page:
        """Read the error constants as one table."""
        text = text_of(content)
        title = _title(text)
        constants = _joined(constants_of(text))
        ordinals = 'syntax = "proto' in text[:_HEAD]
        statuses = _are_statuses(constants)
        errors = [_error(one, ordinal=ordinals or one.counted, statuses=statuses) for one in constants]
        kept = _kept([one for one in errors if not _is_none(one)], title)
        if not kept:
            return Page(title=title)
        table = Table(
            rows=(_HEADER, *(one.row for one in kept)), header=1, where=f"line {kept[0].line}", exact=True
        )
        return Page(blocks=(Heading(text=title), table), title=title)


def _title(text: str) -> str:
    """Return the first line of the first comment that says something and is no licence."""
    blocks: list[list[Token]] = [[]]
    for token in tokens_of(text[:_TOP]):
        if token.kind == "comment":
            blocks[-1].append(token)
        elif token.kind == "string":
            blocks += [[token], []]
        elif token.kind != "end" and blocks[-1]:
            blocks.append([])
    for block in blocks:
        said = "\n".join(
            token.text for token in block if token.kind == "comment" or " " in token.text.strip()
        )
        if _LICENCE.search(said):
            said = ""
        for line in said.split("\n"):
            bare = line.strip(" *-=\"'#/.")
            if len(bare) > 3 and not bare.startswith("@"):  # noqa: PLR2004 - words
                return bare
    return ""


def _joined(constants: list[Constant]) -> list[Constant]:
    """Put the texts of a map of messages to the constants that they are of."""
    valued = {one.name: one for one in constants if one.said.number or one.said.code}
    kept = []
    for one in constants:
        other = valued.get(one.name)
        if other is None or other is one:
            kept.append(one)
        elif one.said.texts and not (one.said.number or one.said.code) and not other.said.texts:
            other.said.texts += one.said.texts
        elif one.said.speaks or one.comment:
            kept.append(one)
    return kept


def _are_statuses(constants: list[Constant]) -> bool:
    """Tell whether the numbers beside texts are HTTP statuses and not codes of their own."""
    numbers = [one.said.number for one in constants if one.said.texts and one.said.number]
    known = [number for number in numbers if number.isdecimal() and 400 <= int(number) <= 511]  # noqa: PLR2004 - HTTP
    return bool(numbers) and len(known) == len(numbers)


def _error(one: Constant, *, ordinal: bool, statuses: bool) -> _Error:
    said, named = one.said, one.said.named
    number, code, status = said.number, said.code, said.status or named.get(Field.STATUS, "")
    texts = list(said.texts)
    if number and code and not texts and kind_of(code) is Kind.WORD and not code.isupper():
        texts, code = [code], ""  # a message of one word
    if number and not status and texts and kind_of(number) is Kind.STATUS and (code or statuses):
        number, status = "", number
    comment = _comment(one)
    if not status and (found := _STATED.search(comment)):
        status = found[1]
        comment = comment[found.end() :] if found.start() == 0 else comment[: found.start()].strip()
    first = named.get(Field.CODE, "") or (one.name if ordinal else code or number) or one.name
    twins = [twin for twin in (code, number, named.get(Field.NAME, ""), one.name) if twin and twin != first]
    message = named.get(Field.MESSAGE, "") or one.label or "".join(texts[:1])
    more = texts[1:] if message in texts else texts
    description = "\n".join(part for part in (named.get(Field.DESCRIPTION, ""), *more) if part)
    description = description or ("" if message else tidy(comment))
    solution = named.get(Field.SOLUTION, "")
    row = (first, twins[-1] if twins else "", description, status, message, solution)
    failed = status[:1] in ("4", "5")
    listed = bool(failed or _CODES.search(_CAMEL.sub(" ", one.owner)) or _FAMILY.match(one.owner))
    return _Error(one.name, row, one.line, listed, one.keyed, bool(message or description))


def _comment(one: Constant) -> str:
    """Return what a comment says, without the name before it, tags and drawn lines; nothing if it says nothing."""
    said = " ".join(_TAG.sub("", one.comment).split())
    if said.startswith(f"{one.name} "):  # the manner of Go: `ErrOff is returned when the lamp is off`
        said = said.removeprefix(one.name).lstrip(" :-")
    return said if any(map(str.isalpha, said)) else ""


def _kept(errors: list[_Error], title: str) -> list[_Error]:
    """Choose those that are errors; none where they are too few to tell."""
    told = [one for one in errors if one.told and _is_key(one)]
    owned = [one for one in told if one.listed]
    named = [one for one in told if _ERROR_NAME.search(one.name)]
    codes = bool(_CODES.search(title)) or len(owned) * 2 > len(told)
    upper = sum(one.name.isupper() for one in named) * 2 >= len(named)
    alike = [one for one in told if one.name.isupper() == upper]
    few = len(named) * _FEW < len(told)
    if codes and not few:
        listed = told
    elif len(named) * 2 >= len(alike) and len(named) >= _FEWEST_BARE:
        listed = [one for one in told if one.name.isupper() == upper or _ERROR_NAME.search(one.name)]
    elif codes or _sound_so(told) or (speaks_of_errors(title) and (not named or not few)):
        listed = told
    elif len(named) >= _FEWEST_BARE and len(named) * 3 >= len(told):
        listed = [one for one in told if one.listed or _ERROR_NAME.search(one.name)]
    else:
        listed = owned
    untold = [one for one in errors if not one.told and one.row[0] != one.name and one.name.isupper()]
    untold = [one for one in untold if not _BOUND.search(one.name)]
    bare = [one for one in untold if _ERROR_NAME.search(one.name)]
    most = len(bare) * 2 >= len(untold)
    codes = codes or sum(one.listed for one in untold) * 2 > len(untold)
    if (
        len(bare) >= (1 if codes and listed else _FEWEST_BARE)
        and (codes or most)
        and len(bare) >= len(told) - len(listed)
    ):
        listed = sorted([*listed, *(untold if codes and most else bare)], key=lambda one: one.line)
    return listed if len(listed) >= _FEWEST else []


def _sound_so(told: list[_Error]) -> bool:
    """Tell whether the texts of a map of numbers are those of errors."""
    texts = [f"{one.row[2]} {one.row[4]}" for one in told if one.row[0].lstrip("-").isdecimal()]
    return len(texts) >= _FEWEST_BARE and sum(bool(_SOUNDS.search(text)) for text in texts) * 2 >= len(texts)


def _is_none(one: _Error) -> bool:
    """Tell whether a constant is certainly no error: success, one that is hidden, a pattern."""
    return bool(_SUCCESS.search(one.name) or one.name.startswith("_") or _PATTERN.search(one.row[4]))


def _is_key(one: _Error) -> bool:
    """Tell whether a constant has a name that a code or a constant would have, and no variable."""
    if one.name.islower() and not one.listed and not one.keyed:
        return False
    return one.row[0] != one.name or bool(_BARE_NAME.fullmatch(one.name))
