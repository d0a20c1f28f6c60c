"""The style sheet: rounded fields, chips and quiet panes; in high contrast, thick frames. Sizes come in steps of 4 pixels."""

import resources
from desk.style.theme import Colours


def stylesheet(colours: Colours) -> str:
    """Return the style sheet of a look, for panes and dialogs."""
    return "".join((_panes(colours), _fields(colours), _buttons(colours), _menus(colours), _bars(colours)))


SPLITTERS = "QSplitter::handle { background: transparent; }"
"""What the splitters between the panes have: nothing that a look changes."""


def _frame(c: Colours, up: int, aside: int, *, colour: str = "", focused: bool = False) -> str:
    """Return a border and the padding inside it: a thicker border takes from the padding, so that nothing moves.

    `up` and `aside` are the padding that a border of one pixel leaves, in pixels.
    """
    width = (4 if c.strong else 2) if focused else 2 if c.strong else 1
    room = [max(pad + 1 - width, 0) for pad in (up, aside)]
    line = colour or (c.accent if focused else c.line)
    return f"border: {width}px solid {line}; padding: {room[0]}px {room[1]}px;"


def _panes(c: Colours) -> str:
    around = 3 if c.strong else 1
    return f"""
    QLabel, QCheckBox, QRadioButton, QGroupBox {{ color: {c.text}; }}
    QListView, QTableView, QTreeView, QTextBrowser, QPlainTextEdit {{ color: {c.text};
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QToolTip {{ color: {c.text}; background: {c.raised}; border: 1px solid {c.line}; padding: 4px 8px; }}
    QFrame#card, QFrame[card="true"] {{ background: {c.surface}; border-radius: 10px; {_frame(c, around, around)} }}
    QFrame[card="true"][focused="true"] {{ {_frame(c, around, around, focused=True)} }}
    QFrame[card="true"] QListView, QFrame[card="true"] QTextBrowser, QFrame[card="true"] QPlainTextEdit {{ background: transparent; border: none; }}
    QFrame#noteEditor QPlainTextEdit, QDialog QPlainTextEdit, QDialog QTextBrowser, QDialog QListView, QDialog QTableView
        {{ background: {c.surface}; border-radius: 8px; {_frame(c, around, around)} }}
    QFrame#noteEditor QPlainTextEdit:focus, QDialog QPlainTextEdit:focus, QDialog QTextBrowser:focus,
        QDialog QListView:focus, QDialog QTableView:focus {{ {_frame(c, around, around, focused=True)} }}
    QFrame#hintBar {{ background: {c.warning.ground}; border: none; border-radius: 6px; }}
    QFrame#hintBar QLabel {{ color: {c.warning.text}; }}
    QFrame#headline {{ background: transparent; border: none; border-bottom: 1px solid {c.line}; }}
    QLabel#muted {{ color: {c.muted}; }}
    QStatusBar {{ background: {c.window}; color: {c.muted}; }}
    QStatusBar::item {{ border: none; }}
    """


def _fields(c: Colours) -> str:
    icons, kind = resources.folder("icons").as_posix(), "dark" if c.dark else "light"
    tick, chevron = f"{icons}/check-{kind}.svg", f"{icons}/chevron-{kind}.svg"
    edge, focus = (2, 4) if c.strong else (1, 2)
    return f"""
    QLineEdit, QPlainTextEdit {{ placeholder-text-color: {c.muted}; }}
    QLineEdit {{ color: {c.text}; background: {c.surface}; border-radius: 8px; {_frame(c, 4, 8)}
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QLineEdit:focus {{ {_frame(c, 4, 8, focused=True)} }}
    QLineEdit#searchField {{ border-radius: 10px; {_frame(c, 8, 12)} }}
    QLineEdit#searchField:focus {{ {_frame(c, 8, 12, focused=True)} }}
    QComboBox {{ color: {c.text}; background: {c.surface}; border-radius: 8px; {_frame(c, 4, 8)} }}
    QComboBox:focus {{ {_frame(c, 4, 8, focused=True)} }}
    QComboBox:disabled {{ color: {c.muted}; background: {c.window}; }}
    QComboBox::drop-down {{ border: none; width: 24px; }}
    QComboBox::down-arrow {{ image: url("{chevron}"); width: 16px; height: 16px; }}
    QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.line}; padding: 4px; outline: none;
        selection-background-color: {c.selected}; selection-color: {c.text}; }}
    QCheckBox {{ spacing: 8px; }}
    QCheckBox::indicator, QListView::indicator, QTableView::indicator {{ width: 16px; height: 16px; border: {edge}px solid {c.muted};
        border-radius: 4px; background: {c.surface}; }}
    QCheckBox::indicator:focus {{ border: {focus}px solid {c.accent}; }}
    QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {{ background: {c.accent}; border-color: {c.accent};
        image: url("{tick}"); }}
    QListView::indicator:selected, QTableView::indicator:selected {{ border-color: {c.on_accent}; }}
    """


