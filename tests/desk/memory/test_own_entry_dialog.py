"""The form of an own entry: nothing written is lost, Ctrl+Enter stores from every field, and the preview is always there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk.memory.own_entry_dialog import OwnEntryDialog
from desk.memory.own_entry_form import Fields
from desk.style.look import Look
from index.errors import BadInput
from index.library.drafts import Draft, entry_of

_CONTROL = Qt.KeyboardModifier.ControlModifier
_WHOLE: Fields = ("Example Cloud", "Desk", "Desk.777", "404", "gone", "It is gone", "Look for it\nAsk")


def _prepare(draft: Draft, then: Callable[[object], object], refused: Callable[[str], object]) -> None:
    """Answer as the library does, at once."""
    try:
        then(entry_of(draft))
    except BadInput as error:
        refused(str(error))


@pytest.fixture
def open_dialog(qtbot: QtBot, look: Look) -> Callable[..., OwnEntryDialog]:
    """Open the form."""

    def open_(begun: Draft | Fields, pasted: Fields = ()) -> OwnEntryDialog:
        dialog = OwnEntryDialog(begun, "en", _prepare, look, None, pasted=pasted)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # noqa: FBT003 - Qt's switch
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_


Open = Callable[..., OwnEntryDialog]


@pytest.mark.parametrize("close", ["cancel", "escape", "frame"])
def test_what_was_written_comes_back_with_every_field(qtbot: QtBot, open_dialog: Open, close: str) -> None:
    # GIVEN a form with something in each field, a status among it that is none
    dialog = open_dialog(Draft(provider="", service="", code="Desk.777"))
    fields = (*_WHOLE[:3], "4o4", *_WHOLE[4:])
    dialog.form.fill(fields)
    told: list[Fields] = []
    dialog.given_up.connect(told.append)
    # WHEN it is closed without storing
    if close == "cancel":
        cancel = dialog._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    elif close == "escape":
        qtbot.keyClick(dialog.form.description, Qt.Key.Key_Escape)
    else:
        dialog.close()
    # THEN all of it is told once, and stands there again
    assert told == [fields]
    assert not dialog.isVisible()
    assert open_dialog(told[0]).form.fields() == fields


def test_a_form_that_nobody_wrote_on_is_given_up_with_nothing(open_dialog: Open) -> None:
    dialog = open_dialog(Draft(provider="", service="", code="Desk.777"))
    told: list[Fields] = []
    dialog.given_up.connect(told.append)
    dialog.suggest(("Example Cloud", "Desk"))  # the program's own guess
    dialog.close()
    assert told == [()]


@pytest.mark.parametrize("place", ["provider", "status", "description", "solution", "preview", "cancel"])
def test_ctrl_enter_stores_from_everywhere(qtbot: QtBot, open_dialog: Open, place: str) -> None:
    dialog = open_dialog(_WHOLE)
    kept: list[Draft] = []
    told: list[Fields] = []
    dialog.kept.connect(kept.append)
    dialog.given_up.connect(told.append)
    cancel = dialog._buttons.button(QDialogButtonBox.StandardButton.Cancel)
    others: dict[str, QWidget] = {"cancel": cancel, "preview": dialog.preview}
    focused = others.get(place) or getattr(dialog.form, place)
    focused.setFocus()
    qtbot.keyClick(focused, Qt.Key.Key_Return, _CONTROL)
    qtbot.waitUntil(lambda: bool(kept))
    assert kept[0].solution == {"en": _WHOLE[6]}
    assert told == []
    assert not dialog.isVisible()
    assert "Ctrl+Enter" in dialog._hint.text()


def test_ctrl_enter_leads_to_what_is_missing(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(("Example Cloud", "", "Desk.777"))
    qtbot.keyClick(dialog.form.description, Qt.Key.Key_Return, _CONTROL)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.form.service
    assert dialog._fault.text() == "Still needed: Service"


def test_what_will_be_stored_is_shown_while_something_is_missing(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(("", "Desk", "Desk.777", "", "password=EXAMPLEPASSWORD1 was refused"))
    shown = dialog.preview.toPlainText()
    assert shown.startswith("… / Desk / Desk.777\n")
    assert "was refused" in shown
    assert "EXAMPLEPASSWORD1" not in shown
    assert dialog._fault.text() == "Still needed: Provider"
    assert not dialog._save.isEnabled()
    # AND the whole entry once nothing is missing
    dialog.form.provider.setText("Example Cloud")
    qtbot.waitUntil(dialog._save.isEnabled)
    assert dialog.preview.toPlainText().startswith("Example Cloud / Desk / Desk.777\n")


def test_it_goes_on_where_something_is_still_needed(open_dialog: Open) -> None:
    missing = open_dialog(("Example Cloud", "Desk", "", *_WHOLE[3:]))
    assert missing.focusWidget() is missing.form.code
    whole = open_dialog(_WHOLE)
    assert whole.focusWidget() is whole.form.solution


def test_the_keyboard_is_where_there_is_something_to_say(open_dialog: Open) -> None:
    """Nothing that is already right has to be passed by, and what is typed at once replaces nothing."""
    dialog = open_dialog(Draft(provider="", service="", code="A.1", message="It broke."))
    assert dialog.focusWidget() is dialog.form.provider
    dialog.suggest(("Example Cloud", "Desk"))
    assert dialog.focusWidget() is dialog.form.description
    silent = open_dialog(Draft(provider="Example Cloud", service="Desk", code="A.1"))
    assert silent.focusWidget() is silent.form.message
    whole = Draft(
        provider="P", service="S", code="C", message="m", description={"en": "d"}, solution={"en": "s"}
    )
    assert open_dialog(whole).focusWidget().accessibleName() == "Solution"
    # AND whoever has begun to write stays there
    begun = open_dialog(Draft(provider="", service="", code="A.1"))
    begun.form.provider.setText("Another")
    begun.suggest(("Example Cloud", "Desk"))
    assert begun.focusWidget() is begun.form.provider


def test_another_language_reaches_an_open_form(
    qtbot: QtBot, open_dialog: Open, speak_louder: Callable[[], object]
) -> None:
    dialog = open_dialog(Draft(provider="", service="Desk", code="A.1"))
    dialog.form.solution.setPlainText("Ask")
    speak_louder()
    qtbot.waitUntil(lambda: dialog.windowTitle() == "OWN ENTRY")
    said = [label.text().replace("&", "") for label in dialog.findChildren(QLabel)]
    assert {"PROVIDER", "SOLUTION", "WHAT WILL BE STORED", "Still needed: PROVIDER"} <= set(said)
    assert dialog._save.text().replace("&", "") == "STORE ENTRY"
    assert dialog.form.solution.accessibleName() == "SOLUTION"
    assert dialog.form.fields()[1:3] == ("Desk", "A.1")
    assert dialog.form.fields()[-1] == "Ask"


def test_what_came_from_a_pasted_text_is_not_the_users_own(open_dialog: Open) -> None:
    # GIVEN a form that was filled in from a pasted error
    begun = Draft(provider="Example Cloud", service="Desk", code="Desk.777", status=404, message="gone bob")
    dialog = open_dialog(begun, ("", "", "Desk.777", "404", "gone bob"))
    assert dialog.written() == ()
    # WHEN something is written, and something of the pasted text changed
    dialog.form.solution.setPlainText("Look for it")
    dialog.form.message.setText("gone")
    # THEN that is what is kept while it is written
    assert dialog.written() == ("Example Cloud", "Desk", "", "", "gone", "", "Look for it")
