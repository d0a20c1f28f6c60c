"""`error-desk ticket` knows the user's own templates, and every way to name a language that it writes."""

from collections.abc import Callable
from typing import Any

import pytest

from index.folders import Folders

Desk = Callable[..., Any]


@pytest.fixture
def own_template(folders: Folders) -> Any:
    """An own template beside those of the program."""
    path = folders.config / "templates" / "hand-over.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("Please look at {{ error.code }} in [{{ region }}]\n")
    yield
    path.unlink()


@pytest.mark.usefixtures("own_template")
def test_an_own_template_is_used(desk: Desk) -> None:
    ran = desk("ticket", "--code", "Ecs.0219", "--template", "hand-over")
    assert ran.status == 0
    assert "Please look at Ecs.0219 in [[region?]]" in ran.out


@pytest.mark.parametrize("tag", ["zh", "ZH", "zh-Hans", "zh_CN"])
def test_chinese_goes_by_several_names(desk: Desk, tag: str) -> None:
    assert "错误码" in desk("ticket", "--code", "Ecs.0219", "--lang", tag).out


def test_a_language_that_is_not_written_is_refused(desk: Desk) -> None:
    ran = desk("ticket", "--code", "Ecs.0219", "--lang", "fr")
    assert ran.status == 2
    assert "fr" in ran.err
