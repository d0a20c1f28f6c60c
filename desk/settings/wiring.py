"""Connects the settings with the window: choices, backups, and the user's own glossary."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog

from desk.language.refusals import refusal_said
from desk.memory.library_thread import LibraryThread
from desk.question.build_process import BuildProcess
from desk.question.search_thread import SearchThread
from desk.settings.choices import Settings
from desk.settings.preferences import Preferences
from desk.window import MainWindow
from index.errors import Said

if TYPE_CHECKING:
    from desk.settings.dialog import SettingsDialog


class SettingsWiring(QObject):
    """Beside `desk.wiring`, which gives it a way to the ticket templates."""

    restored = Signal()
    """The library holds what a backup held, or its files were put right: everybody has to look again."""
    order_changed = Signal()
    """Other services come first now."""

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        library: LibraryThread,
        search: SearchThread,
        build: BuildProcess,
        open_templates: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window, self._preferences, self._library = window, preferences, library
        self._search, self._build, self._open_templates = search, build, open_templates
        self._order = preferences.settings().preferred_services
        library.settled.connect(self.restored)
        preferences.settings_changed.connect(self._look_at_order)

    def open_settings(self) -> None:
        """Show the settings."""
        if self._is_open("settingsDialog"):
            return
        from desk.settings.dialog import SettingsDialog  # noqa: PLC0415 - not needed at the start

        preferences = self._preferences
        dialog = SettingsDialog(
            preferences.settings(), preferences.change, preferences.folders(), self._window
        )
        dialog.templates_wanted.connect(self._open_templates)
        dialog.glossary_wanted.connect(self.open_glossary)
        preferences.settings_changed.connect(dialog.show_settings)
        dialog.backup_wanted.connect(lambda to: self._back_up(dialog, to))
        dialog.restore_wanted.connect(lambda source: self._restore(dialog, source))
        self._search.look_up(lambda table: table.headers(), lambda found: _offer(dialog, found))
        self._window.open_dialog(dialog)

    def open_glossary(self) -> None:
        """Show the user's own glossary."""
        if self._is_open("glossaryDialog"):
            return
        from desk.settings.glossary_dialog import GlossaryDialog  # noqa: PLC0415 - not needed at the start

        dialog = GlossaryDialog(self._library.run, self._preferences.look(), self._window)
        dialog.kept.connect(self._take_glossary)
        self._preferences.look_changed.connect(dialog.set_look)
        self._window.open_dialog(dialog)

    def _is_open(self, name: str) -> bool:
        """Tell whether such a dialog is open or about to be, and bring it to the front."""
        dialog = self._window.findChild(QDialog, name)
        if dialog is None:
            return False
        gone = dialog.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide) and not dialog.isVisible()
        if gone:  # closed, and not yet deleted
            return False
        dialog.raise_()
        dialog.activateWindow()
        return True

    def _take_glossary(self) -> None:
        """Build the index anew beside the present one, which answers until then."""
        self._window.status.show_news(self.tr("The glossary is kept; the search is taking it in"))
        self._build.start()

    def _back_up(self, dialog: "SettingsDialog", to: Path) -> None:
        said = self.tr("Backed up: {path}").format(path=to)
        self._library.run(
            lambda library: library.backup(to), lambda _: _say(dialog, said), lambda line: _say(dialog, line)
        )

    def _restore(self, dialog: "SettingsDialog", source: Path) -> None:
        def tell(result: object) -> None:
            kept, notice = cast("tuple[Path, Said | None]", result)
            said = self.tr("Restored. What was here before is kept in {path}").format(path=kept)
            _say(dialog, f"{refusal_said(notice)}\n{said}" if notice else said)
            self.restored.emit()

        self._library.run(lambda library: library.restore(source), tell, lambda line: _say(dialog, line))

    def _look_at_order(self, settings: object) -> None:
        if isinstance(settings, Settings) and settings.preferred_services != self._order:
            self._order = settings.preferred_services
            self.order_changed.emit()


def _offer(dialog: "SettingsDialog", headers: object) -> None:
    if shiboken6.isValid(dialog) and isinstance(headers, tuple):
        dialog.set_known(headers)


def _say(dialog: "SettingsDialog", line: str) -> None:
    if shiboken6.isValid(dialog):  # else closed meanwhile
        dialog.say(line)
