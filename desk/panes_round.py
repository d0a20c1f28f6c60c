"""F6: round the panes by keys, and a frame round the one that has the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk.style.card import Card


def go_round(panes: Sequence[QWidget], focused: QWidget | None, by: int) -> None:
    """Put the focus into the next or previous pane of those that are seen."""
    shown = [pane for pane in panes if pane.isVisible()]
    at = next((n for n, pane in enumerate(shown) if _is_in(focused, pane)), -1 if by > 0 else 0)
    shown[(at + by) % len(shown)].setFocus(Qt.FocusReason.ShortcutFocusReason)


def frame_focus(cards: dict[QWidget, Card], focused: QWidget | None) -> None:
    """Draw a frame round the pane that has the focus."""
    for pane, card in cards.items():
        card.set_focused(focused=_is_in(focused, pane))


def _is_in(focused: QWidget | None, pane: QWidget) -> bool:
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))
