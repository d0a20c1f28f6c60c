import errno
import os
import stat
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import BadInput, StorageError
from index.ticket.compose import compose
from index.ticket.facts import ErrorFacts, Facts
from index.ticket.templates.example import EXAMPLES
from index.ticket.templates.store import TemplateStore, preview, validate
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
    text_of,
)

NAMES = ["chat", "customer-reply", "escalation", "internal", "log-table", "questions"]
FACTS = Facts(language="en", errors=(ErrorFacts(number=1, code="Ex.1", ask=("When?",)),))


def test_the_templates_of_the_program_are_there_in_both_languages() -> None:
    store = TemplateStore()

    assert [template.name for template in store.templates()] == NAMES
    assert {template.languages for template in store.templates()} == {(), ("en", "zh-Hans")}
    assert not any(template.own for template in store.templates())


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize("name", NAMES)
def test_each_of_them_is_without_fault_and_tells_of_every_error(name: str, language: str) -> None:
    store = TemplateStore()
    facts = msgspec.structs.replace(EXAMPLES[0], language=language)

    assert validate(store.source(name, language)) == ()
    text = text_of(store.document(name, facts))
    assert "Example.0042" in text
    assert "Called back at noon." in text


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize("facts", EXAMPLES[:2])
def test_the_standard_form_and_its_template_say_the_same(facts: Facts, language: str) -> None:
    facts = msgspec.structs.replace(facts, language=language)

    assert tidied(TemplateStore().document("internal", facts)) == tidied(compose(facts))


def test_a_template_of_ones_own_goes_before_that_of_the_program(tmp_path: Path) -> None:
    store = TemplateStore(tmp_path / "templates")
    store.save("internal", "Mine: {{ error.code }}")
    store.save("mine", "Auf {{ error.code }}", language="en")

    assert text_of(store.document("internal", FACTS)) == "Mine: Ex.1"
    assert [template.name for template in store.templates() if template.own] == ["internal", "mine"]
    store.remove("internal")
    assert text_of(store.document("internal", FACTS)).startswith("Ex.1")
    assert not store.is_own("internal")


def test_the_language_of_the_copy_decides(tmp_path: Path) -> None:
    store = TemplateStore(tmp_path)
    store.save("greeting", "Hello", language="en")
    store.save("greeting", "您好", language="zh")

    assert store.source("greeting", "en") == "Hello"
    assert store.source("greeting", "zh-CN") == "您好"


def test_a_template_in_one_language_serves_the_other_too(tmp_path: Path) -> None:
    store = TemplateStore(tmp_path)
    store.save("greeting", "Hello", language="en")

    assert store.source("greeting", "zh") == "Hello"


def test_what_is_saved_is_private_and_leaves_nothing_beside(tmp_path: Path) -> None:
    store = TemplateStore(tmp_path / "templates")
    store.save("mine", "x")

    assert [path.name for path in (tmp_path / "templates").iterdir()] == ["mine.md"]
    assert stat.S_IMODE((tmp_path / "templates" / "mine.md").stat().st_mode) == 0o600


def test_a_full_disk_leaves_the_old_template_and_nothing_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    store = TemplateStore(tmp_path)
    store.save("mine", "old")
    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(StorageError, match="No space left"):
        store.save("mine", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.md"]
    assert store.source("mine", "en") == "old"


def test_a_faulty_template_is_not_saved_and_the_line_is_told(tmp_path: Path) -> None:
    store = TemplateStore(tmp_path)
    store.save("mine", "good")

    with pytest.raises(BadInput, match=r"template 'mine', line 2: there is no filter 'shout'"):
        store.save("mine", "a\n{{ b|shout }}")
    assert store.source("mine", "en") == "good"


@pytest.mark.parametrize("name", ["", "../mine", "a/b", "A", "mine.en", "-x", "x" * 41, "words.en"])
def test_odd_names_are_refused(tmp_path: Path, name: str) -> None:
    store = TemplateStore(tmp_path)

    with pytest.raises(BadInput):
        store.save(name, "x")
    with pytest.raises(BadInput, match=f"there are: {', '.join(NAMES)}"):
        store.source(name, "en")
    store.remove(name)


def test_a_faulty_file_that_somebody_put_there_is_told_when_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "mine.md").write_text("a\n{{ f() }}", encoding="utf-8")
    (tmp_path / "bytes.md").write_bytes(b"a\nb\xff")

    with pytest.raises(BadInput, match=r"template 'mine', line 2: functions"):
        TemplateStore(tmp_path).document("mine", FACTS)
    with pytest.raises(BadInput, match=r"line 2: not UTF-8"):
        TemplateStore(tmp_path).source("bytes", "en")


def test_the_markup_of_templates() -> None:
    source = r"""
# Title `{{ error.code }}`

First **line {{ error.code }}**
second \*line\*

1. one
2. two

3. three

- a
- b

> said
>
> again

```
  {{ error.code }} *x*
```

| A | B \| C |
|---|---|
| {{ error.code }} | `x` | lost |
| short |
"""

    document = tidied(preview(source, FACTS))

    assert document == Document(
        (
            Heading(1, (Text("Title "), Code("Ex.1"))),
            Paragraph((Text("First "), Strong("line Ex.1"), Break(), Text("second *line*"))),
            Numbered(((Text("one"),), (Text("two"),), (Text("three"),))),
            Bullets(((Text("a"),), (Text("b"),))),
            Quote(((Text("said"),), (Text("again"),))),
            CodeBlock("  Ex.1 *x*"),
            Table(
                ((Text("A"),), (Text("B | C"),)),
                (((Text("Ex.1"),), (Code("x"),)), ((Text("short"),), ())),
            ),
        ),
        "en",
    )


MARKUP = st.lists(
    st.sampled_from([*"#>-|`*\\1.\n x", "**", "```", "{{ note }}", "{% if 1 %}", "| a |", "|--|"]),
    max_size=20,
)


@given(MARKUP.map("".join))
def test_no_value_becomes_markup(value: str) -> None:
    facts = Facts(language="en", note=f"a{value}", errors=(ErrorFacts(number=1, code="b c"),))
    source = (
        "# {{ note }}\n\n{{ note }}.\n\n- {{ note }}\n\n**{{ note }}** `{{ note }}`\n\n```\n{{ note }}\n```"
    )
    harmless = msgspec.structs.replace(
        facts, note="\n".join(f"line{n}" for n in range(value.count("\n") + 1))
    )

    shape = [type(block) for block in tidied(preview(source, facts)).blocks]
    assert shape == [type(block) for block in tidied(preview(source, harmless)).blocks]


@given(MARKUP.map("".join))
def test_any_markup_is_read(source: str) -> None:
    if not validate(source):
        tidied(preview(source, FACTS))


def test_an_own_template_of_one_language_leaves_ours_of_the_other(tmp_path: Path) -> None:
    store = TemplateStore(tmp_path)
    ours = store.source("chat", "zh")
    store.save("chat", "Mine: {{ error.code }}\n", language="en")
    assert store.source("chat", "en") == "Mine: {{ error.code }}\n"
    assert store.source("chat", "zh") == ours
