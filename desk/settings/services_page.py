"""The page of the settings about searching: which services come first, and the way to the user's own glossary."""

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desk.settings.choices import Settings
from desk.settings.pages import heading, muted_label
from index.catalogue import OWN
from index.entry import CatalogueHeader
from index.text import fold

_ID = Qt.ItemDataRole.UserRole
_LIST_HEIGHT = 180


class ServiceList(QListWidget):
    """Services with a mark each: the marked ones on top, in the order in which they come first."""

    changed = Signal()
    """The marked ones, or their order, are others."""

    _marked_one = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, str] = {}
        self._chosen: tuple[str, ...] = ()
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.setProperty("card", True)  # noqa: FBT003 - a property's value
        self.itemChanged.connect(lambda item: self._marked_one.emit(item.data(_ID)))
        # Later: the list must not be filled anew while it is still handling the key or the click.
        self._marked_one.connect(self._mark, Qt.ConnectionType.QueuedConnection)

    def set_known(self, headers: Iterable[CatalogueHeader]) -> None:
        """Offer the services of these catalogues; own entries stand under their service, not beside it."""
        self._known = {
            header.id.removeprefix(OWN): f"{header.service} · {header.provider}"
            for header in sorted(headers, key=lambda one: (fold(one.service), fold(one.provider)))
        }
        self._fill()

    def set_chosen(self, chosen: tuple[str, ...]) -> None:
        """Mark these, by catalogue id or by the name of a service; one that is not there now is kept."""
        if chosen != self._chosen:
            self._chosen = chosen
            self._fill()

    def chosen(self) -> tuple[str, ...]:
        """Return what is marked, first one first."""
        return self._chosen

    def move_current(self, step: int) -> None:
        """Move the marked service at hand up (-1) or down (1) among the marked ones."""
        row = self.currentRow()
        order, to = list(self._ids()[: self._marked()]), row + step
        if 0 <= row < len(order) and 0 <= to < len(order):
            order[row], order[to] = order[to], order[row]
            self._take(tuple(order), self.currentItem().data(_ID))

    def may_move(self, step: int) -> bool:
        """Tell whether `move_current` would do anything."""
        row = self.currentRow()
        return 0 <= row < self._marked() and 0 <= row + step < self._marked()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(step)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.currentRow() < 0:  # none is at hand before somebody comes here
            self.setCurrentRow(0)
        super().focusInEvent(event)

    def _mark(self, name: str) -> None:
        """Bring a service that was marked to the end of the marked ones, or one that no longer is to the others."""
        others = tuple(one for one in self._resolved() if one != name)
        marked = self.item(self._ids().index(name)).checkState() == Qt.CheckState.Checked
        self._take((*others, name) if marked else others, name)

    def _take(self, chosen: tuple[str, ...], current: str) -> None:
        self._chosen = chosen
        self._fill(current)
        self.changed.emit()

    def _fill(self, current: str = "") -> None:
        if not current and self.currentItem() is not None:
            current = self.currentItem().data(_ID)
        marked = self._resolved()
        with QSignalBlocker(self):
            self.clear()
            for name in (*marked, *(one for one in self._known if one not in marked)):
                item = QListWidgetItem(self._known.get(name, name), self)
                item.setData(_ID, name)
                item.setCheckState(Qt.CheckState.Checked if name in marked else Qt.CheckState.Unchecked)
            self.setCurrentRow(self._ids().index(current) if current in self._ids() else -1)
        self.currentRowChanged.emit(self.currentRow())

    def _resolved(self) -> tuple[str, ...]:
        """Return the marked ones as catalogue ids where a service is named by its own name."""
        ids: dict[str, None] = {}
        for name in self._chosen:
            called = [one for one, text in self._known.items() if fold(text.split(" · ")[0]) == fold(name)]
            ids.update(dict.fromkeys([name] if name in self._known else called or [name]))
        return tuple(ids)

    def _marked(self) -> int:
        return len(self._resolved())

    def _ids(self) -> list[str]:
        return [self.item(row).data(_ID) for row in range(self.count())]


class SearchPage(QWidget):
    """Preferred services, and the user's own glossary."""

    changed = Signal()
    """Something was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services, self.glossary = ServiceList(self), QPushButton(self)
        self.up, self.down = QPushButton(self), QPushButton(self)
        self._titles = [heading(self) for _ in range(2)]
        self._said = [muted_label(self) for _ in range(2)]
        for button in (self.up, self.down, self.glossary):
            button.setAutoDefault(False)
        self.services.setMinimumHeight(_LIST_HEIGHT)
        self._titles[0].setBuddy(self.services)
        self._arrange()
        self.services.changed.connect(self.changed)
        self.services.currentRowChanged.connect(self._offer_moves)
        self.up.clicked.connect(lambda: self.services.move_current(-1))
        self.down.clicked.connect(lambda: self.services.move_current(1))
        self._offer_moves()

    def show_settings(self, settings: Settings) -> None:
        """Show the choices as they are."""
        self.services.set_chosen(settings.preferred_services)

    def taken(self, settings: Settings) -> Settings:
        """Return the choices with those of this page taken in."""
        return msgspec.structs.replace(settings, preferred_services=self.services.chosen())

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        for label, text in zip(
            self._titles, (self.tr("Preferred services"), self.tr("My glossary")), strict=True
        ):
            label.setText(text)
        self.services.setAccessibleName(self._titles[0].text())
        self._said[0].setText(
            self.tr(
                "Where several services have the same code, the marked ones come first, in this order. "
                "Space marks a service, Alt+Up and Alt+Down move it."
            )
        )
        self._said[1].setText(
            self.tr("Words of your team that the search is to understand, such as 跳板机 = bastion host.")
        )
        self.up.setText(self.tr("Up"))
        self.down.setText(self.tr("Down"))
        self.glossary.setText(self.tr("Edit my glossary…"))

    def _arrange(self) -> None:
        buttons = QVBoxLayout()
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.services, 1)
        row.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        column.addWidget(self._titles[0])
        column.addWidget(self._said[0])
        column.addLayout(row, 1)
        column.addSpacing(12)
        column.addWidget(self._titles[1])
        column.addWidget(self._said[1])
        column.addWidget(self.glossary, 0, Qt.AlignmentFlag.AlignLeft)

    def _offer_moves(self) -> None:
        self.up.setEnabled(self.services.may_move(-1))
        self.down.setEnabled(self.services.may_move(1))
