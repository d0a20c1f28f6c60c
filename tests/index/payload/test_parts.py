"""The bodies of a text and where they are cut off."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.payload.parts import parts_of

ONE = '{"error_code":"Ecs.0114","error_msg":"gone {for} good"}'
TWO = '{\n  "code": "AppNotExist",\n  "list": [1, 2]\n}'
XML = "<Error>\n  <Code>NoSuchKey</Code>\n</Error>"


def cuts(text: str) -> list[int | None]:
    return [part.cut for part in parts_of(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        (f"Hello,\n{ONE}\nand\n{TWO}\nbye", [None, None]),
        (f"{ONE}\n{TWO}\n{ONE[:40]}", [None, None, 6]),
        (f"{ONE[:30]}\n{ONE}", [1, None]),
        (f"{TWO[:20]}\n2026-11-20T10:00:00Z INFO x\n{ONE}", [2, None]),
        (f"{ONE[:40]}\n\nRegards, {{me}}", [1]),
        (ONE.replace(" ", "\n> "), [None]),
        (f"{XML}\n{XML[:30]}", [None, 5]),
        ('[{"errorCode":"A.1","detail":""},{"errorCode":"A.2"', [1]),
        ("{'code': 'Ecs.0114', 'n': 1}", [None]),
        ("[main] INFO {} [pool-1] <b>bold</b> (a < b) {x}", []),
        ("no body at all", []),
        (r'{"body":"{\"code\":\"A.1\"', [1]),
    ],
)
def test_bodies_are_counted_and_cuts_found(text: str, expected: list[int | None]) -> None:
    assert cuts(text) == expected


def test_a_part_is_where_it_says() -> None:
    text = f"Hello,\n{ONE}\nand {ONE[:30]}\n"
    assert [text[slice(*part.span)] for part in parts_of(text)] == [ONE, ONE[:30]]


@given(st.text(alphabet=st.sampled_from("{}[]\"\\:,a1 \n<>/='"), max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    end = 0
    for part in parts_of(text):
        assert end <= part.span[0] < part.span[1] <= len(text)
        assert part.cut is None or 1 <= part.cut <= text.count("\n") + 1
        end = part.span[1]


@pytest.mark.parametrize("unit", ["[\n", "{\n", "[a:b c:d] ", '{"a":'])
def test_brackets_take_one_walk(unit: str) -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        parts_of(unit * (size // len(unit)))
        return time.process_time() - start

    once = min(seconds(100_000) for _ in range(2))
    assert min(seconds(200_000) for _ in range(2)) < 3 * once + 0.2


@pytest.mark.parametrize(
    "text",
    ['{"a":' * 40_000, '{"a": "' + "x\n" * 100_000, '[{"a":1},\n' * 20_000, "<a>b" * 50_000, "{a=" * 60_000],
)
def test_time_grows_with_the_length(text: str) -> None:
    start = time.process_time()
    parts_of(text)
    assert time.process_time() - start < 3
