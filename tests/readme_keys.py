"""Writes the README's list of keys from the one table of actions; a test compares the two.

python tests/readme_keys.py README.md
"""

import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from desk.action_making import overlay_lines

START, END = "<!-- keys: made from desk/actions.py by `make keys` -->\n", "<!-- /keys -->\n"


def listed() -> str:
    """Render the keys as a Markdown table."""
    rows = ["| keys | what they do |", "|---|---|"]
    for lines in overlay_lines().values():
        rows += [f"| {'`' + keys.replace(', ', '`, `') + '`'} | {text} |" for keys, text in lines]
    return "\n".join(rows) + "\n"


def written(readme: str) -> str:
    """Return the README with the present list between its two marks."""
    before, _, rest = readme.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}{listed()}{END}{after}"


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication()  # standard keys are known only to a running one
    path = Path(sys.argv[1])
    path.write_text(written(path.read_text("utf-8")), "utf-8")
