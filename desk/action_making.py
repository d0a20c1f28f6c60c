"""Makes of the table of actions what the window needs: QActions with their keys, and the lines of the overlay."""

import re
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from desk.action_spec import Act, ActionSpec, Group
from desk.actions import ACTIONS, PANE_KEYS

translate = QCoreApplication.translate


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


def overlay_lines() -> dict[str, list[tuple[str, str]]]:
    """Return what the overlay shows: by heading, keys and what they do."""
    lines: dict[str, list[tuple[str, str]]] = {translate("Actions", group): [] for group in Group}
    for spec in ACTIONS:
        shown = sequences(spec)[: 1 if spec.standard else 3]
        # Return and Enter are two keys of one name in Chinese.
        keys = ", ".join(dict.fromkeys(_named(key) for key in shown))
        if keys:
            lines[translate("Actions", spec.group)].append((keys, translate("Actions", spec.text)))
    for key in PANE_KEYS:
        lines[translate("Actions", key.group)].append((_each_named(key.keys), translate("Actions", key.text)))
    return lines


def _named(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def _each_named(keys: str) -> str:
    """Name the keys of a list or range, such as `Down, Up` or `1 … 9`, in the window's language."""
    return re.sub(r"[^\s,…]+", lambda key: _named(QKeySequence(key[0])), keys)
