"""Three buttons side by side: an entry's texts in English, in Chinese, or in both."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget
from typing_extensions import override

from desk.detail.languages import LANGUAGE_NAMES, Shown
from desk.language.retranslated import Retranslated
from desk.own_keys import EnterButton
from desk.style.look import Look


class LanguageSwitch(Retranslated, QWidget):
    """One of the three is chosen; the arrow keys go from one to the next."""

    chosen = Signal(object)
    """The `Shown` that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {shown: EnterButton(self) for shown in (Shown.ENGLISH, Shown.CHINESE, Shown.BOTH)}
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for shown, button in self._buttons.items():
            button.setObjectName("chip")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(partial(self._choose, shown))
            group.addButton(button)
            row.addWidget(button)
        self.retranslate()

    def show_chosen(self, shown: Shown) -> None:
        """Show which one is chosen."""
        self._buttons[shown].setChecked(True)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Change the font."""
        for button in self._buttons.values():
            button.setFont(look.font(0.88))

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Languages of the entry"))
        names = (LANGUAGE_NAMES["en"], LANGUAGE_NAMES["zh-Hans"], self.tr("Both"))
        for button, name in zip(self._buttons.values(), names, strict=True):
            button.setText(f"✓ {name}" if button.isChecked() else name)
            button.setAccessibleName(self.tr("Texts in: {language}").format(language=name))
            button.setToolTip(self.tr("Languages of the entry (Ctrl+Shift+B goes through them)"))

    def _choose(self, shown: Shown, _checked: object = None) -> None:
        self.retranslate()
        self.chosen.emit(shown)
