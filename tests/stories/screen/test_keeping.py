"""With real keys: what the user keeps, and how they want the desk to be."""

import json

import pytest

pytestmark = pytest.mark.x11

UNKNOWN = '{"error_code":"WKS.77777777","error_msg":"password=EXAMPLEPASSWORD1 was refused"}'
LIGHT, DARK = "f4f6f8", "15181d"


def test_an_unknown_code_becomes_an_entry_of_ones_own(desk) -> None:
    # GIVEN a pasted error that no catalogue has, with a secret in its message
    desk.paste(UNKNOWN)
    desk.shows("WKS.77777777")
    # WHEN an entry of one's own is begun and what is missing is typed
    desk.keys("ctrl+n")
    desk.wait_for(lambda: desk.screen.title().startswith("Own entry"))
    for letter, text in (("p", "Huawei Cloud"), ("e", "Workspace"), ("o", "WKS.77777777")):
        desk.keys(f"alt+{letter}")
        desk.wait_for(lambda text=text: desk.screen.copied("ctrl+a", "ctrl+c") == text)
    desk.keys("alt+l")
    desk.screen.type("Ask for a new one\t")
    # THEN it shows what will be stored: without the secret
    desk.wait_for(lambda: "1. Ask for a new one" in desk.screen.copied("ctrl+a", "ctrl+c"))
    shown = desk.screen.copied("ctrl+a", "ctrl+c")
    assert "was refused" in shown
    assert "EXAMPLEPASSWORD1" not in shown
    # AND once stored with Enter it is found by its own words
    desk.keys("Tab", "Return")
    desk.wait_for(lambda: desk.screen.title() == "Error Desk")
    desk.tidy()
    desk.ask("wks77777777")
    desk.shows("WKS.77777777")
    desk.keys("Return")
    desk.wait_for(lambda: "Ask for a new one" in desk.screen.copied("ctrl+a", "ctrl+c"))


def test_a_note_is_found_by_its_words(desk) -> None:
    # GIVEN an entry
    desk.ask("Ecs.0219")
    desk.shows("Ecs.0219")
    # WHEN a note is written about it
    desk.keys("ctrl+e")
    desk.screen.type("wombat rollout of May")
    desk.keys("ctrl+Return")
    # THEN a word of it finds the code
    desk.tidy()
    desk.ask("wombat")
    desk.shows("Ecs.0219")


def test_language_and_colours_are_chosen_in_the_settings(desk) -> None:
    settings = desk.screen.home / ".config" / "error-desk" / "settings.json"
    desk.wait_for(lambda: desk.screen.ground() == LIGHT)
    # WHEN Chinese is chosen in the settings, and dark colours below it
    desk.keys("ctrl+comma")
    desk.wait_for(lambda: desk.screen.title().startswith("Settings"))
    desk.keys("Tab", "End")
    # THEN the dialog speaks Chinese at once
    desk.wait_for(lambda: desk.screen.title().startswith("设置"))
    desk.keys("Tab", "Home", "Down", "Down", "Escape")
    # AND the window is dark, its copies speak Chinese, and both are kept
    desk.wait_for(lambda: desk.screen.ground() == DARK)
    desk.ask("Ecs.0219")
    desk.shows("Ecs.0219")
    desk.keys("Return")
    desk.wait_for(lambda: "解决" in desk.screen.copied("ctrl+a", "ctrl+c"))
    kept = json.loads(settings.read_text())
    assert (kept["language"], kept["theme"]) == ("zh-Hans", "dark")
    # AND two keys bring back what was
    desk.keys("ctrl+shift+l", "ctrl+shift+d")
    desk.wait_for(lambda: desk.screen.ground() == LIGHT)
    desk.keys("ctrl+comma")
    desk.wait_for(lambda: desk.screen.title().startswith("Settings"))
    desk.keys("Escape")
