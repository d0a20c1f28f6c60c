"""With real keys: a customer's mail with several errors, and a second start that brings the clipboard along."""

import sys

import pytest

pytestmark = pytest.mark.x11

MAIL = """\
Hello, since this morning:
{"error":{"code":"Ecs.1000","message":"Failed to call the Nova API because timeout."}}
{"request_id":"req-7f3a1c2d-9b8e-4f5a-8b7c-8d9e0f1a2b3c","error_code":"SVCSTG.SWR.4001048","error_msg":"Failed to get Token from Context"}
Authorization: Bearer EXAMPLETOKENEXAMPLETOKENEXAMPLE
{"code":"AppNotExist"}
"""
SWR = '[{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context","detail":""}]'


def _ticket(desk) -> str:
    return desk.screen.copied("ctrl+shift+c")


def test_a_mail_with_several_errors_becomes_one_ticket(desk) -> None:
    # WHEN the mail is pasted
    desk.paste(MAIL)
    desk.shows("Ecs.1000")
    desk.wait_for(lambda: "AppNotExist" in _ticket(desk))
    unconfirmed = _ticket(desk)
    # AND F8 leads over the second error to the third, which may be either of two rows
    desk.keys("F8")
    desk.shows("SVCSTG.SWR.4001048")
    desk.keys("F8")
    desk.shows("AppNotExist")
    # AND a digit confirms the second row
    desk.keys("2")
    desk.wait_for(lambda: _ticket(desk) not in (unconfirmed, ""))
    # THEN another program gets every error, says of no choice that it is open, and gets no secret
    ticket = _ticket(desk)
    assert "not confirmed" in unconfirmed
    assert "not confirmed" not in ticket
    for words in ("Ecs.1000", "timeout", "SVCSTG.SWR.4001048", "Failed to obtain the token.", "AppNotExist"):
        assert words in ticket
    assert "EXAMPLETOKEN" not in ticket
    # AND the request ids have a key of their own
    assert desk.screen.copied("ctrl+shift+r").strip().endswith("7f3a1c2d-9b8e-4f5a-8b7c-8d9e0f1a2b3c")


def test_the_middle_button_pastes_what_is_selected_elsewhere(desk) -> None:
    screen = desk.screen
    screen.put(SWR, selection="primary")
    screen.run("xdotool", "mousemove", "--window", screen.focused(), "200", "38", "click", "2")
    desk.shows("SVCSTG.SWR.4001048")
    assert "Failed to get Token from Context" in _ticket(desk)


def test_a_ticket_needs_no_wait_for_the_reading(desk) -> None:
    # GIVEN an entry before the user's eyes, and an error copied in another program
    desk.ask("Ecs.0219")
    desk.shows("Ecs.0219")
    desk.screen.put(SWR)
    # WHEN it is pasted and its ticket copied at once
    desk.keys("ctrl+v", "ctrl+shift+c")
    # THEN the ticket is of what was pasted, not of what was shown
    desk.wait_for(lambda: desk.screen.clipboard() != SWR)
    assert "SVCSTG.SWR.4001048" in desk.screen.clipboard()
    assert "Ecs.0219" not in desk.screen.clipboard()


def test_a_second_start_hands_the_clipboard_over(desk) -> None:
    # GIVEN a running desk and an error on the clipboard
    desk.screen.put(SWR)
    # WHEN the desk is started again with --clipboard, as a desktop key would
    second = desk.screen.start(sys.executable, "-m", "desk.start", "--clipboard")
    # THEN the second start ends at once and the first shows the entry
    assert second.wait(30) == 0
    assert desk.process.poll() is None
    desk.takes(SWR)
    desk.shows("SVCSTG.SWR.4001048")
