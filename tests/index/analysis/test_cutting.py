"""Chinese is cut by a child beside a window, as it is cut here."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import child
from index.analysis import cutting, cutting_child
from index.analysis.chinese import load_words
from index.analysis.cutting import CHILD, CUTTING, ChildCutter, cut_here
from index.errors import Stopped

Make = Callable[..., ChildCutter]
DEAF = "import sys; sys.stdin.buffer.readline()"
BABBLING = "import sys\nfor _ in sys.stdin: print('7 x', flush=True)"
SHORT = "import sys\nfor _ in sys.stdin: print('1', flush=True)"
TEXT = "云服务器配额不足，请提交工单"


@pytest.fixture(scope="module")
def make_cutter() -> Iterator[Make]:
    """Make cutters; their children are ended."""
    made: list[ChildCutter] = []

    def make(script: str | None = None) -> ChildCutter:
        command = [sys.executable, "-c", script] if script else child.module_command(CHILD)
        made.append(ChildCutter(command))
        return made[-1]

    yield make
    for one in made:
        one.end()


@pytest.fixture(scope="module")
def cutter(make_cutter: Make) -> ChildCutter:
    return make_cutter()


@pytest.mark.parametrize("guess", [True, False])
@pytest.mark.parametrize("text", [TEXT, "量子不存在", "quota 配额\n\\n\t不足", "😀网络接口", "\0网络接口"])
def test_a_child_cuts_as_is_cut_here(cutter: ChildCutter, text: str, *, guess: bool) -> None:
    assert cutter.cut(text, guess=guess) == cut_here(text, guess=guess)


@given(st.text(alphabet="云服务器配额不足网络接口的了a1 -\n\\'😀é"))
def test_whatever_is_asked_comes_back_whole(cutter: ChildCutter, text: str) -> None:
    assert "".join(cutter.cut(text, guess=True)) == text
    assert cutter.cut(text, guess=True) == cut_here(text, guess=True)


def test_half_a_character_is_refused_and_the_child_goes_on(cutter: ChildCutter) -> None:
    with pytest.raises(UnicodeEncodeError):
        cutter.cut("配额\ud800", guess=True)
    assert cutter.cut("配额不足", guess=True) == ("配额", "不足")
    assert not cutter._failed


@pytest.mark.parametrize("script", [DEAF, BABBLING, SHORT])
def test_where_the_child_does_not_work_it_is_cut_here(make_cutter: Make, script: str) -> None:
    cutter = make_cutter(script)
    for _ in range(2):
        assert cutter.cut(TEXT, guess=True) == cut_here(TEXT, guess=True)
    assert cutter._child is not None
    assert cutter._child.poll() is not None


def test_where_there_is_no_such_program_it_is_cut_here() -> None:
    cutter = ChildCutter(["/nowhere/python"])
    assert cutter.cut(TEXT, guess=True) == cut_here(TEXT, guess=True)
    cutter.end()


def test_who_waits_for_a_child_is_released_when_it_ends(make_cutter: Make) -> None:
    cutter = make_cutter("import sys; sys.stdin.read()")
    met: list[Exception] = []

    def ask() -> None:
        try:
            cutter.cut(TEXT, guess=True)
        except Stopped as error:
            met.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    while cutter._child is None:
        time.sleep(0)  # until it has begun
    cutter.end()
    asking.join(10)
    assert len(met) == 1
    with pytest.raises(Stopped):
        cutter.cut(TEXT, guess=True)


def test_an_idle_moment_that_is_cut_short_says_nothing(make_cutter: Make) -> None:
    cutter = make_cutter()
    cutter.end()
    CUTTING.use_child(cutter)
    try:
        load_words()
    finally:
        CUTTING.use_child(None)
    assert cutter._child is None


def test_this_process_does_not_load_the_dictionary_where_a_child_cuts() -> None:
    script = (
        "import sys\n"
        "from index import child\n"
        "from index.analysis import chinese\n"
        "from index.analysis.cutting import CHILD, CUTTING, ChildCutter\n"
        "cutter = ChildCutter(child.module_command(CHILD))\n"
        "CUTTING.use_child(cutter)\n"
        f"assert len(chinese.segment({TEXT!r})) > 2\n"
        "assert chinese.inside_word('量子不存在', 1)\n"
        "cutter.end()\n"
        "assert 'rjieba' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def test_what_is_sent_is_one_line() -> None:
    assert cutting_child.asked("配\n\\x", guess=False).count(b"\n") == 1
    assert cutting.CHILD == "index.analysis.cutting_child"
