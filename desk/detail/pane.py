"""The detail pane: everything of one entry, with this customer's values."""

import msgspec
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from desk.detail.find_bar import FindBar
from desk.detail.found_places import FoundPlaces
from desk.detail.head import DetailHead
from desk.detail.languages import Shown
from desk.detail.page import NOTE, Page, UnknownPage, page_html, unknown_html
from desk.detail.safe_browser import SafeBrowser, Selected
from desk.detail.texts import tags_of
from desk.language.retranslated import Retranslated
from desk.memory.flow import Kept
from desk.memory.note_editor import NoteEditor
from desk.own_keys import digit_of, is_typed
from desk.results.empty_state import EmptyState, Notice
from desk.style.card import Card
from desk.style.look import Look

_LEAST = 60
"""Pixels of the page that can be seen in the lowest pane: some lines."""
_LETTERS = 76
"""Two columns need room for so many letters; below that the languages stand one below the other."""


class DetailPane(Retranslated, Card):
    """Head, find bar and page."""

    ticket_wanted = Signal()
    """Copy the ticket."""
    plain_wanted = Signal()
    """Copy it as plain text."""
    code_wanted = Signal()
    """Copy the code."""
    entry_wanted = Signal(str)
    """A related entry was clicked: its id."""
    link_wanted = Signal(str)
    """A link to the outside was clicked."""
    code_chosen = Signal(str)
    """A code was chosen among suggestions."""
    digit_pressed = Signal(int)
    """1 to 9: confirm that row."""
    typed = Signal(str)
    """Something is typed, which is meant for the search field."""
    copy_wanted = Signal(object)
    """Copy what is selected in the page: `Selected`."""
    marked = Signal(object)
    """The mouse selected this in the page: `Selected`; to be answered with `hand_out`."""
    shown_wanted = Signal(object)
    """Show these languages from now on: `Shown`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("detailPane")
        self._look = look
        self._page: Page | None = None
        self._html = ""
        self._unknown: UnknownPage | None = None
        self._head, self._find, self._browser = DetailHead(look, self), FindBar(look, self), SafeBrowser(self)
        self._note = NoteEditor(look, self)
        self._kept: Kept | None = None
        self._shown = Shown.BOTH
        self._browser.document().setDocumentMargin(20)
        self._browser.setMinimumHeight(_LEAST)
        self._empty = EmptyState(look, self._browser)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self._refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._head, self._find, self._browser, self._note):
            column.addWidget(widget)
        self._connect()
        self._take_fonts()
        self.retranslate()
        self.show_notice(None)

    def show_page(self, page: Page) -> None:
        """Show an entry."""
        fresh = self._page is None or page.entry.id != self._page.entry.id
        if fresh and not self._note.is_about(page.entry.id) and not self._note.is_changed():
            self._note.hide()
        if self._kept is not None and self._kept.entry.id == page.entry.id:
            page = msgspec.structs.replace(page, note=self._kept.note)
        pinned = self._kept is not None and self._kept.entry.id == page.entry.id and self._kept.pinned
        page = msgspec.structs.replace(page, shown=self._shown, wide=self._is_wide())
        self._page, self._unknown = page, None
        self._head.show_entry(page.entry, pinned=pinned, noted=bool(page.note))
        self._head.show_languages(self._shown, several=len(tags_of(page.entry, page.language)) > 1)
        self._give_way()
        self._empty.show_notice(None)
        bar = self._browser.verticalScrollBar()
        position = 0 if fresh else bar.value()
        html = page_html(page, self._look)
        if html != self._html:  # laying a page out takes longer than all the rest
            self._html = html
            self._browser.setHtml(html)
        bar.setValue(position)
        if self._find.isVisible():
            self._find.open()

    def show_unknown(self, page: UnknownPage) -> None:
        """Show an error that no catalogue has, and what to do about it."""
        self._page, self._unknown = None, page
        self._head.show_code(page.code, self.tr("In no catalogue"))
        self._give_way()
        self._empty.show_notice(None)
        self._html = unknown_html(page, self._look)
        self._browser.setHtml(self._html)

    def show_notice(self, notice: Notice | None) -> None:
        """Show no entry, only these words."""
        self._page = self._unknown = None
        self._give_way()
        self._html = ""
        self._browser.clear()
        self._empty.show_notice(notice)

    def set_shown(self, shown: Shown) -> None:
        """Show texts in these languages, now and from now on."""
        if shown is not self._shown:
            self._shown = shown
            self._refresh()

    def shown(self) -> Shown:
        """Return which languages are shown."""
        return self._shown

    def set_ticket_menu(self, menu: QMenu) -> None:
        """Open this menu beside "Copy ticket"."""
        self._head.set_ticket_menu(menu)

    def open_ticket_menu(self) -> bool:
        """Open that menu; False where there is no entry to copy."""
        return self._head.open_ticket_menu()

    def page(self) -> Page | None:
        """Return what is shown."""
        return self._page

    def plain_text(self) -> str:
        """Return the text of the page as shown."""
        return self._browser.toPlainText()

    def hand_out(self, selected: Selected, text: str) -> None:
        """Let other programs have this text for what was selected."""
        self._browser.hand_out(selected, text)

    def show_kept(self, kept: Kept) -> None:
        """Show note and pin of the entry, now or as soon as it is shown."""
        self._kept = kept
        if self._page is not None and self._page.entry.id == kept.entry.id:
            self.show_page(self._page)

    def show_note(self) -> None:
        """Bring the note into view, where the page has one."""
        self._browser.scrollToAnchor(NOTE)

    def note(self) -> NoteEditor:
        """Return the editor of notes, which stands below the page."""
        return self._note

    def close_note(self) -> bool:
        """Give up what is being written; False where nothing is."""
        if not self._note.isVisible():
            return False
        self._note.close_editor()
        return True

    def open_find(self) -> None:
        """Find in the page."""
        if self._page is not None:
            self._find.open()

    def close_find(self) -> bool:
        """Close the find bar; False where it was closed."""
        if not self._find.isVisible():
            return False
        self._find.hide()
        self._found.end()
        return True

    def parts(self) -> tuple[QWidget, ...]:
        """Return what has a style sheet of its own."""
        return self._head, self._find, self._browser, self._note

    @override
    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._look = look
        self._head.set_look(look)
        self._find.set_look(look)
        self._found.set_look(look)
        self._empty.set_look(look)
        self._note.set_look(look)
        self._take_fonts()
        self._again.start()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Entry"))
        self._browser.setAccessibleName(self.tr("Entry text"))
        self._again.start()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # Not a focus proxy: Tab would pass over all that stands before it in this pane.
        self._browser.setFocus(event.reason())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if digit := digit_of(event):
            self.digit_pressed.emit(digit)
        elif is_typed(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.set_pane_height(self.height())
        self._give_way()
        if self._page is not None and self._page.wide is not self._is_wide():
            self._again.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the editor of notes come and go."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._give_way()
        return super().eventFilter(watched, event)

    def _give_way(self) -> None:
        """Show the head where there is an entry, but not in a low pane in which a note is written about it."""
        wanted = self._head.minimumHeight() + self._note.minimumSizeHint().height() + _LEAST
        cramped = not self._note.isHidden() and self.height() < wanted
        self._head.setVisible((self._page or self._unknown) is not None and not cramped)
        self._browser.setMinimumHeight(1 if cramped else _LEAST)  # 0 would be what Qt thinks right

    def _take_fonts(self) -> None:
        """Show the page in the fonts of the look; the other parts have theirs."""
        self._browser.setFont(self._look.font())
        self._browser.document().setDefaultFont(self._look.font())

    def _connect(self) -> None:
        self._head.ticket_wanted.connect(self.ticket_wanted)
        self._head.plain_wanted.connect(self.plain_wanted)
        self._head.code_wanted.connect(self.code_wanted)
        self._head.shown_wanted.connect(self.shown_wanted)
        self._empty.chosen.connect(self.code_chosen)
        self._browser.link_clicked.connect(self._follow)
        self._browser.copy_wanted.connect(self.copy_wanted)
        self._browser.marked.connect(self.marked)
        self._found = FoundPlaces(self._find, self._browser, self._look)
        self._note.closed.connect(self._browser.setFocus)
        self._note.installEventFilter(self)

    def _is_wide(self) -> bool:
        """Tell whether two columns of text can be read beside each other."""
        return self.width() >= _LETTERS * QFontMetrics(self._look.font()).horizontalAdvance("n")

    def _refresh(self) -> None:
        """Lay the page out once, in a turn of its own, whatever all has changed."""
        if self._page is not None:
            self.show_page(self._page)
        elif self._unknown is not None:
            self.show_unknown(self._unknown)

    def _follow(self, link: str) -> None:
        if link.startswith("entry:"):
            self.entry_wanted.emit(link.removeprefix("entry:"))
        elif link.startswith(("https://", "http://")):
            self.link_wanted.emit(link)
