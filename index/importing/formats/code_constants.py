"""The constants of a source file: assignments, `#define`s, members of enums, entries of maps, each with what is said of it."""

import re
from collections.abc import Iterator

import msgspec

from index.importing.fields import Field
from index.importing.formats.code_tokens import Token, pairs_of, tokens_of
from index.importing.formats.code_values import Told, decimal, value_at
from index.importing.formats.constant import Constant

_ASSIGNS = frozenset(("=", ":=", "=>", ":"))
_OWNERS = frozenset(
    ("enum", "class", "interface", "struct", "object", "namespace", "module", "type", "trait")
)
_PASSED = frozenset(
    "public private protected internal static final readonly export const constexpr let var val case new return default "
    "async function abstract override sealed if else for while switch import from package using include def func fn pub "
    "extends implements throws throw".split()
)
_ATTRIBUTES = frozenset(
    ("description", "message", "error", "display", "errormessage", "enummember", "msg", "label", "text")
)
_ANNOTATED = re.compile(r"@(?:Message|Text|Msg|Label)\(\s*[\"'](.{1,500}?)[\"']\s*\)")
_LONGEST_COMMENT, _LONGEST_OWNER = 4_000, 300


class _Scope(msgspec.Struct):
    """A pair of brackets that is gone into."""

    end: int
    owner: str
    members: bool = False
    """Its words are members of an enum, or of a block of constants that count up."""
    counter: int | None = None


