"""The filter bar: a chip for each value that narrows the results, with the number of hits it would leave.

Values of one group widen each other (SWR or ECS), groups narrow each other. Chips keep their places while counts
change with each key.
"""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from desk.language.counted import Counted
from desk.language.marking import QT_TRANSLATE_NOOP
from desk.language.menu_letters import give_letters
from desk.language.retranslated import Retranslated
from desk.own_keys import EnterButton
from desk.question.chips import Chosen
from desk.style.flow_layout import FlowLayout
from desk.style.look import Look
from index.hits import Facets

translate = QCoreApplication.translate

GROUPS = ("provider", "service", "status", "language", "solution", "kept")

_HIGH = (20, 28)
"""Lines of chips that a window must be high for two of them, and for as many as there are."""
_MOST_SHOWN = {"provider": 4, "service": 6, "status": 4, "language": 3, "solution": 1, "kept": 2}
_GROUP_NAMES = {
    "provider": QT_TRANSLATE_NOOP("FilterBar", "Provider"),
    "service": QT_TRANSLATE_NOOP("FilterBar", "Service"),
    "status": QT_TRANSLATE_NOOP("FilterBar", "HTTP status"),
    "language": QT_TRANSLATE_NOOP("FilterBar", "Language"),
    "solution": QT_TRANSLATE_NOOP("FilterBar", "Solution"),
    "kept": QT_TRANSLATE_NOOP("FilterBar", "Mine"),
}
_LANGUAGES = {"en": "English", "zh-Hans": "简体中文", "zh-Hant": "繁體中文", "de": "Deutsch", "ja": "日本語"}


class Chip(EnterButton):
    """One value of one group."""

    def __init__(self, group: str, value: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.kind, self.value = group, value
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, *, active: bool, number: int) -> None:
        """Show how many hits it leaves; a chip that leaves none is dim, but an active one can still be taken off."""
        name = value_name(self.kind, self.value)
        self.setChecked(active)
        self.setText(f"{'✓ ' if active else ''}{name}  {count}".replace("&", "&&"))
        self.setEnabled(active or count > 0)
        group = translate("FilterBar", _GROUP_NAMES[self.kind])
        said = translate("FilterBar", "{group} {name}, {hits}")
        self.setAccessibleName(said.format(group=group, name=name, hits=Counted().hits(count)))
        self.setToolTip(f"{group} (Alt+{number})" if number <= 9 else group)  # noqa: PLR2004 - there are nine digits


def value_name(group: str, value: str) -> str:
    """Return what a chip is called."""
    if group == "solution":
        return (
            translate("FilterBar", "With solution")
            if value == "yes"
            else translate("FilterBar", "No solution")
        )
    if group == "kept":
        return translate("FilterBar", "My notes") if value == "note" else translate("FilterBar", "Pinned")
    if group == "status" and not value:
        return translate("FilterBar", "No status")
    return _LANGUAGES.get(value, value) if group == "language" else value


