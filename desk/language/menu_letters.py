"""Letters for the lines of a menu, chosen when it opens: then it is filled, and in the window's language.

A line that is a number is pressed by its first digit; several that begin alike take turns.
"""

import re

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

_NUMBER = re.compile("&[0-9]")


def give_letters(menu: QMenu) -> None:
    """Give each line a letter of its own whenever the menu opens."""
    menu.aboutToShow.connect(lambda: _mark(menu))


def _mark(menu: QMenu) -> None:
    from desk.language.english import english_of  # noqa: PLC0415 - the start opens no menu
    from desk.language.mnemonics import letters_for, marked, plain  # noqa: PLC0415 - as above

    every: list[QAction] = [line for line in menu.actions() if line.text() and not line.isSeparator()]
    for line in every:
        if line.text()[0].isdecimal():
            line.setText(f"&{line.text()}")
    lines = [line for line in every if not _NUMBER.match(line.text())]
    texts = [plain(line.text()) for line in lines]
    for line, text, letter in zip(lines, texts, letters_for([english_of(one) for one in texts]), strict=True):
        wanted = marked(text, letter)
        if line.text() != wanted:
            line.setText(wanted)
