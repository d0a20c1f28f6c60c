"""What the empty list says where a question cannot be answered at all."""

import pytest

from desk.question.nothing import reason_for_nothing
from index.hits import Answer, UnknownFilter
from index.query import parse


@pytest.mark.usefixtures("qapp")
def test_an_unknown_filter_is_named_and_the_known_ones_keep_the_rest_of_the_question() -> None:
    unknown = UnknownFilter(group="service", name="foo", known=("ECS", "Web Plus"))
    notice = reason_for_nothing(parse("quota service:foo status:4xx"), Answer(query="", unknown=(unknown,)))
    assert notice is not None
    assert "foo" in notice.title
    assert notice.suggestions == ("quota service:ECS status:4xx", 'quota service:"Web Plus" status:4xx')


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text", ['"', "...", "！？"])
def test_punctuation_alone_is_called_that(text: str) -> None:
    notice = reason_for_nothing(parse(text), Answer(query=text))
    assert notice is not None
    assert "punctuation" in notice.title


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text", ["frobnicate", "好", "service:ecs ...", ""])
def test_words_that_are_found_nowhere_have_no_such_reason(text: str) -> None:
    assert reason_for_nothing(parse(text), Answer(query=text)) is None
