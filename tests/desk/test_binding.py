"""The binding gives back only references that it owns: 6.12.0 did not, and the process died after a while."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from desk.results.result_model import ResultModel
from desk.results.rows import row_of_hit
from index.hits import Hit

_TIMES = 10_000
_NOISE = 1_000


class Teller(QObject):
    """Emits."""

    told = Signal(object, bool)


def _counts() -> tuple[int, int, int]:
    return sys.getrefcount(None), sys.getrefcount(True), sys.getrefcount(False)  # noqa: FBT003 - the objects are meant


def test_none_and_true_are_not_used_up(qtbot: QtBot, make_hit: Callable[..., Hit]) -> None:
    del qtbot
    teller, model = Teller(), ResultModel()
    teller.told.connect(lambda _value, _flag: None)
    model.set_items((row_of_hit(make_hit(), "en"),))
    at = model.index(0)
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = _counts()
    for _ in range(_TIMES):
        teller.told.emit(None, True)  # noqa: FBT003 - a signal's value
        at.data(Qt.ItemDataRole.DecorationRole)
        painter.setPen(Qt.GlobalColor.red)
        painter.drawPoint(1, 1)
    after = _counts()
    painter.end()
    lost = [was - now for was, now in zip(before, after, strict=True)]
    assert max(lost) < _NOISE, lost
