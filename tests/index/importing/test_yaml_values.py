"""The part of YAML that lists of errors need: what is written comes back, and nothing can grow or hang."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import BadInput
from index.importing.formats.yaml_values import read_yaml

_WORDS = (
    st.text("abcdXYZ019 _.-", min_size=1, max_size=12).map(str.strip).filter(lambda t: t and t[0].isalpha())
)
_VALUES = st.recursive(
    _WORDS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(_WORDS, inner, min_size=1, max_size=3)
    ),
    max_leaves=12,
)


def _written(value: Any, indent: int = 0) -> str:
    pad = " " * indent
    if isinstance(value, dict):
        return "".join(f"{pad}{key}:{_after(inner, indent)}" for key, inner in value.items())
    if isinstance(value, list):
        return "".join(f"{pad}-{_after(inner, indent)}" for inner in value)
    return f"{pad}{value}\n"


def _after(value: Any, indent: int) -> str:
    return f' "{value}"\n' if isinstance(value, str) else "\n" + _written(value, indent + 2)


@settings(max_examples=50)
@given(_VALUES.filter(lambda value: not isinstance(value, str)))
def test_what_is_written_comes_back(value: Any) -> None:
    assert read_yaml(_written(value)) == value


@pytest.mark.parametrize(
    "text, value",
    [
        ("a: 1 # one\nb: 'it''s'\n", {"a": "1", "b": "it's"}),
        ("- a: b\n  c: d\n- a: e\n", [{"a": "b", "c": "d"}, {"a": "e"}]),
        ("text: |\n  one\n  two\nfolded: >-\n  one\n  two\n", {"text": "one\ntwo", "folded": "one two"}),
        (
            "list:\n- a\n- b\nnext: {x: [1, 2], y: z}\n",
            {"list": ["a", "b"], "next": {"x": ["1", "2"], "y": "z"}},
        ),
        ("long: one\n  two\n  three\n", {"long": "one two three"}),
        ("a: &anchor\n  b: c\nd: *anchor\n", {"a": {"b": "c"}, "d": ""}),
        ("--- \na: b\n---\na: c\n", [{"a": "b"}, {"a": "c"}]),
        ('"a b": "tab\\tend"\n', {"a b": "tab\tend"}),
    ],
)
def test_forms_of_values(text: str, value: Any) -> None:
    assert read_yaml(text) == value


@given(st.text("ab:-[]{}'\"|>#&*! \n", max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    try:
        read_yaml(text)
    except BadInput as error:
        assert "\n" not in str(error)  # noqa: PT017 - most texts are read


@pytest.mark.parametrize(
    "text", ["- " * 500, "[" * 500 + "]" * 500, "a:\n" + "".join(" " * n + "b:\n" for n in range(1, 300))]
)
def test_deep_nesting_is_refused_or_cut(text: str) -> None:
    try:
        read_yaml(text)
    except BadInput as error:
        assert "YAML" in str(error)  # noqa: PT017 - the flow form is cut instead
