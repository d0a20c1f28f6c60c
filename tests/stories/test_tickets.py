"""A ticket goes out: for another place, in another language, with one secret shown, from a template of one's own."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import status_line
from desk.app import Application, Request
from desk.settings.dialog import SettingsDialog
from desk.tickets.hidden_dialog import HiddenDialog
from desk.tickets.templates_dialog import TemplatesDialog

OpenDesk = Callable[..., Application]

PASTED = """\
{"error_code":"Ecs.1000","error_msg":"Failed to call the Nova API because token=EXAMPLE1TOKEN2EXAMPLE expired."}
{"error_code":"SVCSTG.SWR.4001048","error_msg":"Failed to get Token from Context, password=EXAMPLE-PASS-9"}
"""


def _pasted(qtbot: QtBot, open_desk: OpenDesk) -> Application:
    desk = open_desk(Request(paste=PASTED))
    qtbot.waitUntil(lambda: len(desk.window.payload.errors.items()) == 2)
    return desk


def _news(qtbot: QtBot, desk: Application, *words: str) -> str:
    qtbot.waitUntil(lambda: all(word in desk.window.status.news() for word in words))
    return desk.window.status.news()


def _menu_choice(desk: Application, name: str) -> None:
    menu = desk.wiring._tickets.menu
    menu.opening.emit()
    actions = [*menu.actions(), *menu.kinds.actions(), *menu.languages.actions()]
    next(action for action in actions if action.objectName() == name).trigger()


def test_the_menu_copies_and_the_chord_does_the_same_again(
    qtbot: QtBot, open_desk: OpenDesk, close_desk: Callable[[Application], None]
) -> None:
    # GIVEN a pasted text with two secrets
    desk = _pasted(qtbot, open_desk)
    # WHEN Jira Cloud is chosen in the menu
    _menu_choice(desk, "jira-cloud")
    # THEN its forms lie on the clipboard together and the status line says what went out
    said = _news(qtbot, desk, "Copied for Jira Cloud", "2 secrets hidden")
    data = QApplication.clipboard().mimeData()
    assert data.hasHtml()
    assert bytes(data.data("text/markdown").data()).decode() == data.text()
    assert f"{len(data.text()):,} characters" in said
    close_desk(desk)
    # AND the next day the chord copies for Jira Cloud too
    again = open_desk(Request(query="Ecs.0219"))
    qtbot.waitUntil(lambda: again.window.detail.page() is not None)
    again.wiring.actions["copy-ticket"].trigger()
    _news(qtbot, again, "Copied for Jira Cloud")


def test_a_customer_gets_a_reply_in_their_language(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = _pasted(qtbot, open_desk)
    _menu_choice(desk, "zh-Hans")
    _news(qtbot, desk, "Copied")
    _menu_choice(desk, "customer-reply")
    _news(qtbot, desk, "Reply to the customer")
    assert "您好" in QApplication.clipboard().text()


def test_shift_enter_is_plain_whatever_was_chosen(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = _pasted(qtbot, open_desk)
    _menu_choice(desk, "html")
    _news(qtbot, desk, "Copied as HTML mail")
    desk.wiring.actions["copy-plain"].trigger()
    _news(qtbot, desk, "Copied as plain text")
    assert not QApplication.clipboard().mimeData().hasHtml()
    desk.wiring.actions["copy-ticket"].trigger()
    _news(qtbot, desk, "Copied as HTML mail")


def test_what_went_out_is_spoken(qtbot: QtBot, open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    spoken: list[str] = []
    desk = _pasted(qtbot, open_desk)
    monkeypatch.setattr(status_line, "announce", lambda _widget, line: spoken.append(line))
    desk.wiring.actions["copy-ticket"].trigger()
    _news(qtbot, desk, "Copied")
    assert spoken[-1:] == [desk.window.status.news()]


def test_the_note_goes_along_if_wished(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(query="Ecs.0219"))
    qtbot.waitUntil(lambda: desk.window.detail.page() is not None)
    desk.wiring.memory.memory.write_note(desk.window.results.current_row().entry, "ask the wombats first")
    qtbot.waitUntil(lambda: desk.window.detail.page().note != "")
    desk.wiring.actions["copy-ticket"].trigger()
    _news(qtbot, desk, "Copied")
    assert "wombats" not in QApplication.clipboard().text()
    menu = desk.wiring._tickets.menu
    menu.opening.emit()
    next(action for action in menu.actions() if action.text() == "With my note").trigger()
    qtbot.waitUntil(lambda: "wombats" in QApplication.clipboard().text())


def test_a_ticket_wanted_while_the_text_is_read_comes_when_it_was_read(
    qtbot: QtBot, open_desk: OpenDesk
) -> None:
    desk = open_desk()
    QApplication.clipboard().setText("before")
    # WHEN the chord follows the paste at once
    desk.wiring.take_text(PASTED, sure=True)
    desk.wiring.actions["copy-ticket"].trigger()
    # THEN the ticket comes by itself
    _news(qtbot, desk, "Copied")
    assert "SVCSTG.SWR.4001048" in QApplication.clipboard().text()


# --- what is hidden ----------------------------------------------------------------------------------------------


def _hidden(qtbot: QtBot, desk: Application) -> HiddenDialog:
    desk.wiring.actions["hidden"].trigger()
    dialog = desk.window.findChildren(HiddenDialog)[-1]
    qtbot.waitUntil(dialog.copy_button.isEnabled)
    return dialog


def test_one_secret_is_shown_in_one_copy_only(qtbot: QtBot, open_desk: OpenDesk) -> None:
    # GIVEN the list of what is hidden
    desk = _pasted(qtbot, open_desk)
    dialog = _hidden(qtbot, desk)
    listed = {item.placeholder: item for item in dialog.items()}
    assert set(listed) == {"<token>", "<password>"}
    assert listed["<token>"].sample == "EX… (21)"
    assert listed["<token>"].in_ticket >= 1
    assert "EXAMPLE1TOKEN" not in dialog.ticket.toPlainText()
    # WHEN Ctrl+Z takes one back and the ticket is copied from there
    row = [item.placeholder for item in dialog.items()].index("<token>")
    dialog.table.setCurrentCell(row, 0)
    dialog._turn_current()
    qtbot.waitUntil(lambda: "EXAMPLE1TOKEN2EXAMPLE" in dialog.ticket.toPlainText())
    dialog.copy_button.click()
    said = _news(qtbot, desk, "Copied", "1 secret shown after all")
    assert "1 secret hidden" in said
    # THEN this copy holds it, and not the other
    text = QApplication.clipboard().text()
    assert "EXAMPLE1TOKEN2EXAMPLE" in text
    assert "EXAMPLE-PASS" not in text
    # AND the next copy hides both again, and so does the list
    desk.wiring.actions["copy-ticket"].trigger()
    _news(qtbot, desk, "2 secrets hidden")
    assert "EXAMPLE1TOKEN" not in QApplication.clipboard().text()
    dialog = _hidden(qtbot, desk)
    assert dialog.shown() == ()
    dialog.close()


def test_a_tick_that_is_taken_off_hides_again(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = _pasted(qtbot, open_desk)
    dialog = _hidden(qtbot, desk)
    tick = dialog.table.item(0, 0)
    tick.setCheckState(Qt.CheckState.Checked)
    qtbot.waitUntil(lambda: "EXAMPLE" in dialog.ticket.toPlainText())
    dialog.table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: "EXAMPLE" not in dialog.ticket.toPlainText())
    dialog.close()


def test_nothing_hidden_says_so(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk(Request(query="Ecs.0219"))
    qtbot.waitUntil(lambda: desk.window.detail.page() is not None)
    dialog = _hidden(qtbot, desk)
    assert "Nothing in this ticket" in dialog.words()
    dialog.close()


# --- templates ---------------------------------------------------------------------------------------------------


def _templates(qtbot: QtBot, desk: Application) -> TemplatesDialog:
    desk.wiring.actions["templates"].trigger()
    dialog = desk.window.findChildren(TemplatesDialog)[-1]
    qtbot.waitUntil(lambda: "Example.0042" in dialog.form.preview.toPlainText())
    return dialog


def test_an_own_template_is_written_kept_and_used(qtbot: QtBot, open_desk: OpenDesk, folders) -> None:
    # GIVEN the templates
    desk = _pasted(qtbot, open_desk)
    dialog = _templates(qtbot, desk)
    form = dialog.form
    # WHEN one is begun with a fault in its third line
    form.new.click()
    form.name.setText("hand-over")
    form.editor.setPlainText("# For {{ error.code }}\n\n{% if %}\n\nRegion: {{ region }}\n")
    # THEN the fault is shown at its line and nothing can be saved
    qtbot.waitUntil(lambda: form.faults.count() == 1)
    assert "Line 3" in form.faults.item(0).text()
    assert form.editor.marked() == {3}
    assert not form.save.isEnabled()
    # AND once it is mended, the preview follows
    form.editor.setPlainText("# For {{ error.code }}\n\nRegion: {{ region }}\n")
    qtbot.waitUntil(lambda: "[region?]" in form.preview.toPlainText())
    assert form.editor.marked() == frozenset()
    form.save.click()
    qtbot.waitUntil((folders.config / "templates" / "hand-over.md").is_file)
    qtbot.waitUntil(lambda: form.said() == "Saved")
    dialog.close()
    # AND the menu offers it
    _menu_choice(desk, "hand-over")
    _news(qtbot, desk, "hand-over")
    assert "Region: [region?]" in QApplication.clipboard().text()


def test_a_changed_template_of_ours_comes_back_when_the_own_is_removed(
    qtbot: QtBot, open_desk: OpenDesk, folders
) -> None:
    desk = open_desk()
    dialog = _templates(qtbot, desk)
    form, kept = dialog.form, folders.config / "templates" / "internal.md"
    ours = form.editor.toPlainText()
    form.editor.setPlainText("Mine: {{ error.code }}\n")
    qtbot.waitUntil(lambda: "Mine" in form.preview.toPlainText())
    form.save.click()
    qtbot.waitUntil(kept.is_file)
    qtbot.waitUntil(form.remove.isEnabled)
    # WHEN it is removed
    form.remove.click()
    # THEN ours is there again, until the removal is undone
    qtbot.waitUntil(lambda: form.editor.toPlainText() == ours)
    assert not kept.exists()
    form.undo.click()
    qtbot.waitUntil(lambda: form.editor.toPlainText().startswith("Mine"))
    assert kept.read_text() == "Mine: {{ error.code }}\n"
    dialog.close()


def test_what_was_not_saved_is_asked_about_once(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    dialog = _templates(qtbot, desk)
    dialog.form.editor.setPlainText("not saved")
    dialog.close()
    assert dialog.isVisible()
    assert "Internal ticket" in dialog.form.said()
    dialog.close()
    qtbot.waitUntil(lambda: not desk.window.findChildren(TemplatesDialog))


def test_templates_are_called_alike_in_list_and_field_in_either_language(
    qtbot: QtBot, open_desk: OpenDesk, folders
) -> None:
    desk = open_desk()
    dialog = _templates(qtbot, desk)
    form = dialog.form
    english = form.list.currentItem().text()
    assert form.name.text() == english
    # WHEN the language is switched while the dialog is open
    desk.wiring.actions["language"].trigger()
    qtbot.waitUntil(lambda: form.list.currentItem().text() != english)
    assert form.name.text() == form.list.currentItem().text()
    # THEN what is saved under the title still takes the place of that template
    form.editor.setPlainText("Mine: {{ error.code }}\n")
    form.save.click()
    qtbot.waitUntil((folders.config / "templates" / "internal.md").is_file)
    qtbot.waitUntil(lambda: not dialog._drafts and form.editor.toPlainText() == dialog._clean)
    dialog.close()
    desk.wiring.actions["language"].trigger()


def test_a_name_that_cannot_be_is_refused(qtbot: QtBot, open_desk: OpenDesk, folders) -> None:
    desk = open_desk()
    dialog = _templates(qtbot, desk)
    dialog.form.name.setText("../escape")
    dialog.form.save.click()
    qtbot.waitUntil(lambda: "cannot be called" in dialog.form.said())
    assert not list(folders.config.rglob("*escape*"))
    dialog.close()


def test_an_endless_template_stops_and_typing_goes_on(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    dialog = _templates(qtbot, desk)
    loops = "{% for a in errors %}" * 40 + "x" + "{% endfor %}" * 40
    dialog.form.editor.setPlainText("{% set words = errors %}\n" + loops)
    qtbot.waitUntil(
        lambda: dialog.form.faults.count() > 0 or "x" in dialog.form.preview.toPlainText(), timeout=20_000
    )
    dialog.form.editor.setPlainText("{{ error.code }}")
    dialog.close()
    dialog.close()


def test_the_settings_lead_to_the_templates(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.wiring.actions["settings"].trigger()
    settings = desk.window.findChildren(SettingsDialog)[-1]
    settings.tickets.templates.click()
    assert desk.window.findChildren(TemplatesDialog)
    desk.window.findChildren(TemplatesDialog)[-1].close()
    settings.close()


# --- speed -------------------------------------------------------------------------------------------------------


def test_from_the_paste_to_the_ticket_takes_under_a_tenth_of_a_second(
    qtbot: QtBot, open_desk: OpenDesk, slowness: Callable[[], float]
) -> None:
    """The clock also counts what other programs do meanwhile; so the work is held to p95, the clock to its best."""
    desk = open_desk()
    clock: list[float] = []
    work: list[float] = []
    for number in range(40):
        QApplication.clipboard().setText("before")
        started, worked = time.perf_counter(), time.process_time()
        desk.wiring.take_text(PASTED.replace("expired", f"expired {number}"), sure=True)
        desk.wiring.actions["copy-ticket"].trigger()
        qtbot.waitUntil(lambda: QApplication.clipboard().text() != "before")
        clock.append((time.perf_counter() - started) * 1000)
        work.append((time.process_time() - worked) * 1000)
        assert f"expired {number}" in QApplication.clipboard().text()
    clock_p95, work_p95 = sorted(clock)[-3], sorted(work)[-3]
    print(f"paste to ticket, p95: {clock_p95:.0f} ms by the clock, {work_p95:.0f} ms of work")
    assert min(clock) < 100
    assert work_p95 < 100 * slowness()
