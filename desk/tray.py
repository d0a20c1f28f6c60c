"""The icon in the system tray, for those who want the desk at hand without its window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

_SIDE = 64


class Tray(QObject):
    """While the icon is there, closing the window leaves the program running; without it closing ends it."""

    show_wanted = Signal()
    """Show the window."""
    clipboard_wanted = Signal()
    """Show the window and read the clipboard."""
    watch_wanted = Signal(bool)
    """Watch the clipboard from now on, or no longer."""
    quit_wanted = Signal()
    """End the program."""
    said = Signal(str)
    """Why there is no icon."""

    def __init__(
        self,
        window: QWidget,
        *,
        is_there: Callable[[], bool] = lambda: QSystemTrayIcon.isSystemTrayAvailable(),  # noqa: PLW0108 - asked anew each time
    ) -> None:
        super().__init__(window)
        self._window, self._is_there = window, is_there
        self._watching = self._told = False
        self._icon: QSystemTrayIcon | None = None
        self._menu = QMenu(window)
        self._show, self._read, self._watch, self._quit = (QAction(self._menu) for _ in range(4))
        self._watch.setCheckable(True)
        self._menu.addActions([self._show, self._read, self._watch])
        self._menu.addSeparator()
        self._menu.addAction(self._quit)
        self._show.triggered.connect(self.show_wanted)
        self._read.triggered.connect(self.clipboard_wanted)
        self._watch.triggered.connect(self.watch_wanted)
        self._quit.triggered.connect(self.quit_wanted)
        self.retranslate()

    def switch(self, *, on: bool) -> None:
        """Show the icon or take it away; says so where this desktop has no tray."""
        if on == (self._icon is not None):
            return
        if on and not self._is_there():
            self.said.emit(self.tr("There is no tray for an icon here: closing the window ends Error Desk."))
            return
        if on:
            self._icon = QSystemTrayIcon(self)
            self._icon.setContextMenu(self._menu)
            self._icon.activated.connect(self._activated)
            self._paint()
            self._icon.show()
        elif self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        QApplication.setQuitOnLastWindowClosed(not self.is_shown())

    def is_shown(self) -> bool:
        """Tell whether the icon is there."""
        return self._icon is not None

    def show_watch(self, *, on: bool) -> None:
        """Show whether the clipboard is watched: a mark on the icon, a tick in its menu, and words."""
        self._watching = on
        self._watch.setChecked(on)
        self._paint()

    def tell_window_closed(self) -> None:
        """Say once that the program goes on here."""
        if self._icon is not None and not self._told:
            self._told = True
            said = self.tr("Error Desk goes on here. Quit ends it.")
            self._icon.showMessage(self.tr("Error Desk"), said, self._icon.icon())

    def menu(self) -> QMenu:
        """Return the menu of the icon."""
        return self._menu

    def tip(self) -> str:
        """Return what the icon says when it is pointed at."""
        return self.tr("Error Desk · watching the clipboard") if self._watching else self.tr("Error Desk")

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        self._show.setText(self.tr("Show Error Desk"))
        self._read.setText(self.tr("Read the clipboard"))
        self._watch.setText(self.tr("Watch the clipboard"))
        self._quit.setText(self.tr("Quit"))
        self._paint()

    def _paint(self) -> None:
        if self._icon is not None:
            self._icon.setIcon(
                _marked(self._window.windowIcon()) if self._watching else self._window.windowIcon()
            )
            self._icon.setToolTip(self.tip())

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.show_wanted.emit()


def _marked(icon: QIcon) -> QIcon:
    """Return the icon with a ring in its corner: something is being watched."""
    picture = QPixmap(icon.pixmap(_SIDE, _SIDE))
    side = picture.width() / picture.devicePixelRatio()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#18212d"), side / 16))
    painter.setBrush(QColor("#ffe033"))
    painter.drawEllipse(QRectF(side * 0.55, side * 0.55, side * 0.4, side * 0.4))
    painter.setBrush(QColor("#18212d"))
    painter.drawEllipse(QRectF(side * 0.7, side * 0.7, side * 0.1, side * 0.1))
    painter.end()
    return QIcon(picture)
