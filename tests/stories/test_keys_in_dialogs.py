"""In every dialog: a letter for all that can be pressed, the keys that are about the program, and F1 for its own."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QSplitter
from pytestqt.qtbot import QtBot

from desk.action_making import sequences
from desk.actions import ACTIONS, CHIP_KEYS
from desk.app import Application, Request
from desk.keys_overlay import KeysOverlay, _Block
from desk.language.mnemonics import plain
from desk.main_menu import MainMenu
from desk.style.letters import letters_of, seen_together

OpenDesk = Callable[..., Application]
OpenDialog = Callable[[Application, str], QDialog]
Shown = Callable[[], list[QDialog]]
PASTED = (
    '{"code":"AppNotExist","request_id":"req-7f3a1c2d-9b8e-4f5a-8b7c-8d9e0f1a2b3c"}\n'
    "Authorization: Bearer EXAMPLETOKENEXAMPLETOKENEXAMPLE\n"
)
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(qtbot: QtBot, open_desk: OpenDesk) -> Application:
    """A desk that shows a pasted error, in an active window."""
    made = open_desk(Request(paste=PASTED))
    qtbot.waitUntil(lambda: made.window.detail.page() is not None)
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    return made


def _languages(qtbot: QtBot, desk: Application) -> Iterator[str]:
    """Go through both languages."""
    for title in ("Error Desk", "Error Desk"):
        yield title
        before = desk.wiring.actions["quit"].text()
        desk.wiring.actions["language"].trigger()
        qtbot.waitUntil(lambda before=before: plain(desk.wiring.actions["quit"].text()) != plain(before))


def _letters(dialog: QDialog) -> list[list[tuple[str, str]]]:
    return [[(one.letter(), plain(one.text)) for one in page] for page in seen_together(dialog)]


def test_all_that_can_be_pressed_has_a_letter_of_its_own_in_both_languages(
    qtbot: QtBot,
    desk: Application,
    dialogs: dict[str, str],
    open_dialog: OpenDialog,
    close_dialogs: Callable[[], None],
) -> None:
    taken = {keys.toString() for spec in ACTIONS for keys in sequences(spec)} | set(CHIP_KEYS)
    told: dict[str, list[list[list[str]]]] = {act: [] for act in dialogs}
    for _ in _languages(qtbot, desk):
        for act in dialogs:
            dialog = open_dialog(desk, act)
            pages = _letters(dialog)
            for page in pages:
                often = Counter(text for _letter, text in page)
                letters = Counter(letter for letter, _text in page if letter)
                assert [letter for letter, times in letters.items() if times > 1] == [], (act, page)
                assert [text for letter, text in page if not letter and often[text] == 1] == [], (act, page)
                assert not {f"Alt+{letter}" for letter in letters} & taken, act
            told[act].append([[letter for letter, _text in page] for page in pages])
            close_dialogs()
    # AND whoever knows them in one language knows them in the other
    assert {act: both for act, both in told.items() if both[0] != both[1]} == {}


def test_each_line_of_the_menu_has_a_letter_of_its_own(qtbot: QtBot, desk: Application) -> None:
    menu = desk.window.menu_button.menu()
    assert isinstance(menu, MainMenu)
    for _ in _languages(qtbot, desk):
        for part in (menu, *menu.parts.values()):
            part.aboutToShow.emit()
            lines = [line.text() for line in part.actions() if not line.isSeparator()]
            part.aboutToHide.emit()
            letters = [QKeySequence.mnemonic(line).toString() for line in lines]
            assert all(letters), lines
            assert len(set(letters)) == len(letters), lines


def test_each_line_of_the_menu_of_tickets_has_a_letter(qtbot: QtBot, desk: Application) -> None:
    for _ in _languages(qtbot, desk):
        menu = desk.wiring._tickets.menu
        menu.aboutToShow.emit()
        letters = [QKeySequence.mnemonic(line.text()).toString() for line in menu.actions() if line.text()]
        assert len(letters) > 10
        assert all(letters)
        assert len(set(letters)) == len(letters)


def test_a_letter_presses_what_carries_it(
    qtbot: QtBot, desk: Application, open_dialog: OpenDialog, shown_dialogs: Shown
) -> None:
    # GIVEN the settings at their first page
    dialog = open_dialog(desk, "settings")
    letters = {text: letter for letter, text in letters_of(dialog)}
    # WHEN the letter of another page, and of something on it, is pressed
    qtbot.keyClick(dialog, Qt.Key(ord(letters["Tickets"])), ALT)
    assert dialog.tabs.currentIndex() == 1
    letters = {text: letter for letter, text in letters_of(dialog)}
    qtbot.keyClick(dialog, Qt.Key(ord(letters["Copy tickets for"])), ALT)
    # THEN that is where the keyboard is
    assert dialog.focusWidget() is dialog.tickets.target
    # AND the dialog closes by its letter
    qtbot.keyClick(dialog, Qt.Key(ord(letters["Close"])), ALT)
    qtbot.waitUntil(lambda: not shown_dialogs())


def test_a_button_with_a_key_of_its_own_keeps_it_beside_its_letter(
    qtbot: QtBot, desk: Application, open_dialog: OpenDialog, close_dialogs: Callable[[], None]
) -> None:
    for _ in _languages(qtbot, desk):
        dialog = open_dialog(desk, "templates")
        qtbot.waitUntil(dialog.form.save.isEnabled)
        saved: list[str] = []
        dialog.form.save.clicked.disconnect()
        dialog.form.save.clicked.connect(lambda _=False, saved=saved: saved.append("saved"))
        qtbot.keyClick(dialog.form.editor, Qt.Key.Key_S, CONTROL)
        letter = next(one.letter() for one in seen_together(dialog)[0] if one.widget is dialog.form.save)
        qtbot.keyClick(dialog.form.editor, Qt.Key(ord(letter)), ALT)
        qtbot.waitUntil(lambda saved=saved: len(saved) == 2)
        close_dialogs()


def test_quit_size_and_keys_work_in_every_dialog(
    qtbot: QtBot,
    desk: Application,
    dialogs: dict[str, str],
    open_dialog: OpenDialog,
    shown_dialogs: Shown,
    close_dialogs: Callable[[], None],
) -> None:
    quits: list[str] = []
    desk.wiring.quit_wanted.disconnect()
    desk.wiring.quit_wanted.connect(lambda: quits.append("quit"))
    for act in dialogs:
        dialog = open_dialog(desk, act)
        # WHEN Ctrl+Q is pressed where the keyboard is THEN the program is to end
        quits.clear()
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Q, CONTROL)
        assert quits == ["quit"], act
        # AND letters grow there, too
        size = desk.preferences.settings().font_size
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Plus, CONTROL)
        assert desk.preferences.settings().font_size > size, act
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_0, CONTROL)
        if act != "keys":
            # AND F1 shows what its letters press, its own keys, and quits as well
            pressed = letters_of(dialog)
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_F1)
            qtbot.waitUntil(lambda: any(isinstance(one, KeysOverlay) for one in shown_dialogs()))
            overlay = next(one for one in shown_dialogs() if isinstance(one, KeysOverlay))
            overlay.activateWindow()
            qtbot.waitUntil(overlay.isActiveWindow)
            words = "\n".join(block.text() for block in overlay.findChildren(_Block))
            assert dialog.windowTitle() in words
            assert [text for letter, text in pressed if f"Alt+{letter}: {text}" not in words] == []
            assert "Ctrl+Q: Quit" in words
            qtbot.keyClick(overlay, Qt.Key.Key_Q, CONTROL)
            assert quits == ["quit", "quit"]
            qtbot.keyClick(overlay, Qt.Key.Key_F1)
            qtbot.waitUntil(lambda overlay=overlay: overlay not in shown_dialogs())
        close_dialogs()


def test_the_keys_of_a_dialog_change_with_its_language_and_look(
    qtbot: QtBot,
    desk: Application,
    open_dialog: OpenDialog,
    shown_dialogs: Shown,
    close_dialogs: Callable[[], None],
) -> None:
    dialog = open_dialog(desk, "settings")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: len(shown_dialogs()) == 2)
    overlay = next(one for one in shown_dialogs() if isinstance(one, KeysOverlay))

    def words() -> str:
        return "\n".join(block.text() for block in overlay.findChildren(_Block))

    for acts, said in ((("language", "theme"), "Alt+G: 常规"), (("theme", "language"), "Alt+G: General")):
        for act in acts:
            desk.wiring.actions[act].trigger()
        qtbot.waitUntil(lambda said=said: said in words())
        qtbot.waitUntil(lambda: overlay.styleSheet() == dialog.styleSheet())
    close_dialogs()


def test_quitting_asks_about_a_template_that_was_not_saved(
    qtbot: QtBot, desk: Application, open_dialog: OpenDialog
) -> None:
    # GIVEN a template that was changed
    dialog = open_dialog(desk, "templates")
    qtbot.waitUntil(lambda: bool(dialog.form.editor.toPlainText()))
    qtbot.keyClicks(dialog.form.editor, "x")
    # WHEN Ctrl+Q is pressed there THEN it says what would be lost, and everything stays
    qtbot.keyClick(dialog.form.editor, Qt.Key.Key_Q, CONTROL)
    assert desk.window.isVisible()
    assert dialog.isVisible()
    assert dialog.form.said().startswith("Not saved:")
    # AND once more gives it up
    qtbot.keyClick(dialog.form.editor, Qt.Key.Key_Q, CONTROL)
    assert not desk.window.isVisible()


def test_a_divider_of_a_dialog_is_moved_by_keys(
    qtbot: QtBot, desk: Application, open_dialog: OpenDialog, close_dialogs: Callable[[], None]
) -> None:
    dialog = open_dialog(desk, "hidden")
    splitter = dialog.findChild(QSplitter)
    before = splitter.sizes()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_F9)
    higher = splitter.sizes()
    assert higher[1] > before[1]
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert splitter.sizes() == before
    close_dialogs()


def test_what_is_about_the_entry_behind_stays_out_of_a_dialog(
    qtbot: QtBot, desk: Application, open_dialog: OpenDialog, close_dialogs: Callable[[], None]
) -> None:
    dialog = open_dialog(desk, "about")
    news = desk.window.status.news()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_D, CONTROL)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_W, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert desk.wiring.payload.found() is not None
    assert desk.window.status.news() == news
    close_dialogs()
