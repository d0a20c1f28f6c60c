"""With real keys: a code, Chinese words, filters, the way back."""

import pytest

pytestmark = pytest.mark.x11


def test_a_typed_code_is_shown_and_its_text_can_be_copied(desk) -> None:
    # WHEN a code is typed without its zeros and its separator
    desk.ask("ecs 219")
    # THEN its entry is there
    desk.shows("Ecs.0219")
    # AND Enter leads into its text, which can be selected and copied
    desk.keys("Return")
    desk.wait_for(lambda: "Solution" in desk.screen.copied("ctrl+a", "ctrl+c"))


def test_nobody_needs_to_wait_for_an_answer(desk) -> None:
    # GIVEN the answer to another question
    desk.ask("quota")
    desk.wait_for(lambda: bool(desk.code()))
    # WHEN a code, Enter and the chord follow as fast as the keys can be sent
    desk.screen.put("before")
    keys = ("ctrl+k", *"Ecs", "period", *"0219", "Return", "ctrl+shift+c")
    desk.screen.run("xdotool", "key", "--delay", "0", *keys)
    # THEN its ticket is on the clipboard, and the keyboard is in its text
    desk.wait_for(lambda: desk.screen.clipboard() not in ("before", ""))
    assert "Ecs.0219" in desk.screen.clipboard()
    desk.wait_for(lambda: "Solution" in desk.screen.copied("ctrl+a", "ctrl+c"))


def test_chinese_words_find_an_english_text(desk) -> None:
    # WHEN 配额不足 ("not enough quota") is typed
    desk.ask("配额不足")
    assert desk.field() == "配额不足"
    # THEN the first row in the list is about a quota
    desk.wait_for(lambda: bool(desk.code()))
    desk.keys("ctrl+k", "Down", "Up")
    assert "quota" in desk.screen.copied("ctrl+c").casefold()


def test_a_chip_and_a_typed_filter_are_the_same_filter(desk) -> None:
    # GIVEN a question whose best answer is of another service
    desk.ask("quota")
    desk.wait_for(lambda: bool(desk.code()) and not desk.code().startswith("WKS."))
    first = desk.code()
    # WHEN the chip of Workspace is switched on by its number
    desk.keys("alt+8")
    # THEN only rows of Workspace are left, until Escape has taken text and chip away
    desk.wait_for(lambda: desk.code().startswith("WKS."))
    assert desk.field() == "quota"
    desk.keys("Escape", "Escape")
    # WHEN the filter is typed instead
    desk.ask("quota service:workspace")
    desk.wait_for(lambda: desk.code().startswith("WKS."))
    # THEN the chip takes it out of the text again
    desk.keys("alt+8")
    desk.wait_for(lambda: desk.field() == "quota")
    desk.shows(first)


def test_the_way_back_and_forward(desk) -> None:
    # GIVEN two questions, each looked at
    desk.ask("quota")
    desk.keys("Return")
    desk.ask("Ecs.0219")
    desk.keys("Return")
    # WHEN the user goes back and forward again
    desk.keys("alt+Left")
    desk.wait_for(lambda: desk.field() == "quota")
    desk.keys("alt+Right")
    # THEN the questions are there, and so are the answers
    desk.wait_for(lambda: desk.field() == "Ecs.0219")
    desk.shows("Ecs.0219")