def _buttons(c: Colours) -> str:
    quiet = c.line if c.strong else "transparent"
    return f"""
    QPushButton {{ background: {c.surface}; color: {c.text}; border-radius: 8px; {_frame(c, 5, 12)} }}
    QPushButton:hover {{ background: {c.raised}; }}
    QPushButton:pressed {{ background: {c.selected}; }}
    QPushButton:focus {{ {_frame(c, 5, 12, focused=True)} }}
    QPushButton:disabled {{ color: {c.muted}; background: {c.window}; border-style: dashed; }}
    QPushButton[primary="true"] {{ background: {c.accent}; color: {c.on_accent}; {_frame(c, 5, 12, colour=c.accent)} }}
    QPushButton[primary="true"]:focus {{ {_frame(c, 5, 12, colour=c.text, focused=True)} }}
    QPushButton[primary="true"]:disabled {{ background: {c.raised}; color: {c.muted}; border-color: {c.line}; }}
    QToolButton {{ background: transparent; color: {c.text}; border-radius: 8px; {_frame(c, 5, 5, colour=quiet)} }}
    QToolButton:hover {{ background: {c.raised}; }}
    QToolButton:focus {{ {_frame(c, 5, 5, focused=True)} }}
    QToolButton::menu-indicator {{ image: none; }}
    QToolButton#chip {{ background: {c.surface}; border-radius: 13px; {_frame(c, 3, 10)} }}
    QToolButton#chip:hover {{ background: {c.raised}; }}
    QToolButton#chip:checked {{ background: {c.selected}; border-color: {c.accent}; color: {c.text}; }}
    QToolButton#chip:focus, QToolButton#chip:checked:focus {{ {_frame(c, 3, 10, focused=True)} }}
    QToolButton#chip:disabled {{ color: {c.muted}; background: transparent; border-style: dashed; }}
    """


def _menus(c: Colours) -> str:
    chosen = f"border: 2px solid {c.accent};" if c.strong else ""
    return f"""
    QMenu {{ background: {c.surface}; border: {2 if c.strong else 1}px solid {c.line}; padding: 4px; }}
    QMenu::item {{ padding: 5px 24px 5px 16px; border-radius: 6px; }}
    QMenu::icon {{ left: 8px; }}
    QMenu::item:selected {{ background: {c.selected}; color: {c.text}; {chosen} }}
    QMenu::item:disabled {{ color: {c.muted}; }}
    QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
    """


def _bars(c: Colours) -> str:
    edge = 2 if c.strong else 1
    return f"""
    QTabWidget::pane {{ border: {edge}px solid {c.line}; border-radius: 10px; top: 4px; }}
    QTabBar::tab {{ color: {c.text}; border-radius: 8px; margin-right: 4px; {_frame(c, 5, 12, colour="transparent")} }}
    QTabBar::tab:hover {{ background: {c.raised}; }}
    QTabBar::tab:selected {{ background: {c.selected}; {_frame(c, 5, 12, colour=c.accent)} }}
    QTabBar::tab:focus {{ {_frame(c, 5, 12, focused=True)} }}
    QSplitter::handle {{ background: transparent; }}
    QProgressBar {{ background: {c.raised}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
    QScrollBar::handle {{ background: {c.line}; border-radius: 4px; min-height: 32px; min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {c.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
