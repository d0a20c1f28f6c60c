"""The desk in a real window: an X server of its own, real keys, the real X clipboard."""

import os
import re
import sys

import pytest

pytestmark = pytest.mark.x11

SWR = '[{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context","detail":""}]'
_PATIENCE_S = 30.0


def test_a_pasted_array_becomes_a_ticket_on_the_clipboard(screen) -> None:
    # GIVEN an open desk, and the customer's error on the clipboard
    screen.open_desk()
    screen.put(SWR)
    # WHEN it is pasted into the desk and the ticket is copied
    screen.until(
        lambda: "SVCSTG.SWR.4001048" in screen.clipboard() and screen.clipboard() != SWR,
        lambda: screen.keys("ctrl+v", "ctrl+shift+c"),
    )
    # THEN another program gets the ticket with the entry's text
    ticket = screen.clipboard()
    assert "Failed to obtain the token." in ticket
    assert "Failed to get Token from Context" in ticket


def test_a_typed_code_is_copied_with_its_message(screen) -> None:
    screen.open_desk()
    screen.type("ecs 219")
    screen.until(
        lambda: screen.clipboard() == "Ecs.0219",
        lambda: screen.keys("ctrl+shift+k"),
    )


def test_a_second_start_hands_the_clipboard_over(screen) -> None:
    # GIVEN a running desk and an error on the clipboard
    first = screen.open_desk()
    screen.put(SWR)
    # WHEN the desk is started again with --clipboard, as a desktop key would
    second = screen.start(sys.executable, "-m", "desk.start", "--clipboard")
    # THEN the second start ends at once and the first shows the entry
    assert second.wait(_PATIENCE_S) == 0
    assert first.poll() is None
    screen.until(
        lambda: "Failed to obtain the token." in screen.clipboard(), lambda: screen.keys("ctrl+shift+c")
    )


def test_the_ticket_outlives_the_desk_and_the_query_comes_back(screen) -> None:
    # GIVEN a desk that has copied a rich ticket
    desk = screen.open_desk()
    screen.type("quota")
    screen.until(lambda: bool(re.search(r"\S", screen.clipboard())), lambda: screen.keys("ctrl+shift+c"))
    # WHEN it is closed with its key
    screen.keys("ctrl+q")
    # THEN it ends without a fault
    assert desk.wait(_PATIENCE_S) == 0
    assert desk.stderr is not None
    assert desk.stderr.read() == b""
    # AND the next start shows the same query
    screen.put("nothing")
    screen.open_desk()
    screen.until(lambda: screen.clipboard() == "quota", lambda: screen.keys("ctrl+k", "ctrl+a", "ctrl+c"))


def test_no_start_and_stop_crashes(screen) -> None:
    # GIVEN HTML on the clipboard, copied by the desk itself
    config = screen.home / ".config" / "error-desk"
    config.mkdir(parents=True)
    (config / "settings.json").write_text('{"ticket_target": "html"}')
    times = int(os.environ.get("ERROR_DESK_STARTS", "3"))
    for _ in range(times):
        desk = screen.open_desk("--query", "quota")
        screen.put("before")
        screen.until(lambda: "before" not in screen.clipboard(), lambda: screen.keys("ctrl+shift+c"))
        # WHEN the desk is closed THEN it ends cleanly
        screen.keys("ctrl+q")
        assert desk.wait(_PATIENCE_S) == 0
        assert desk.stderr is not None
        assert desk.stderr.read() == b""
