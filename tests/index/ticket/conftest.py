"""Readers that take a rendered ticket apart again, one for each kind of markup, and texts that try to break them."""

import html
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from index.ticket.tree import CodeBlock, Document, Strong, runs_of, words_of

JOINER = "\u2060"
FILLER = "\u1160"
Reader = Callable[[str], list[str]]


def without_blanks(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="session")
def texts_in() -> Callable[[Document], list[str]]:
    """List what a reader must find: every line of text of a document, in order, without blanks."""

    def texts(document: Document) -> list[str]:
        found: list[str] = []
        for block in document.blocks:
            if isinstance(block, CodeBlock):
                found.append(block.text)
            found += (words_of(runs, " ") for runs in runs_of(block))
        return [text for text in map(without_blanks, found) if text]

    return texts


@pytest.fixture(scope="session")
def stressed_in() -> Callable[[Document], list[str]]:
    """List the stressed texts of a document."""

    def stressed(document: Document) -> list[str]:
        lines = [runs for block in document.blocks for runs in runs_of(block)]
        return [
            without_blanks(run.text)
            for runs in lines
            for run in runs
            if isinstance(run, Strong) and run.text.strip()
        ]

    return stressed


@pytest.fixture(scope="session")
def read_markdown() -> Reader:
    """Read Markdown with tables, strike-through and every "smart" change switched on."""
    parser = MarkdownIt("commonmark", {"typographer": True, "html": True})
    parser.enable(["table", "strikethrough", "replacements", "smartquotes"])
    allowed = {"text", "code_inline", "hardbreak", "softbreak", "text_special", "strong_open", "strong_close"}

    def read(text: str) -> list[str]:
        found: list[str] = []
        for token in parser.parse(text):
            assert token.type not in {"html_block", "code_block", "hr"}, token
            if token.type == "fence":
                assert token.info == ""
                found.append(token.content)
            children = token.children or []
            assert {child.type for child in children} <= allowed, children
            found.append(
                "".join(" " if child.type.endswith("break") else child.content for child in children)
            )
        return [text for text in map(without_blanks, found) if text]

    return read


@pytest.fixture(scope="session")
def read_html() -> Reader:
    """Read an HTML fragment of one outer `div` that holds nothing but our own few elements."""
    ours = {
        "div",
        "p",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "pre",
    }
    ours |= {"blockquote", "strong", "code", "bdi", "br", "html", "head", "body"}
    lines = "p, h2, h3, h4, li, td, th, pre"

    def read(text: str) -> list[str]:
        tree = LexborHTMLParser(text)
        assert tree.body is not None
        outer = [node.tag for node in tree.body.iter(include_text=True)]
        assert outer == ["div"], outer
        assert {node.tag for node in tree.css("*")} <= ours
        assert {name for node in tree.css("*") for name in node.attributes} <= {"style", "lang", "dir"}
        found: list[str] = []
        for node in tree.css(lines):
            for line_break in node.css("br"):
                line_break.replace_with(" ")
            found.append(node.text())
        return [text for text in map(without_blanks, found) if text]

    return read


@pytest.fixture(scope="session")
def read_jira() -> Reader:
    """Read Jira's wiki markup with pandoc; skipped where there is none."""
    if shutil.which("pandoc") is None:
        pytest.skip("needs pandoc (Debian package of that name) to read Jira's markup")

    def read(text: str) -> list[str]:
        done = subprocess.run(
            ["pandoc", "-f", "jira", "-t", "json"], input=text, capture_output=True, text=True, check=True
        )
        return [
            text
            for text in map(
                without_blanks,
                (line.replace(FILLER, "") for line in _pandoc_lines(json.loads(done.stdout)["blocks"])),
            )
            if text
        ]

    return read


def _pandoc_lines(  # noqa: C901, PLR0912 - one branch for each kind of block that pandoc knows
    blocks: list[dict[str, object]],
) -> Iterator[str]:
    for block in blocks:
        kind, content = block["t"], block.get("c")
        match kind, content:
            case (("Para" | "Plain"), list(inlines)):
                yield "".join(map(_pandoc_text, inlines))
            case "Header", [_, _, list(inlines)]:
                yield "".join(map(_pandoc_text, inlines))
            case "CodeBlock", [_, str(text)]:
                yield text
            case "BulletList", list(items):
                for item in items:
                    yield from _pandoc_lines(item)
            case "OrderedList", [_, list(items)]:
                for item in items:
                    yield from _pandoc_lines(item)
            case "BlockQuote", list(inner):
                yield from _pandoc_lines(inner)
            case "Table", [_, _, _, [_, list(head)], list(bodies), _]:
                for body in bodies:
                    for _, row in (*head, *body[3]):
                        for cell in row:
                            yield from _pandoc_lines(cell[4])
            case _:
                raise AssertionError(f"markup of somebody else's: {block}")


def _pandoc_text(inline: dict[str, object]) -> str:
    match inline["t"], inline.get("c"):
        case "Str", str(text):
            return text
        case (("Space" | "SoftBreak" | "LineBreak"), _):
            return " "
        case "Code", [_, str(text)]:
            return text
        case "Strong", list(inlines):
            return "".join(map(_pandoc_text, inlines))
        case "Span", [[_, _, [["color", "#808080"]]], list(inlines)]:
            return "".join(map(_pandoc_text, inlines))
        case _:
            raise AssertionError(f"markup of somebody else's: {inline}")


@pytest.fixture(scope="session")
def read_slack() -> Reader:
    """Read mrkdwn by its published rules: fences, code, stress where no letter touches it, entities."""
    stress = re.compile(rf"(?<![\w*_~`{JOINER}])([*_~])(?=\S)([^\n]*?)(?<=\S)\1(?![\w*_~`{JOINER}])")

    def plain(line: str) -> str:
        assert "<" not in line
        pieces = re.split(r"(?<!\u2060)`([^`]*)`(?!\u2060)", line)
        for at in range(0, len(pieces), 2):
            found = stress.findall(pieces[at])
            assert all(sign == "*" for sign, _ in found), found
            pieces[at] = stress.sub(r"\2", pieces[at])
        return html.unescape("".join(pieces)).replace(JOINER, "")

    def read(text: str) -> list[str]:
        found: list[str] = []
        for at, part in enumerate(re.split(r"^```$", text, flags=re.MULTILINE)):
            lines = [part] if at % 2 else part.splitlines()
            found += lines if at % 2 == 0 else []
            if at % 2:
                assert "```" not in part
                found.append(html.unescape(part).replace(JOINER, ""))
            else:
                found[len(found) - len(lines) :] = [
                    plain(re.sub(r"^(?:• |\d+\. |> |>$)", "", line)) for line in lines
                ]
        return [text for text in map(without_blanks, found) if text]

    return read
