"""F6 and Tab: round the panes by keys, and a frame round the one that has the keyboard."""

from collections.abc import Sequence
from itertools import pairwise

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


def tab_behind(pane: QWidget, *others: QWidget) -> None:
    """Let Tab go from the last stop in a pane to these, which Tab stops at, one after the other."""
    last, one = pane, pane.nextInFocusChain()
    while one is not None and one is not pane:
        if pane.isAncestorOf(one) and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            last = one
        one = one.nextInFocusChain()
    for before, behind in pairwise((last, *others)):
        QWidget.setTabOrder(before, behind)
