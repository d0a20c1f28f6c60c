"""Lists of errors in data and property files: YAML, XML resources, `code = text` lines."""

import re
from typing import TYPE_CHECKING, Any

from index.errors import BadInput
from index.importing.formats.json_records import page_of
from index.importing.formats.markup import tidy
from index.importing.formats.yaml_values import read_yaml
from index.importing.page import Heading, Page, Table
from index.importing.values import Kind, kind_of
from index.text import clean

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LIMIT = 40 * 1024 * 1024
_SAMPLE = 400
_FEWEST = 3
_MOST = 0.8
_YAML_LINE = re.compile(
    r"\s*(?:- )*(?:[\w.$-][\w .$/-]{0,80}|\"[^\"]{1,80}\"|'[^']{1,80}'):(?:\s|$)|\s*-(?: |$)"
)
_PROPERTY = re.compile(r"([\w.-]{1,120})\s*[=:]\s*(\S.*)")
_UNICODE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_DEEPEST = 30


class Yaml:
    """YAML documents."""

    name = "YAML"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text nearly all of whose lines are keys, list items, or indented below one."""
        if not isinstance(content, str) or content.lstrip()[:1] in ("{", "[", "<", "|", "#" * 2):
            return False
        lines = [line for line in content[:60_000].split("\n")[:_SAMPLE] if line.strip()]
        said = [line for line in lines if not line.lstrip().startswith(("#", "---"))]
        keys = [line for line in said if _YAML_LINE.match(line)]
        deeper = sum(line[:1] in " \t" for line in said if line not in keys)
        colons = sum(":" in line for line in keys)
        return len(keys) >= _FEWEST and colons * 2 > len(said) and len(keys) + deeper >= _MOST * len(said)

    def read(self, content: str | bytes) -> Page:
        """Read the tables; nothing where it turns out to be no YAML."""
        text = content if isinstance(content, str) else content.decode("utf-8", "replace")
        try:
            return page_of(read_yaml(text[:_LIMIT]), _comments(text))
        except BadInput:
            return Page()


class Xml:
    """XML files of errors and of texts by name."""

    name = "XML"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text with an XML declaration that is no page."""
        head = content[:600].lstrip("\ufeff \n\t") if isinstance(content, str) else ""
        return head.startswith("<?xml ") and "<html" not in head.casefold()

    def read(self, content: str | bytes) -> Page:
        """Read the records. Raises BadInput if it is no XML, too large, or has a document type."""
        from defusedxml.ElementTree import fromstring  # noqa: PLC0415 - needed for this format only

        text = content if isinstance(content, str) else content.decode("utf-8", "replace")
        if len(text) > _LIMIT:
            raise BadInput("XML larger than {megabytes} MB", megabytes=_LIMIT // 2**20)
        try:
            root: Element = fromstring(
                re.sub(r"^\s*<\?xml [^>]*\?>", "", text.lstrip("\ufeff")), forbid_dtd=True
            )
        except Exception as error:
            # The parser and its guard raise half a dozen kinds of errors.
            raise BadInput("not readable as XML: {kind}", kind=type(error).__name__) from error
        value = _element(root, 0)
        return page_of(value, _local(root.tag))


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _element(node: "Element", depth: int) -> Any:
    """Return an element as plain values: attributes and children by name, a text with attributes as `message`."""
    children = list(node) if depth < _DEEPEST else []
    found: dict[str, Any] = {_local(name): value for name, value in node.attrib.items()}
    text = tidy(clean("".join(node.itertext()) if not children else (node.text or "")))
    if not children:
        return found | ({"message": text} if text else {}) if found else text
    named: dict[str, list[Any]] = {}
    for child in children:
        named.setdefault(_local(child.tag), []).append(_element(child, depth + 1))
    return found | {name: values[0] if len(values) == 1 else values for name, values in named.items()}


class Properties:
    """Files of messages by code, such as `LMP.0001=The lamp {0} is off`."""

    name = "properties"
    binary = False

    def claims(self, content: str | bytes) -> bool:
        """Claim a text whose lines are codes with sentences."""
        return isinstance(content, str) and bool(_properties(content[:40_000]))

    def read(self, content: str | bytes) -> Page:
        """Read code and message of each line."""
        text = content if isinstance(content, str) else content.decode("utf-8", "replace")
        rows = (("error code", "message"), *_properties(text))
        title = _comments(text)
        blocks = (Heading(text=title),) if title else ()
        return Page(blocks=(*blocks, Table(rows=rows, header=1, where="line 1", exact=True)))


def _properties(text: str) -> tuple[tuple[str, str], ...]:
    """Return codes and messages, in order; nothing if the lines are of another kind."""
    lines = [line.strip() for line in text.split("\n")]
    said = [line for line in lines if line and not line.startswith(("#", "!", "//", ";", "["))]
    pairs = [(found[1], _unescaped(found[2])) for line in said if (found := _PROPERTY.fullmatch(line))]
    codes = [pair for pair in pairs if any(map(str.isdigit, pair[0])) and kind_of(pair[0]) is not Kind.WORD]
    prose = sum(kind_of(message) is Kind.PROSE and not message[0].isdigit() for _, message in codes)
    enough = len(codes) >= _FEWEST and len(codes) >= _MOST * len(said) and prose >= _MOST * len(codes)
    return tuple(codes) if enough else ()


def _unescaped(text: str) -> str:
    return clean(_UNICODE.sub(lambda found: chr(int(found[1], 16)), text).replace("\\n", "\n").strip())


def _comments(text: str) -> str:
    """Return the first comment of a file: what stands for its title."""
    found = re.match(r"\s*(?:#|//|!)\s*(\S.{2,120})", text)
    return found[1].strip(" #*") if found else ""
