"""Makes of the table of actions what the window needs: QActions with their keys, and the lines of the overlay."""

import re
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from desk.action_spec import Act, ActionSpec, Group
from desk.actions import ACTIONS, DIALOG_KEYS, DIVIDERS, PANE_KEYS

translate = QCoreApplication.translate

KeyLines = dict[str, list[tuple[str, str]]]
"""By heading, keys and what they do."""


def sequences(spec: ActionSpec) -> list[QKeySequence]:
    """Return the keys of an action on this platform."""
    if spec.standard is not None:
        return QKeySequence.keyBindings(spec.standard)
    return [QKeySequence(keys) for keys in spec.keys]


def make_actions(parent: QObject, todo: Mapping[Act, Callable[[], object]]) -> dict[Act, QAction]:
    """Make the QActions; each identifier has a function that does it."""
    made: dict[Act, QAction] = {}
    for spec in ACTIONS:
        action = QAction(parent)
        action.setObjectName(spec.id)
        action.setShortcuts(sequences(spec))
        action.triggered.connect(lambda _checked=False, act=spec.id: todo[act]())
        made[spec.id] = action
    retranslate(made)
    return made


def retranslate(actions: Mapping[Act, QAction]) -> None:
    """Say the texts in the window's language."""
    for spec in ACTIONS:
        text = translate("Actions", spec.text)
        actions[spec.id].setText(text)
        actions[spec.id].setToolTip(text)


def overlay_lines() -> KeyLines:
    """Return what the overlay shows: by heading, keys and what they do."""
    lines: KeyLines = {translate("Actions", group): [] for group in Group}
    for spec in ACTIONS:
        if keys := _keys_of(spec):
            lines[translate("Actions", spec.group)].append((keys, translate("Actions", spec.text)))
    for key in PANE_KEYS:
        lines[translate("Actions", key.group)].append((_each_named(key.keys), translate("Actions", key.text)))
    return lines


def dialog_lines(name: str, title: str, letters: Iterable[tuple[str, str]], *, parted: bool) -> KeyLines:
    """Return what the overlay shows in a dialog: its own keys, what its letters press, and what works everywhere.

    `parted` tells that there are dividers in it to move.
    """
    own = [
        (_each_named(key.keys), translate("Actions", key.text)) for key in DIALOG_KEYS if key.dialog == name
    ]
    own.append((_each_named("Esc"), translate("Actions", "Close")))
    useful = {spec.id for spec in ACTIONS if spec.everywhere} - (set() if parted else DIVIDERS)
    pressed = [(_each_named(f"Alt+{letter}"), words) for letter, words in letters]
    everywhere = [(_keys_of(spec), translate("Actions", spec.text)) for spec in ACTIONS if spec.id in useful]
    return {title: own + pressed, translate("Actions", "Everywhere"): everywhere}


def _keys_of(spec: ActionSpec) -> str:
    shown = sequences(spec)[: 1 if spec.standard else 3]
    # The key pad's Enter is the other one's twin: whoever reads of one knows both.
    return ", ".join(_named(key) for key in shown if not key.toString().endswith("Enter"))


def _named(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def _each_named(keys: str) -> str:
    """Name the keys of a list or range, such as `Down, Up` or `1 … 9`, in the window's language."""
    return re.sub(r"[^\s,…]+", lambda key: _named(QKeySequence(key[0])), keys)
