"""Tickets on the real X clipboard: every form is read back by another program, and outlives what it can."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

pytestmark = pytest.mark.x11

PASTED = """\
{"error_code":"SVCSTG.SWR.4001048","error_msg":"Failed to get Token from Context"}
{"error_code":"Ecs.1000","error_msg":"Failed to call the Nova API because token=EXAMPLE1TOKEN2EXAMPLE expired."}
"""
_PATIENCE_S = 30.0


def _form(screen, mime: str) -> str:
    return screen.run("xclip", "-selection", "clipboard", "-t", mime, "-o")


def _settle_for(screen, **settings: str) -> None:
    folder = screen.home / ".config" / "error-desk"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_text(json.dumps(settings))


def _copy(screen, *keys: str):
    desk = screen.open_desk()
    screen.put(PASTED)
    screen.until(
        lambda: screen.clipboard() != PASTED and "Ecs.1000" in screen.clipboard(),
        lambda: screen.keys("ctrl+v", *keys),
    )
    return desk


def test_every_form_of_a_ticket_comes_back(screen) -> None:
    # GIVEN a desk whose tickets go to Jira Cloud
    _settle_for(screen, ticket_target="jira-cloud", language="en")
    # WHEN an error is pasted and its ticket copied
    _copy(screen, "ctrl+shift+c")
    # THEN the clipboard offers all three forms
    offered = _form(screen, "TARGETS").split()
    assert {"text/html", "text/plain", "text/markdown"} <= set(offered)
    forms = {mime: _form(screen, mime) for mime in ("text/html", "text/plain", "text/markdown")}
    # AND each holds both errors with their texts, and no secret
    read = {**forms, "text/html": HTMLParser(forms["text/html"]).text()}
    for mime, text in read.items():
        for wanted in ("SVCSTG.SWR.4001048", "Ecs.1000", "Failed to obtain the token.", "<token>"):
            assert wanted in text.replace("\\", "").replace("&lt;", "<").replace("&gt;", ">"), mime
    assert all("EXAMPLE1TOKEN" not in text for text in forms.values())
    assert forms["text/markdown"].strip() == forms["text/plain"].strip()


def test_shift_enter_copies_plain_text_only(screen) -> None:
    _settle_for(screen, ticket_target="jira-cloud", language="en")
    _copy(screen, "shift+Return")
    offered = _form(screen, "TARGETS")
    assert "text/plain" in offered
    assert "text/html" not in offered
    assert "text/markdown" not in offered


def test_a_chinese_customer_reply_comes_back_as_it_is(screen) -> None:
    _settle_for(screen, ticket_target="html", ticket_template="customer-reply", ticket_language="zh-Hans")
    _copy(screen, "ctrl+shift+c")
    assert "您好" in _form(screen, "UTF8_STRING")
    assert "您好" in HTMLParser(_form(screen, "text/html")).text()


def test_the_desk_ends_well_with_a_rich_ticket_on_the_clipboard(screen) -> None:
    # GIVEN a rich ticket on the clipboard
    _settle_for(screen, ticket_target="jira-cloud", language="en")
    desk = _copy(screen, "ctrl+shift+c")
    # WHEN the desk is closed with its key
    screen.keys("ctrl+q")
    # THEN it ends without a fault or a word
    assert desk.wait(_PATIENCE_S) == 0
    assert desk.stderr.read() == b""


def test_the_menu_copies_for_another_target_and_remembers_it(screen) -> None:
    # GIVEN a desk that copies plain text
    _settle_for(screen, language="en")
    _copy(screen, "ctrl+shift+c")
    assert "text/html" not in _form(screen, "TARGETS")
    # WHEN HTML is chosen in the menu with the keyboard
    screen.until(
        lambda: "text/html" in _form(screen, "TARGETS"),
        lambda: screen.keys("ctrl+shift+m", "Down", "Down", "Down", "Return"),
    )
    # THEN it is remembered
    settings = screen.home / ".config" / "error-desk" / "settings.json"
    screen.until(lambda: json.loads(settings.read_text()).get("ticket_target") == "html")
