"""The head of the detail pane: the code, its badge, what kind of row it is, and the buttons that copy."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desk.detail.head_row import HeadRow
from desk.detail.language_switch import LanguageSwitch
from desk.detail.languages import Shown
from desk.language.retranslated import Retranslated
from desk.style.badge import StatusBadge
from desk.style.look import Look
from index.catalogue import OWN
from index.entry import CatalogueEntry

_MARGINS, _LOW_MARGINS = (20, 16, 16, 12), (20, 10, 16, 8)
_SHAPES = (
    (_MARGINS, True, True),
    (_LOW_MARGINS, True, True),
    (_LOW_MARGINS, False, True),
    (_LOW_MARGINS, False, False),
)
"""Margins, whether every button is shown, and whether the words beside them are: the lower the pane, the later one."""
_BREAKS = re.compile(r"[._:/-]|[a-z](?=[A-Z])|[0-9]{4}(?=[0-9]{3})")
"""Where a code that has no room may go on in the next line."""
_GAP = 8
_SHARE = 0.5
"""Of a pane's height that the head may take."""


class DetailHead(Retranslated, QFrame):
    """Stands above the page and stays while it scrolls."""

    ticket_wanted = Signal()
    """Copy the ticket."""
    plain_wanted = Signal()
    """Copy it as plain text."""
    code_wanted = Signal()
    """Copy the code."""
    shown_wanted = Signal(object)
    """Show these languages: `Shown`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headline")
        self._code, self._where = QLabel(self), QLabel(self)
        self._badge = StatusBadge(look, self)
        self._is_entry, self._is_fitting, self._pane_height = False, False, 1000
        for label in (self._code, self._where):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._code, self._where):  # else a narrow pane would cut the buttons off
            label.setWordWrap(True)
        self._where.setObjectName("muted")
        self._ticket, self._plain, self._copy_code = (QPushButton(self) for _ in range(3))
        self._more = QPushButton(self)
        self._ticket.setProperty("primary", True)  # noqa: FBT003 - a property's value
        self._ticket.clicked.connect(self.ticket_wanted)
        self._plain.clicked.connect(self.plain_wanted)
        self._copy_code.clicked.connect(self.code_wanted)
        self._languages = LanguageSwitch(self)
        self._languages.chosen.connect(self.shown_wanted)
        self._arrange()
        self.set_look(look)
        self.retranslate()

    def set_ticket_menu(self, menu: QMenu) -> None:
        """Open this menu beside "Copy ticket"."""
        self._more.setMenu(menu)

    def open_ticket_menu(self) -> bool:
        """Open the menu with the keyboard; False where its button is not shown."""
        if not self._more.isVisible():
            return False
        self._more.showMenu()
        return True

    def show_languages(self, shown: Shown, *, several: bool) -> None:
        """Show which languages are shown; there is nothing to choose where an entry has but one."""
        self._languages.show_chosen(shown)
        self._languages.setVisible(several)
        self._fit()

    def show_entry(self, entry: CatalogueEntry, *, pinned: bool = False, noted: bool = False) -> None:
        """Show this entry, and what the user keeps about it: a note stands below all else of the page."""
        self._is_entry = True
        self._code.setAccessibleName(entry.code)
        self._badge.set_status(entry.status, entry.status_text)
        self._badge.show()
        mine = (
            (pinned, "★ " + self.tr("pinned")),
            (noted, "✎ " + self.tr("my note")),
            (entry.catalogue.startswith(OWN), self.tr("own entry")),
        )
        said = [words for there, words in mine if there]
        self._where.setText(" · ".join((*said, entry.provider, entry.service)))
        self._enable(on=True)
        self._fit()

    def show_code(self, code: str, words: str) -> None:
        """Show a code that no catalogue has, or the message of an error that has no code."""
        self._is_entry = False
        self._code.setAccessibleName(code)
        self._badge.hide()
        self._languages.hide()
        self._where.setText(words)
        self._enable(on=True)
        self._fit()

    def set_pane_height(self, height: int) -> None:
        """Tell it how high the pane is: in a low one its own lines give way to the page."""
        if height != self._pane_height:
            self._pane_height = height
            self._fit()

    def set_look(self, look: Look) -> None:
        """Change colours and fonts."""
        self._code.setFont(look.mono_font(1.45, bold=True))
        self._badge.set_look(look)
        self._where.setFont(look.font(0.95))
        self._languages.set_look(look)
        for button in (self._ticket, self._more, self._plain, self._copy_code):
            button.setFont(look.font(0.95))
        self._fit()

    @override
    def retranslate(self) -> None:
        self._ticket.setText(self.tr("Copy ticket"))
        self._ticket.setToolTip(self.tr("Ticket text with the solution, secrets hidden (Ctrl+Shift+C)"))
        self._plain.setText(self.tr("Plain text"))
        self._plain.setToolTip(self.tr("The same as plain text (Shift+Enter)"))
        self._copy_code.setText(self.tr("Code"))
        self._copy_code.setToolTip(self.tr("Copy only the code (Ctrl+Shift+K)"))
        self._ticket.setAccessibleName(self.tr("Copy ticket"))
        self._plain.setAccessibleName(self.tr("Copy ticket as plain text"))
        self._copy_code.setAccessibleName(self.tr("Copy code"))
        self._more.setText(self.tr("Copy for"))
        self._more.setAccessibleName(self.tr("Copy ticket for…"))
        self._more.setToolTip(self.tr("Copy for another place, text or language (Ctrl+Shift+M)"))
        self._fit()

    def _enable(self, *, on: bool) -> None:
        for button in (self._ticket, self._more, self._plain, self._copy_code):
            button.setEnabled(on)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Find room for everything: break a long code; in a low pane give up margins, then buttons, then the lower words.

        What the buttons do stands in the menus too, and the words stand at the end of the page.
        """
        inside = self.width() - _MARGINS[0] - _MARGINS[2]
        if inside <= 0 or self._is_fitting:
            return
        self._is_fitting = True  # a widget that is shown or hidden can bring the next size along at once
        self._fit_code(inside)
        for (_, above, _, below), every, words in _SHAPES:
            left_out = [] if every else self._without_room(inside)
            left_out += [] if words else [self._where]
            height = above + self._upper.heightForWidth(inside) + _GAP
            height += self._lower.height_without(inside, left_out) + below
            if not self._languages.isHidden():
                height += _GAP + self._languages.sizeHint().height()
            if height <= _SHARE * self._pane_height:
                break
        self._column.setContentsMargins(_MARGINS[0], above, _MARGINS[2], below)
        for widget in (self._where, self._ticket, self._more, self._copy_code, self._plain):
            widget.setVisible(widget not in left_out)
        self.setMinimumHeight(height)
        self._is_fitting = False

    def _fit_code(self, inside: int) -> None:
        code = self._code.accessibleName()
        narrow = _one_line(self._code, code) > self._upper.room(inside)
        self._code.setText(_BREAKS.sub("\\g<0>\u200b", code) if narrow else code)
        # What is copied of it would hold the marks at which it breaks; a customer's message may hold secrets.
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if narrow or not self._is_entry:
            flags = Qt.TextInteractionFlag.NoTextInteraction
        if self._code.textInteractionFlags() != flags:
            self._code.setTextInteractionFlags(flags)

    def _without_room(self, inside: int) -> list[QWidget]:
        """Return the buttons that have no room beside the words and those that matter most."""
        room = inside - _one_line(self._where, self._where.text())
        room -= sum(one.sizeHint().width() + _GAP for one in (self._ticket, self._more))
        left_out: list[QWidget] = []
        for button in (self._copy_code, self._plain):
            room -= button.sizeHint().width() + _GAP
            if room < 0:
                left_out.append(button)
        return left_out

    def _arrange(self) -> None:
        self._upper, self._lower = HeadRow(gap=12, beside=0.4), HeadRow(gap=_GAP)
        self._upper.addWidget(self._code)
        self._upper.addWidget(self._badge)
        self._lower.addWidget(self._where)
        for button in (self._copy_code, self._plain, self._ticket, self._more):
            button.setAutoDefault(True)  # Enter presses it, not only the space bar
            self._lower.addWidget(button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(_GAP)
        column.addLayout(self._upper)
        column.addLayout(self._lower)
        column.addWidget(self._languages, 0, Qt.AlignmentFlag.AlignLeft)


def _one_line(label: QLabel, text: str) -> int:
    return label.fontMetrics().horizontalAdvance(text)
