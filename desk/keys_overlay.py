"""F1: all keys, made from the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from desk.action_making import overlay_lines
from desk.look import Look


class KeysOverlay(QDialog):
    """Two columns of headings with their keys; Esc or F1 closes it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keysOverlay")
        self.setWindowTitle(self.tr("All keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout(self)
        grid.setContentsMargins(32, 24, 32, 24)
        grid.setHorizontalSpacing(48)
        grid.setVerticalSpacing(16)
        for number, (heading, lines) in enumerate(overlay_lines().items()):
            grid.addWidget(
                self._block(heading, lines, look), number // 2, number % 2, Qt.AlignmentFlag.AlignTop
            )

    def _block(self, heading: str, lines: list[tuple[str, str]], look: Look) -> QWidget:
        block = QWidget(self)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(_label(heading, look, bold=True))
        rows = QGridLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(6)
        for number, (keys, text) in enumerate(lines):
            key = _label(keys, look)
            key.setFont(look.mono_font(0.9))
            key.setObjectName("muted")
            rows.addWidget(key, number, 0)
            rows.addWidget(_label(text, look), number, 1)
        rows.setColumnStretch(1, 1)
        column.addLayout(rows)
        return block


def _label(text: str, look: Look, *, bold: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(look.font(1.05 if bold else 1.0, bold=bold))
    return label
