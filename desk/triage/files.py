"""Dropped and opened files: which are read like a paste, and what is said of one that cannot be read."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desk.triage.thread import LogFault
from index.payload.log_file import Fault, UnreadableLog, open_log

translate = QCoreApplication.translate

SMALL_FILE = 200_000
"""Bytes up to which files are read like a paste; a longer one is a log."""
_GZIP = b"\x1f\x8b"


def small_text(files: list[Path]) -> str | None:
    """Return the texts of small files, one below the other; None where one is a log. Raises UnreadableLog."""
    texts: list[str] = []
    for path in files:
        if path.is_fifo():
            raise UnreadableLog(Fault.DEVICE, str(path), "{path} is no file that can be read", path=path)
        with open_log(path) as log:
            if log.total > SMALL_FILE:
                return None
            with path.open("rb") as file:
                if file.read(len(_GZIP)) == _GZIP:
                    return None
            texts.append("".join(log.pieces))
    return "\n".join(texts)


def fault_said(fault: LogFault) -> str:
    """Return in one line why a log was not read."""
    name = Path(fault.name).name
    said = {
        Fault.FOLDER: translate("Triage", "{name} is a folder: choose one file in it."),
        Fault.DEVICE: translate("Triage", "{name} is no file that can be read."),
        Fault.OTHER_KIND: translate(
            "Triage", "{name} is an archive or another kind of file: unpack it first."
        ),
        Fault.NO_TEXT: translate("Triage", "{name} is no text file."),
        Fault.DAMAGED: translate("Triage", "{name} is damaged: it ends early or cannot be unpacked."),
        Fault.TOO_LARGE: translate("Triage", "{name} is too large: cut the log first (1 GB can be read)."),
    }
    if fault.fault in said:
        return said[fault.fault].format(name=name)
    return fault.said or translate("Triage", "The log could not be read: the reader ended early.")
