"""A catalogue message in a customer's own sentence, without any code."""

from collections.abc import Callable

import pytest

from index.reports import Explanation

Read = Callable[[str], Explanation]


@pytest.mark.parametrize(
    "text, code, values",
    [
        ("客户说：虚拟机开不了机，提示The server [vm-77] is locked. 没有错误码", "Ecs.0605", ("vm-77",)),
        ('报错提示"Insufficient EIP quota."', "Ecs.0013", ()),
        (
            "客户反馈：报volume vol-9 is not in server srv-3 attach volume list怎么处理",
            "Ecs.0111",
            ("vol-9", "srv-3"),
        ),
    ],
)
def test_it_is_the_row_of_that_message(read: Read, text: str, code: str, values: tuple[str, ...]) -> None:
    (error,) = read(text).errors
    (match,) = error.matches
    assert (error.error.code, match.entry.code, match.values) == (None, code, values)
    assert [text[start:end] for start, end in match.value_spans] == list(values)


@pytest.mark.parametrize("text", ["The server is locked.", "the server web-1 is locked since noon, says Kim"])
def test_a_short_everyday_sentence_is_no_message(read: Read, text: str) -> None:
    assert read(text).errors == ()
