"""How rows look that Qt paints, in the tables and lists of dialogs: as in the lists of the window, which paint their own."""

from desk.style.theme import Colours


def row_rules(c: Colours) -> str:
    """Return the rules; in high contrast a line above and below marks the chosen rows, for colours are not enough."""
    edge = 2 if c.strong else 0
    return f"""
    QTableView, QListView, QTreeView {{ outline: none; }}
    QTableView::item, QListView::item, QTreeView::item {{ padding: 4px 8px; border: {edge}px solid transparent;
        border-left: none; border-right: none; }}
    QTableView::item:selected, QListView::item:selected, QTreeView::item:selected {{ background: {c.selected}; color: {c.text};
        border-color: {c.accent}; }}
    QListView::item {{ min-height: 20px; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{ color: {c.muted}; background: transparent; border: none;
        border-bottom: 1px solid {c.line}; padding: 4px 10px; }}
    """