class FilterBar(Retranslated, QFrame):
    """All chips, group after group; values of lesser weight are in the menu at the end."""

    changed = Signal(object)
    """The chips that are active now, as `Chosen`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self._known = self._counts = Facets()
        self._active: Chosen = frozenset()
        self._is_low = False
        self._chips: list[Chip] = []
        self._more = EnterButton(self)
        self._more.setObjectName("chip")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(QMenu(self._more))
        self._more.menu().aboutToShow.connect(self._fill_more)
        give_letters(self._more.menu())
        self._flow = FlowLayout(self)
        self.set_look(look)
        self.retranslate()

    def set_known(self, facets: Facets) -> None:
        """Lay out chips for the values that the catalogues hold; counts follow with each answer."""
        if facets == self._known:
            return
        self._known = facets
        self._lay_out()
        self.set_counts(facets)

    def keep_room(self, height: int) -> None:
        """Be so high until there are chips: what stands below does not jump when they come."""
        if not self._chips:
            self.setMinimumHeight(height)

    def set_counts(self, facets: Facets) -> None:
        """Show how many hits of the present query each chip would leave."""
        self._counts = facets
        for number, chip in enumerate(self._chips, 1):
            count = getattr(facets, chip.kind).get(chip.value, 0)
            chip.show_count(count, active=(chip.kind, chip.value) in self._active, number=number)
        self._give_way()
        hidden = [pair for pair in self._active if pair not in self._shown()]
        more = translate("FilterBar", "More")
        self._more.setText(f"✓ {more}" if hidden else more)
        self._more.setChecked(bool(hidden))

    def set_active(self, active: Chosen) -> None:
        """Show these chips as active; tells nobody."""
        self._active = active
        self.set_counts(self._counts)

    def active(self) -> Chosen:
        """Return the active chips."""
        return self._active

    def toggle(self, number: int) -> None:
        """Toggle the chip with this number, from 1; one that cannot be seen stays as it is."""
        chip = self._chips[number - 1] if 1 <= number <= len(self._chips) else None
        if chip is not None and chip.isVisible() and chip.isEnabled():
            self._flip(chip.kind, chip.value)

    def chips(self) -> tuple[Chip, ...]:
        """Return the chips, in order."""
        return tuple(self._chips)

    def set_look(self, look: Look) -> None:
        """Change the font."""
        font = look.font(0.92)
        for chip in (*self._chips, self._more):
            chip.setFont(font)
        self._font = font

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Filters"))
        self._more.setAccessibleName(self.tr("More filters"))
        self.set_counts(self._counts)

    def _lay_out(self) -> None:
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self._chips:
            chip.deleteLater()
        self._chips = []
        is_shown = not self.isHidden()
        if is_shown:
            self.hide()  # else Qt would find a place for everything in the window anew with each chip
        for group in GROUPS:
            for value in _shown_values(group, getattr(self._known, group)):
                chip = Chip(group, value, self)
                chip.setFont(self._font)
                chip.clicked.connect(partial(self._flip, group, value))
                self._flow.addWidget(chip)
                if self._chips and self._chips[-1].kind != group:
                    self._flow.space_before(chip)
                chip.show()
                self._chips.append(chip)
        self._flow.addWidget(self._more)
        # New widgets come last in the Tab order; here it is the order in which they stand.
        for before, after in pairwise((self._more, *self._chips, self._more)):
            QWidget.setTabOrder(before, after)
        self._more.setVisible(bool(self._chips))
        self.setMinimumHeight(0)
        self.setVisible(is_shown)
        self.updateGeometry()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._give_way()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See how high the window is."""
        if event.type() == QEvent.Type.Resize:
            self._give_way()
        return False

    def _give_way(self) -> None:
        """Take a line or two in a low window: what has no room then is in the menu, the last ones first.

        In a single line what leaves no hits goes before that; else chips keep their places while counts change.
        """
        if not self.isVisible() or self.isWindow():
            return
        line = self._more.sizeHint().height()
        most = 1 + sum(self.window().height() >= high * line for high in _HIGH)
        if most > len(_HIGH) and not self._is_low:
            return
        self._is_low = most <= len(_HIGH)
        shown = list(self._chips)
        if self._is_low:
            order = sorted(shown, key=lambda chip: (not chip.isChecked(), most == 1 and not chip.isEnabled()))
            widths = {chip: chip.sizeHint().width() for chip in shown}
            while order and self._lines(shown, widths) > most:
                shown.remove(order.pop())
        for chip in self._chips:
            chip.setVisible(chip in shown)

    def _lines(self, shown: list[Chip], widths: dict[Chip, int]) -> int:
        """Return how many lines these chips take, with the menu's button behind them."""
        kinds = [chip.kind for chip in shown]
        begins = [before != kind for before, kind in pairwise(("", *kinds))]
        sizes = [(widths[chip], begin) for chip, begin in zip(shown, begins, strict=True)]
        return self._flow.lines([*sizes, (self._more.sizeHint().width(), False)], self.width())

    def _shown(self) -> set[tuple[str, str]]:
        return {(chip.kind, chip.value) for chip in self._chips if not chip.isHidden()}

    def _fill_more(self) -> None:
        menu = self._more.menu()
        menu.clear()
        for group in GROUPS:
            counts: dict[str, int] = getattr(self._counts, group)
            values = [v for v in getattr(self._known, group) if (group, v) not in self._shown()]
            if values:
                menu.addSection(translate("FilterBar", _GROUP_NAMES[group]))
            for value in values:
                name = f"{value_name(group, value)}  {counts.get(value, 0)}"
                action = menu.addAction(name.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked((group, value) in self._active)
                action.triggered.connect(partial(self._flip, group, value))

    def _flip(self, group: str, value: str, _checked: object = None) -> None:
        self._active ^= {(group, value)}
        self.set_counts(self._counts)
        self.changed.emit(self._active)


def _shown_values(group: str, counts: dict[str, int]) -> list[str]:
    if group == "status":
        return [value for value in ("4xx", "5xx") if value in counts]
    if group == "solution":
        return ["yes"] if "yes" in counts else []
    best = sorted(counts, key=lambda value: (-counts[value], value))[: _MOST_SHOWN[group]]
    return sorted(best)  # the first counts come in another order than those of the index