class _Walk:
    """Goes through the tokens of a file once."""

    def __init__(self, text: str) -> None:
        self._tokens = [*tokens_of(text), Token("end", "\n", 0), Token("end", "\n", 0), Token("end", "\n", 0)]
        self._pairs = pairs_of(self._tokens)
        self._scopes = [_Scope(len(self._tokens), "")]
        self._above: list[str] = []
        self._label = ""
        self._owner = ("", "")
        """The keyword that was read last, and the name behind it."""
        self._section = ""
        """What is said of the constants that follow."""
        self._last: Constant | None = None

    def constants(self) -> Iterator[Constant]:
        at, last = 0, len(self._tokens) - 3
        while at < last:
            while len(self._scopes) > 1 and at >= self._scopes[-1].end:
                self._scopes.pop()
            token = self._tokens[at]
            if token.kind == "comment":
                self._comment(at)
            elif token.kind == "end":
                if self._tokens[at + 1].kind == "end":
                    self._above.clear()
            elif (found := self._constant(at)) is not None:
                constant, at = found
                yield constant
                continue
            else:
                at = self._passed(at)
            at += 1

    def _comment(self, at: int) -> None:
        token, before = self._tokens[at], self._tokens[at - 1] if at else None
        said = token.text[:_LONGEST_COMMENT]
        beside = before is not None and before.kind not in {"end", "comment"}
        if beside and self._last is not None and self._last.line == token.line:
            if self._last.comment:  # what stands above a row of constants is said of all of them
                self._section = self._last.comment[:_LONGEST_OWNER]
                self._last.owner = f"{self._last.owner} {self._section}"
            self._last.comment = said
        elif said:
            self._above.append(said)

    def _passed(self, at: int) -> int:
        """Take note of a token that begins no constant; returns the place of the last one that was passed."""
        token, scope = self._tokens[at], self._scopes[-1]
        if token.kind == "word":
            self._named(at)
        elif token.kind == "string" and scope.counter is not None:
            self._above.append(token.text[:_LONGEST_COMMENT])  # what GraphQL says above a member
        elif token.kind != "mark":
            return at
        elif token.text in "[@" and (label := self._attribute(at)):
            self._label = label
            return self._pairs.get(at + (token.text == "@") * 2, at)
        elif token.text == "(" and self._owner[0] in _OWNERS and not self._opens_block(at):
            return self._pairs.get(at, at)  # what a type is made with
        elif token.text in "{([" and at in self._pairs:
            self._opened(at)
        elif token.text == ";" and scope.members and self._ends_members(at):
            scope.members = False  # behind it stand the fields and methods of an enum
        return at

    def _ends_members(self, at: int) -> bool:
        """Tell whether a semicolon ends the members of an enum, and not only one of them."""
        before = next(
            (
                one
                for one in reversed(self._tokens[max(0, at - 6) : at])
                if one.kind not in {"end", "comment"}
            ),
            None,
        )
        member = self._last is not None and before is not None and before.text == self._last.name
        return (
            self._scopes[-1].counter is not None
            and before is not None
            and (member or before.text in (")", ","))
        )

    def _named(self, at: int) -> None:
        """Take note of the name of a type, or of a macro that is given a block."""
        word, after = self._tokens[at].text, self._tokens[at + 1]
        if word == "enum":
            names = [one.text for one in self._tokens[at + 1 : at + 3] if one.kind == "word"]
            self._owner = ("enum", names[-1] if names[:1] in (["class"], ["struct"]) else "".join(names[:1]))
        elif word in _OWNERS and after.kind == "word" and self._owner[0] != "enum":
            self._owner = (word, after.text)
        elif after.text == "!" and self._tokens[at + 2].text == "{":
            self._owner = ("macro", word)

    def _opened(self, at: int) -> None:
        """Go into a pair of brackets."""
        text, (keyword, name) = self._tokens[at].text, self._owner
        block = text == "(" and self._opens_block(at)
        members = text == "{" and keyword == "enum"
        if text == "(" and not block:
            return
        owner = " ".join((name or self._scopes[-1].owner, *self._above))[:_LONGEST_OWNER]
        self._scopes.append(_Scope(self._pairs[at], owner, members or block, -1 if members else None))
        self._owner = ("", "")
        self._section = ""
        self._above.clear()

    def _opens_block(self, at: int) -> bool:
        """Tell whether a bracket is that of a block of constants in the manner of Go."""
        return self._tokens[at - 1].text in {"const", "var"}

    def _attribute(self, at: int) -> str:
        name, opens = self._tokens[at + 1 : at + 3]
        if name.text.rpartition(".")[2].casefold() not in _ATTRIBUTES or opens.text != "(":
            return ""
        close = self._pairs.get(at + 2, at)
        return next(
            (one.text for one in self._tokens[at + 3 : min(close, at + 12)] if one.kind == "string"), ""
        )

    def _constant(self, at: int) -> tuple[Constant, int] | None:
        """Read the constant that begins at a token, and the place after it."""
        token, after = self._tokens[at], self._tokens[at + 1]
        if token.kind == "define":
            return self._defined(at)
        if token.kind == "mark":
            return self._marked(at)
        attribute = at > 0 and self._tokens[at - 1].text in ("[", "@")
        if token.kind not in ("word", "string", "number") or token.text in _PASSED or attribute:
            return None
        if after.kind == "mark" and after.text in _ASSIGNS and token.text not in _OWNERS:
            return self._assigned(token, at + 2)
        return self._member(at) if token.kind == "word" and self._scopes[-1].members else None

    def _marked(self, at: int) -> tuple[Constant, int] | None:
        """Read an object without a name, or an entry such as `[ERR_OFF]: "It is off"`."""
        if self._tokens[at].text == "{" and at in self._pairs:
            return self._unnamed(at)
        key, close, sign = self._tokens[at + 1 : at + 4]
        computed = self._tokens[at].text == "[" and close.text == "]" and sign.text in _ASSIGNS
        return self._assigned(key, at + 4) if computed and key.kind == "word" else None

    def _member(self, at: int) -> tuple[Constant, int] | None:
        """Read a member of an enum, or of a block of constants."""
        token, after, scope = self._tokens[at], self._tokens[at + 1], self._scopes[-1]
        if after.kind == "word" and self._tokens[at + 2].text == "=":  # `ErrOff int = iota`
            return self._assigned(token, at + 3)
        if after.text == "(" and at + 1 in self._pairs:
            said, behind = value_at(self._tokens, self._pairs, at + 1, scope.end)
            if said is not None and (said.texts or said.named or said.code):
                return self._made(token, said), behind
        if after.text in ("(", "{") and at + 1 in self._pairs:
            return (self._counted(token, scope), self._pairs[at + 1] + 1) if self._label else None
        ends = after.text in (",", "}", ";") or after.kind in ("end", "comment")
        return (self._counted(token, scope), at + 1) if ends and scope.counter is not None else None

    def _unnamed(self, at: int) -> tuple[Constant, int] | None:
        """Read an object that stands in a list by itself: `{ code: 'OFF', message: 'It is off' }`."""
        before = next(
            (one.text for one in reversed(self._tokens[max(0, at - 6) : at]) if one.kind == "mark"), ""
        )
        if before not in ("[", ",", "(", "{"):
            return None
        said, after = value_at(self._tokens, self._pairs, at, self._pairs[at] + 1)
        code = said.named.get(Field.CODE, "") if said is not None else ""
        return (
            (self._made(Token("word", code, self._tokens[at].line), said), after) if said and code else None
        )

    def _defined(self, at: int) -> tuple[Constant, int] | None:
        name = self._tokens[at + 1]
        if name.kind != "word":
            return None
        end = at + 2
        while self._tokens[end].kind not in ("end", "comment") and end < at + 30:
            end += 1
        said, _ = value_at(self._tokens, self._pairs, at + 2, end)
        return (self._made(name, said), end) if said is not None and said.number else None

    def _assigned(self, name: Token, at: int) -> tuple[Constant, int] | None:
        scope = self._scopes[-1]
        if self._tokens[at - 1].text == ":":  # a type may stand between the name and the value
            here = next(
                (n for n in range(at, at + 4) if self._tokens[min(n, len(self._tokens) - 1)].text == "="),
                at - 1,
            )
            typed = here > at and all(one.kind == "word" for one in self._tokens[at:here])
            at = here + 1 if typed else at
        inside = len(self._scopes) > 1 or self._tokens[at - 1].text != ":"
        while inside and self._tokens[at].kind == "end" and at < len(self._tokens) - 3:
            at += 1
        base = [one.text for one in self._tokens[at : at + 3]]
        if "iota" in base and scope.members:
            number = next((decimal(text) for text in base if text[0].isdecimal()), "0")
            scope.counter = int(number) - 1 if number.isdecimal() else -1
            return self._counted(name, scope, counted=False), at + (3 if "+" in base else 1)
        said, after = value_at(self._tokens, self._pairs, at, scope.end)
        if said is None:
            if name.kind == "word" and self._owner[0] not in _OWNERS:
                self._owner = ("map", name.text)
            return None
        if scope.counter is not None and said.number.lstrip("-").isdecimal():
            scope.counter = int(said.number)
        comma, text = self._tokens[after : after + 2] if after + 1 < len(self._tokens) else (name, name)
        if comma.text == "," and text.kind == "string" and text.line == name.line and said.number:
            said.texts.append(text.text)  # `LAMP_OFF = 1001, "The lamp is off"`
            after += 2
        constant = self._made(name, said)
        if after < len(self._tokens) and self._tokens[after].text == "[" and scope.members:
            after = self._options(said, after)
        return constant, after

    def _options(self, said: Told, at: int) -> int:
        """Read what stands behind a member in the manner of proto: `[(errors.code) = 404]`."""
        end = self._pairs.get(at, at)
        for here in range(at, min(end, at + 40)):
            name = self._tokens[here].text.rpartition(".")[2].rpartition("_")[2]
            if self._tokens[here].kind != "word" or name not in {"code", "status", "message", "msg"}:
                continue
            values = (one for one in self._tokens[here + 1 : here + 5] if one.kind in ("number", "string"))
            value = next(values, None)
            if value is not None and value.kind == "number":
                said.status = said.status or decimal(value.text)
            elif value is not None:
                said.texts.append(value.text)
        return end + 1

    def _counted(self, name: Token, scope: _Scope, *, counted: bool = True) -> Constant:
        scope.counter = (scope.counter if scope.counter is not None else -1) + 1
        counted = counted and scope.counter < 100  # noqa: PLR2004 - a place, no number that anybody chose
        constant = self._made(name, Told(number=str(scope.counter)))
        constant.counted = counted
        return constant

    def _made(self, name: Token, said: Told) -> Constant:
        above = "\n".join(self._above)
        found = _ANNOTATED.search(above)
        label = self._label or (found[1] if found else "")
        comment = "" if found else above
        self._section = "" if above else self._section
        owner = f"{self._scopes[-1].owner} {self._section}".strip()
        self._last = Constant(name.text, said, name.line, owner, comment, label)
        self._last.keyed = name.kind != "word"
        self._above, self._label = [], ""
        return self._last


def walked(text: str) -> Iterator[Constant]:
    """Go through the constants of a source file, in order."""
    return _Walk(text).constants()
