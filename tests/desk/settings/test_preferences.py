"""What a choice changes at once."""

from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication

from desk.settings.preferences import Preferences
from desk.style.look import Look, make_look
from desk.style.theme import LIGHT
from index.folders import Folders


def test_another_language_brings_its_letters_to_the_front(qapp: QApplication, tmp_path: Path) -> None:
    # GIVEN a window in English
    preferences = Preferences(qapp, Folders.under(tmp_path))
    preferences.change(msgspec.structs.replace(preferences.settings(), language="en"))
    looks: list[Look] = []
    preferences.look_changed.connect(looks.append)
    # WHEN it is switched to Chinese and back
    preferences.switch_language()
    preferences.switch_language()
    # THEN all is painted anew, with fonts that are looked for in the order of the language
    assert [look.font(1).families() for look in looks] == [
        make_look(LIGHT, language=language).font(1).families() for language in ("zh-Hans", "en")
    ]
    # AND a choice that changes no letters paints nothing anew
    preferences.change(msgspec.structs.replace(preferences.settings(), ticket_note=True))
    assert len(looks) == 2
    preferences.stop()
