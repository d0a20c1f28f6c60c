"""Connects the editor of notes: what is typed is kept at once, what is left half written comes back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.memory.flow import Kept, MemoryFlow
from desk.memory.library_thread import LibraryThread
from desk.memory.undo import Step, UndoStack
from desk.memory.unsaved_flow import UnsavedFlow, Writing
from desk.window import MainWindow
from index.entry import CatalogueEntry
from index.library.values import Unsaved, Written, ref_of

if TYPE_CHECKING:
    from index.library.desk_library import DeskLibrary


class NoteWiring(QObject):
    """What happens while a note is written."""

    def __init__(
        self,
        window: MainWindow,
        library: LibraryThread,
        memory: MemoryFlow,
        unsaved: UnsavedFlow,
        undo: UndoStack,
    ) -> None:
        super().__init__(window)
        self._window, self._library, self._memory = window, library, memory
        self._unsaved, self._undo = unsaved, undo
        self._entry: CatalogueEntry | None = None
        self._written = ""
        self._editor = editor = window.detail.note()
        editor.typed.connect(self._typed)
        editor.rested.connect(self._look_for_secrets)
        editor.written.connect(self._write)
        editor.given_up.connect(self._give_up)
        editor.left.connect(self._leave)
        window.closing.connect(editor.keep)
        memory.unwritten.connect(self._write_later)

    def edit(self) -> None:
        """Write on the note about the selected entry's code, also while its page is still on the way."""
        row = self._window.results.current_row()
        if row is not None:
            self.open(row.entry)

    def open(self, entry: CatalogueEntry, draft: str = "") -> None:
        """Write on the note about an entry's code, or go on with a draft, or with what was left half written."""
        editor, page = self._editor, self._window.detail.page()
        known = page.note if page is not None and page.entry.id == entry.id else ""
        goes_on = editor.is_about(entry.id) and editor.is_changed()
        editor.open(entry.id, entry.code, known, draft)
        self._entry = entry
        left = self._unsaved.take_up(ref_of(entry).key)
        if draft:
            self._typed()
            return
        if left is not None and not goes_on:
            editor.go_on(left)
        else:
            self._memory.read_note(entry, lambda kept: editor.fill(entry.id, kept))

    def go_on(self, left: Unsaved, entry: CatalogueEntry) -> None:
        """Go on with what was left half written about an entry's code, which is being brought to the window."""
        if self._unsaved.is_left(left.key):
            self._window.show_start(start=False)
            self.open(entry)

    def bring_into_view(self, kept: Kept) -> None:
        """Show the note that was just kept where it stands: below all else of the page."""
        if kept.entry.id == self._written:
            self._written = ""
            self._window.detail.show_note()

    def _typed(self) -> None:
        entry, editor = self._entry, self._editor
        if entry is None:
            return
        ref = ref_of(entry)

        def take() -> Writing:
            # By now it may be about another code.
            is_there = editor.is_about(entry.id) and editor.is_changed()
            texts = (editor.text() if is_there else "",)
            return Writing(key=ref.key, kind=Written.NOTE, ref=ref, texts=texts, cursor=editor.place())

        self._unsaved.typed(ref.key, take)

    def _write(self, text: str) -> None:
        if self._entry is not None:
            self._unsaved.end(ref_of(self._entry).key, drop=False)
            self._written = self._entry.id
            self._memory.write_note(self._entry, text, mask_past=self._editor.was_masked())

    def _write_later(self, entry: CatalogueEntry, text: str) -> None:
        """Give a note back that could not be kept: nothing that was written is lost."""
        if text.strip() and not self._editor.is_changed():
            self.open(entry, text)
        elif text.strip():
            self._leave_about(entry, text)

    def _give_up(self, text: str) -> None:
        entry = self._entry
        if entry is not None:
            self._unsaved.end(ref_of(entry).key)
            said = self.tr("Note about {code} not kept").format(code=entry.code)
            self._undo.push(Step(said=said, back=lambda: self.open(entry, text)))

    def _leave(self, text: str) -> None:
        if self._entry is not None:
            self._leave_about(self._entry, text)

    def _leave_about(self, entry: CatalogueEntry, text: str) -> None:
        ref = ref_of(entry)
        self._unsaved.leave(Writing(key=ref.key, kind=Written.NOTE, ref=ref, texts=(text,)))

    def _look_for_secrets(self, text: str) -> None:
        """Ask on the library's thread, which has the patterns loaded, whether redaction would mask anything."""

        def look(_library: "DeskLibrary") -> str:
            from index.redact import redact  # noqa: PLC0415 - loaded there, not at the start

            return redact(text)

        self._library.run(
            look, lambda masked: self._editor.show_secrets(text, str(masked)), lambda _line: None
        )
