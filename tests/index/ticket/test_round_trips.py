"""Whatever is put in comes out: any text, in any block, through any target, read back by a parser of that markup."""

import unicodedata
from collections.abc import Callable

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from index.ticket.targets.html import html
from index.ticket.targets.jira_wiki import JiraWiki
from index.ticket.targets.markdown import markdown
from index.ticket.targets.servicenow import LIMIT, ServiceNow, ServiceNowCode
from index.ticket.targets.slack import Slack
from index.ticket.targets.text import plain_text
from index.ticket.tidy import tidied
from index.ticket.tree import (
    Break,
    Bullets,
    Code,
    CodeBlock,
    Document,
    Heading,
    Numbered,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from index.ticket.visible import visible

Texts = Callable[[Document], list[str]]
Reader = Callable[[str], list[str]]

PIECES = [
    *"\\`*_{}[]<>()#+-.!|~^&@:;$=\"'?/, \t\n19aZé中",
    *(
        "**",
        "__",
        "~~",
        "``",
        "```",
        "~~~",
        "--",
        "---",
        "----",
        "...",
        "://",
        "http://a.b/c?d=e&f",
        "www.a.b",
    ),
    *(
        "1. ",
        "- ",
        "* ",
        "# ",
        "## ",
        "> ",
        "bq. ",
        "h1. ",
        "||",
        "{code}",
        "{noformat}",
        "{quote}",
        "{{",
        "}}",
    ),
    *(
        "[code]",
        "[/code]",
        "[a|http://b]",
        "[a](b)",
        "![a](b)",
        "!a.png!",
        "[~me]",
        "{color:red}",
        "</pre>",
        "<b>",
    ),
    *(
        "<!here>",
        "<@U1>",
        "@channel",
        ":smile:",
        ":)",
        "(y)",
        "(/)",
        "(c)",
        "+-",
        "&amp;",
        "&#42;",
        "&lt;",
        "UTF-8",
    ),
    *(
        "~a~",
        "_a_",
        "*a*",
        "+a+",
        "-a-",
        "^a^",
        "??a??",
        "עברית",
        "العربية",
        "👍🏽",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "\u202e",
        "\x1b[31m",
        "\x00",
        "配额",
    ),
]
TEXT = (st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=30)).map(visible)
RUN = st.builds(Text, TEXT) | st.builds(Strong, TEXT) | st.builds(Code, TEXT)
RUNS = st.lists(RUN, min_size=1, max_size=4).map(tuple)
LINES = st.lists(RUN | st.just(Break()), min_size=1, max_size=5).map(tuple)
ITEMS = st.lists(RUNS, min_size=1, max_size=3).map(tuple)


def rectangle(columns: int) -> st.SearchStrategy[Table]:
    row = st.tuples(*[RUNS] * columns)
    return st.builds(Table, row, st.lists(row, min_size=1, max_size=2).map(tuple))


BLOCK = (
    st.builds(Heading, st.integers(1, 3), RUNS)
    | st.builds(Paragraph, LINES)
    | st.builds(Numbered, ITEMS)
    | st.builds(Bullets, ITEMS)
    | st.builds(Quote, st.lists(LINES, min_size=1, max_size=2).map(tuple))
    | st.builds(CodeBlock, TEXT)
    | st.integers(1, 3).flatmap(rectangle)
)
DOCUMENT = st.builds(Document, st.lists(BLOCK, min_size=1, max_size=5).map(tuple)).map(tidied)
thorough = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
# pandoc is a process of its own for every example
sparing = settings(thorough, max_examples=15)


@thorough
@given(DOCUMENT)
def test_markdown(texts_in: Texts, read_markdown: Reader, document: Document) -> None:
    assert read_markdown(markdown(document)) == texts_in(document)


@thorough
@given(DOCUMENT)
def test_html(texts_in: Texts, read_html: Reader, document: Document) -> None:
    assert read_html(html(document)) == texts_in(document)
    assert read_html(html(document, styles={}, newline="")) == texts_in(document)


@sparing
@given(DOCUMENT)
@example(Document((Paragraph((Text("~"), Break(), Text("~a"))), Quote(((Text("a~"), Break(), Text("~")),)))))
def test_jira_wiki(texts_in: Texts, read_jira: Reader, document: Document) -> None:
    assert read_jira(JiraWiki().render(document).text) == texts_in(document)


@thorough
@given(DOCUMENT)
def test_slack(texts_in: Texts, read_slack: Reader, document: Document) -> None:
    no_tables = Document(tuple(block for block in document.blocks if not isinstance(block, Table)))

    assert "".join(read_slack(Slack().render(no_tables).text)) == "".join(texts_in(no_tables))


@thorough
@given(DOCUMENT)
def test_plain_text(texts_in: Texts, document: Document) -> None:
    written = "".join(plain_text(document).split())
    at = 0
    for text in texts_in(document):
        if not any(
            isinstance(block, Table | Quote) for block in document.blocks
        ):  # tables and quotes add signs within
            at = written.index(text, at) + len(text)


def _as_a_browser_counts(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@thorough
@given(DOCUMENT)
def test_servicenow_stays_within_its_limit_and_takes_no_tag_from_outside(document: Document) -> None:
    plain = ServiceNow().render(document).text
    coded = ServiceNowCode().render(document).text

    assert max(_as_a_browser_counts(plain), _as_a_browser_counts(coded)) <= LIMIT
    assert "[code]" not in plain.casefold()
    assert "[/code]" not in plain.casefold()
    assert coded.casefold().count("[code]") == coded.casefold().count("[/code]") == 1


@given(st.text())
def test_what_is_visible_stays_so(text: str) -> None:
    once = visible(text)

    assert visible(once) == once
    assert not any(unicodedata.category(character) == "Cc" for character in once if character not in "\n\t")
