"""Takes docs/ticket-in-rich-text.png: a ticket copied by the desk and pasted into Qt's rich text editor.

`python tests/rich_text_shot.py docs`; `tests/shots.py` can call `take(out)` in a process with Qt's offscreen screen.
"""

import os
import sys
import tempfile
from pathlib import Path

PASTED = """\
{"error":{"code":"Ecs.1000","message":"Failed to call the Nova API because token=EXAMPLE1TOKEN2EXAMPLE expired."},
 "request_id":"req-7f3a1c2d-9b8e-4f5a-8b7c-8d9e0f1a2b3c"}
{"error_code":"SVCSTG.SWR.4001048","error_msg":"Failed to get Token from *Context* <b>[1]</b>"}
"""
_SIZE = (860, 1180)


def take(out: Path) -> Path:
    """Copy the ticket of an error as HTML mail, paste it into an editor, and save the picture of the editor."""
    from PySide6.QtCore import QObject  # noqa: PLC0415 - the platform is chosen before Qt is loaded
    from PySide6.QtWidgets import QApplication, QTextEdit  # noqa: PLC0415 - the same

    from desk.clipboard import DeskClipboard  # noqa: PLC0415 - the same
    from desk.style.theme import LIGHT, palette  # noqa: PLC0415 - the same
    from desk.tickets.source import Choice, TicketSource  # noqa: PLC0415 - the same
    from index.errors import DeskError  # noqa: PLC0415 - the same
    from index.folders import Folders  # noqa: PLC0415 - the same
    from index.matching import explain  # noqa: PLC0415 - the same
    from index.store import open_table  # noqa: PLC0415 - the same

    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([])
    app.setStyle("Fusion")
    app.setPalette(palette(LIGHT))
    with tempfile.TemporaryDirectory(prefix="error-desk-rich-") as home:
        table = open_table(Folders.under(Path(home)))
        ticket = TicketSource(found=explain(PASTED, table)).write(Choice(target="html"))
        table.close()
    if isinstance(ticket, DeskError):
        raise ticket
    owner = QObject()
    clipboard = DeskClipboard(app.clipboard(), owner)
    clipboard.put(ticket.text, ticket.html or "", ticket.markdown or "")
    editor = QTextEdit()
    editor.document().setDocumentMargin(24)
    editor.resize(*_SIZE)
    editor.show()
    editor.paste()
    editor.verticalScrollBar().setValue(0)
    app.processEvents()
    path = out / "ticket-in-rich-text.png"
    editor.grab().save(str(path))
    editor.close()
    clipboard.let_go()
    return path


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    print(take(folder))
