"""Lists of errors in data files: YAML and XML."""

import re
from typing import TYPE_CHECKING, Any

from index.errors import BadInput
from index.importing.formats.json_records import page_of
from index.importing.formats.markup import tidy
from index.importing.formats.protocol import text_of
from index.importing.formats.spreadsheet_xml import workbook_page
from index.importing.formats.texts_by_name import texts_page
from index.importing.formats.yaml_values import read_yaml
from index.importing.page import Page
from index.text import clean

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LIMIT = 40 * 1024 * 1024
_SAMPLE = 400
_FEWEST = 3
_DOCTYPE = re.compile(r"^\s*<!DOCTYPE\s[^\[<>]{0,300}>")
"""A document type that declares nothing itself."""
_TEXTS = frozenset(
    ("data", "string", "message", "entry", "item", "property", "add", "resource", "trans-unit")
)
"""Elements that hold a text by its name."""
_MOST = 0.8
_YAML_LINE = re.compile(
    r"\s*(?:- )*(?:[\w.$-][\w .$/-]{0,80}|\"[^\"]{1,80}\"|'[^']{1,80}'):(?:\s|$)|\s*-(?: |$)"
)
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
        text = text_of(content)
        if len(text) > _LIMIT:
            return Page()
        try:
            return page_of(read_yaml(text), first_comment(text))
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

        text = text_of(content)
        if len(text) > _LIMIT:
            raise BadInput("XML larger than {megabytes} MB", megabytes=_LIMIT // 2**20)
        try:
            bare = re.sub(r"^\s*<\?xml [^>]*\?>", "", text.lstrip("\ufeff"))
            root: Element = fromstring(_DOCTYPE.sub("", bare, count=1), forbid_dtd=True)
        except Exception as error:
            # The parser and its guard raise half a dozen kinds of errors.
            raise BadInput("not readable as XML: {kind}", kind=type(error).__name__) from error
        if page := workbook_page(root) or _texts(root):
            return page
        value = _element(root, 0)
        return page_of(value, _local(root.tag))


def _texts(root: "Element") -> Page | None:
    """Read a file of texts by name, such as `<data name="LMP1"><value>It is off</value></data>`; None if it is none."""
    pairs = []
    for node in root.iter():
        name = next((node.get(key, "") for key in ("name", "key", "id", "code") if node.get(key)), "")
        if _local(node.tag) not in _TEXTS or not name:
            continue
        parts = [one for one in node.iter() if _local(one.tag) in {"value", "target", "source"}]
        said = "".join(parts[-1].itertext()) if parts else "".join(node.itertext())
        pairs.append((name, tidy(clean(said or node.get("value", "")))))
    return texts_page(pairs, _local(root.tag)) if len(pairs) * 2 >= len(root) else None


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


def first_comment(text: str) -> str:
    """Return the first comment of a file: what stands for its title."""
    found = re.match(r"\s*(?:#|//|!)\s*(\S.{2,120})", text)
    return found[1].strip(" #*") if found else ""
