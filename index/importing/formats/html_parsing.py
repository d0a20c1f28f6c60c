"""Pages parsed by selectolax; and what its nodes say."""

import re
from typing import TYPE_CHECKING

from index.errors import BadInput
from index.importing.formats.markup import raised

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_KNOWN_TAGS = frozenset(
    "a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite "
    "code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font "
    "footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend "
    "li link main map mark menu meta meter nav nobr noscript object ol optgroup option output p param picture pre "
    "progress q rp rt ruby s samp script section select slot small source span strike strong style sub summary sup svg "
    "table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr path g use rect".split()
)
_TAG = re.compile(r"</?([A-Za-z][\w.:-]{0,60})(?=[\s/>])[^<>]{0,2000}>|<(?=[^A-Za-z/!?])")
_ENDED_BY_PARSER = frozenset(
    "area base br col embed hr img input link meta source track wbr p li tr td th dt dd option optgroup thead tbody tfoot "
    "colgroup html head body".split()
)
DROPPED = frozenset(
    ("script", "style", "noscript", "template", "svg", "head", "nav", "footer", "iframe", "select")
)
BLOCKS = frozenset(
    "p div section article details summary ul ol li dl dt dd table pre blockquote h1 h2 h3 h4 h5 h6 tr td th br".split()
)
DEEPEST = 200
"""Tags around a text that are followed."""
_LIMIT = 60 * 1024 * 1024
"""Characters; the tree of a page takes twenty times as much."""


def parsed(text: str) -> "LexborHTMLParser":
    """Parse a page or fragment. Raises BadInput for one that is too large: nothing is left out silently."""
    if len(text) > _LIMIT:
        raise BadInput("HTML larger than {megabytes} MB", megabytes=_LIMIT // 2**20)
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - needed for this format only

    return LexborHTMLParser(_with_placeholders(text))


def _with_placeholders(text: str) -> str:
    """Escape what is no tag, such as `<name>` in a message: a parser would swallow it.

    Tags nested deeper than any page needs are left out: the parser takes a time that grows with their square.
    """
    depth = 0

    def checked(found: re.Match[str]) -> str:
        nonlocal depth
        name = (found[1] or "").casefold()
        if name not in _KNOWN_TAGS:
            return found[0].replace("<", "&lt;")
        if name in _ENDED_BY_PARSER or found[0].endswith("/>"):
            return found[0]
        closes = found[0].startswith("</")
        depth = max(0, depth + (-1 if closes else 1))
        return "" if depth >= DEEPEST + closes else found[0]

    return _TAG.sub(checked, text)


def holds_blocks(node: "LexborNode") -> bool:
    """Tell whether a node that is no block has blocks inside."""
    inside = node.traverse(include_text=False)
    return any((child.tag or "") in BLOCKS and child.tag != "br" for child in inside)


def raw(node: "LexborNode") -> str:
    """Return the text of a node, blocks and line breaks as lines, list items marked."""
    if node.is_text_node:
        return (node.text_content or "").replace("\n", " ")
    name = node.tag or ""
    if name in DROPPED:
        return ""
    parts: list[str] = []
    number = 0
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "br":
            parts.append("\n")
        elif tag == "li":
            number += 1
            mark = f"{number}. " if name == "ol" else "- "
            parts.append(f"\n{mark}{raw(child).strip()}\n")
        elif tag in BLOCKS:
            parts.append(f"\n{raw(child)}\n")
        elif tag == "sup":
            parts.append(raised(raw(child)))
        else:
            parts.append(raw(child))
    return "".join(parts)
