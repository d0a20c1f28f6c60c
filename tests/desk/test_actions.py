"""One table of actions: no key means two things, every action is done by something."""

from collections import Counter

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from desk.action_making import make_actions, overlay_lines, sequences
from desk.action_spec import Act, Group
from desk.actions import ACTIONS, CHIP_KEYS, PANE_KEYS

_FROM_THE_DESIGN = {
    "Ctrl+K": Act.FIELD,
    "Ctrl+L": Act.FIELD,
    "/": Act.FIELD,
    "Esc": Act.CLEAR,
    "Ctrl+F": Act.FIND,
    "Ctrl+V": Act.PASTE,
    "Ctrl+Shift+C": Act.COPY_TICKET,
    "Shift+Return": Act.COPY_PLAIN,
    "Ctrl+C": Act.COPY_ROW,
    "Ctrl+Shift+K": Act.COPY_CODE,
    "Ctrl+Shift+R": Act.COPY_IDS,
    "F8": Act.NEXT_ERROR,
    "Shift+F8": Act.PREVIOUS_ERROR,
    "F6": Act.NEXT_PANE,
    "Alt+Left": Act.BACK,
    "Alt+Right": Act.FORWARD,
    "Ctrl++": Act.LARGER,
    "Ctrl+-": Act.SMALLER,
    "Ctrl+0": Act.USUAL_SIZE,
    "F1": Act.KEYS,
}


@pytest.mark.usefixtures("qapp")
def test_no_key_is_given_twice() -> None:
    keys = Counter(key.toString() for spec in ACTIONS for key in sequences(spec))
    keys.update(QKeySequence(key).toString() for key in CHIP_KEYS)
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_identifier_stands_in_the_table_once() -> None:
    assert sorted(spec.id for spec in ACTIONS) == sorted(Act)


@pytest.mark.usefixtures("qapp")
def test_the_keys_of_the_design_do_what_it_says() -> None:
    by_key = {key.toString(): spec.id for spec in ACTIONS for key in sequences(spec)}
    wanted = {QKeySequence(key).toString(): act for key, act in _FROM_THE_DESIGN.items()}
    assert {key: by_key.get(key) for key in wanted} == wanted


@pytest.mark.usefixtures("qapp")
def test_an_action_does_its_own_work() -> None:
    done: list[Act] = []
    parent = QObject()
    actions = make_actions(parent, {act: (lambda a=act: done.append(a)) for act in Act})
    for act in Act:
        actions[act].trigger()
    assert done == list(Act)


@pytest.mark.usefixtures("qapp")
def test_the_overlay_lists_every_key() -> None:
    lines = overlay_lines()
    assert list(lines) == [str(group) for group in Group]
    with_keys = [spec for spec in ACTIONS if sequences(spec)]
    assert sum(map(len, lines.values())) == len(with_keys) + len(PANE_KEYS)
