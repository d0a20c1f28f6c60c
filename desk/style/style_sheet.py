"""The style sheet: rounded fields, chips and quiet panes; in high contrast, thick frames. Sizes come in steps of 4 pixels.

Qt looks through all rules of a sheet for every widget below it, so each part of the window has only those it needs.
"""

from collections.abc import Callable

from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QProgressBar,
    QSplitter,
    QStatusBar,
    QTabWidget,
    QToolButton,
    QWidget,
)

import resources
from desk.style.row_rules import row_rules
from desk.style.theme import Colours, mixed

Rules = Callable[[Colours], str]


def stylesheet(colours: Colours) -> str:
    """Return the whole style sheet of a look, for dialogs."""
    return _dialogs(colours) + sheet_of(colours, tuple(_BY_KIND)) + row_rules(colours)


def sheet_of(colours: Colours, kinds: tuple[type[QWidget], ...]) -> str:
    """Return the rules of a look for parts of the window that hold these kinds of widgets."""
    return "".join(rules(colours) for rules in (*_EVERYWHERE, *(_BY_KIND[kind] for kind in kinds)))


def kinds_in(part: QWidget) -> tuple[type[QWidget], ...]:
    """Return the kinds of widgets in a part that have rules of their own; labels and buttons may come at any time."""
    return tuple(kind for kind in _BY_KIND if isinstance(part, kind) or part.findChild(kind) is not None)


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
    QLabel, QRadioButton, QGroupBox {{ color: {c.text}; }}
    QLabel#muted {{ color: {c.muted}; }}
    QToolTip {{ color: {c.text}; background: {c.raised}; border: 1px solid {c.line}; padding: 4px 8px; }}
    QFrame#card {{ background: {c.surface}; border-radius: 10px; {_frame(c, around, around)} }}
    QFrame#hintBar {{ background: {c.warning.ground}; border: none; border-radius: 6px; }}
    QFrame#hintBar QLabel {{ color: {c.warning.text}; }}
    QFrame#headline {{ background: transparent; border: none; border-bottom: 1px solid {c.line}; }}
    """


def _dialogs(c: Colours) -> str:
    around = 3 if c.strong else 1
    return f"""
    QFrame[card="true"] {{ background: {c.surface}; border-radius: 10px; {_frame(c, around, around)} }}
    QListView::indicator, QTableView::indicator {{ {_box(c)} }}
    QListView::indicator:checked, QTableView::indicator:checked {{ {_ticked(c)} }}
    """


def _views(c: Colours) -> str:
    around = 3 if c.strong else 1
    return f"""
    QListView, QTableView, QTreeView, QTextBrowser, QPlainTextEdit {{ color: {c.text};
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QPlainTextEdit {{ placeholder-text-color: {c.muted}; }}
    QFrame[card="true"] QListView, QFrame[card="true"] QTextBrowser, QFrame[card="true"] QPlainTextEdit {{ background: transparent; border: none; }}
    QFrame#noteEditor QPlainTextEdit, QDialog QPlainTextEdit, QDialog QTextBrowser, QDialog QListView, QDialog QTableView,
        QDialog QTreeView {{ background: {c.surface}; border-radius: 8px; {_frame(c, around, around)} }}
    QFrame#noteEditor QPlainTextEdit:focus, QDialog QPlainTextEdit:focus, QDialog QTextBrowser:focus,
        QDialog QListView:focus, QDialog QTableView:focus, QDialog QTreeView:focus {{ {_frame(c, around, around, focused=True)} }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
    QScrollBar::handle {{ background: {c.line}; border-radius: 4px; min-height: 32px; min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {c.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _lines(c: Colours) -> str:
    return f"""
    QLineEdit {{ placeholder-text-color: {c.muted}; }}
    QLineEdit {{ color: {c.text}; background: {c.surface}; border-radius: 8px; {_frame(c, 4, 8)}
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QLineEdit:focus {{ {_frame(c, 4, 8, focused=True)} }}
    QLineEdit#searchField {{ border-radius: 10px; {_frame(c, 8, 12)} }}
    QLineEdit#searchField:focus {{ {_frame(c, 8, 12, focused=True)} }}
    """


def _combos(c: Colours) -> str:
    return f"""
    QComboBox {{ color: {c.text}; background: {c.surface}; border-radius: 8px; {_frame(c, 4, 8)} }}
    QComboBox:hover {{ background: {c.raised}; }}
    QComboBox:focus {{ {_frame(c, 4, 8, focused=True)} }}
    QComboBox:disabled {{ color: {c.muted}; background: {c.window}; }}
    QComboBox::drop-down {{ border: none; width: 24px; }}
    QComboBox::down-arrow {{ image: url("{_chevron(c)}"); width: 16px; height: 16px; }}
    QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.line}; padding: 4px; outline: none;
        selection-background-color: {c.selected}; selection-color: {c.text}; }}
    """


def _chevron(c: Colours) -> str:
    return f"{resources.folder('icons').as_posix()}/chevron-{'dark' if c.dark else 'light'}.svg"


def _checks(c: Colours) -> str:
    return f"""
    QCheckBox {{ color: {c.text}; spacing: 8px; }}
    QCheckBox::indicator {{ {_box(c)} }}
    QCheckBox::indicator:hover {{ background: {c.raised}; }}
    QCheckBox::indicator:focus {{ border: {4 if c.strong else 2}px solid {c.accent}; }}
    QCheckBox::indicator:checked {{ {_ticked(c)} }}
    """


def _box(c: Colours) -> str:
    edge = 2 if c.strong else 1
    return f"width: 16px; height: 16px; border: {edge}px solid {c.muted}; border-radius: 4px; background: {c.surface};"


def _ticked(c: Colours) -> str:
    tick = f"{resources.folder('icons').as_posix()}/check-{'dark' if c.dark else 'light'}.svg"
    return f'background: {c.accent}; border-color: {c.accent}; image: url("{tick}");'


def _buttons(c: Colours) -> str:
    hover, pressed = mixed(c.accent, c.text, 0.12), mixed(c.accent, c.text, 0.24)
    return f"""
    QPushButton {{ background: {c.surface}; color: {c.text}; border-radius: 8px; outline: none; {_frame(c, 5, 12)} }}
    QPushButton:hover {{ background: {c.raised}; }}
    QPushButton:pressed {{ background: {c.selected}; }}
    QPushButton:focus {{ {_frame(c, 5, 12, focused=True)} }}
    QPushButton::menu-indicator {{ image: url("{_chevron(c)}"); width: 20px; height: 12px;
        image-position: right; subcontrol-origin: padding; subcontrol-position: center right; right: 6px; }}
    QPushButton:disabled {{ color: {c.muted}; background: {c.window}; border-style: dashed; }}
    QPushButton[primary="true"] {{ background: {c.accent}; color: {c.on_accent}; {_frame(c, 5, 12, colour=c.accent)} }}
    QPushButton[primary="true"]:hover {{ background: {hover}; border-color: {hover}; }}
    QPushButton[primary="true"]:pressed {{ background: {pressed}; border-color: {pressed}; }}
    QPushButton[primary="true"]:focus {{ {_frame(c, 5, 12, colour=c.text, focused=True)} }}
    QPushButton[primary="true"]:disabled {{ background: {c.raised}; color: {c.muted}; border-color: {c.line}; }}
    """


def _tools(c: Colours) -> str:
    quiet = c.line if c.strong else "transparent"
    return f"""
    QToolButton {{ background: transparent; color: {c.text}; border-radius: 8px; {_frame(c, 5, 5, colour=quiet)} }}
    QToolButton:hover {{ background: {c.raised}; }}
    QToolButton:pressed, QToolButton#chip:pressed {{ background: {c.selected}; }}
    QToolButton:focus {{ {_frame(c, 5, 5, focused=True)} }}
    QToolButton::menu-indicator {{ image: none; }}
    QToolButton#news {{ border-radius: 6px; {_frame(c, 2, 8, colour="transparent")} }}
    QToolButton#news:focus {{ {_frame(c, 2, 8, focused=True)} }}
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


def _tabs(c: Colours) -> str:
    edge = 2 if c.strong else 1
    return f"""
    QTabWidget::pane {{ border: {edge}px solid {c.line}; border-radius: 10px; top: 4px; }}
    QTabBar::tab {{ color: {c.text}; border-radius: 8px; margin-right: 4px; {_frame(c, 5, 12, colour="transparent")} }}
    QTabBar::tab:hover {{ background: {c.raised}; }}
    QTabBar::tab:selected {{ background: {c.selected}; {_frame(c, 5, 12, colour=c.accent)} }}
    QTabBar::tab:focus {{ {_frame(c, 5, 12, focused=True)} }}
    """


def _progress(c: Colours) -> str:
    return f"""
    QProgressBar {{ background: {c.raised}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
    """


def _status(c: Colours) -> str:
    return f"""
    QStatusBar {{ background: {c.window}; color: {c.muted}; }}
    QStatusBar::item {{ border: none; }}
    """


def _splitters(_c: Colours) -> str:
    return "QSplitter::handle { background: transparent; }"


_EVERYWHERE: tuple[Rules, ...] = (_panes, _buttons, _menus)
_BY_KIND: dict[type[QWidget], Rules] = {
    QAbstractScrollArea: _views,
    QLineEdit: _lines,
    QComboBox: _combos,
    QCheckBox: _checks,
    QToolButton: _tools,
    QTabWidget: _tabs,
    QSplitter: _splitters,
    QProgressBar: _progress,
    QStatusBar: _status,
}
