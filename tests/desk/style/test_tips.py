"""Tool tips show markup as it is written, and long lines in lines that can be read."""

from PySide6.QtGui import QTextDocument

from desk.style.tips import plain_tip


def test_markup_is_shown_and_not_obeyed() -> None:
    page = QTextDocument()
    page.setHtml(plain_tip('<img src="/dev/zero">\n<b>bold</b> & more'))
    assert page.toPlainText() == '<img src="/dev/zero">\n<b>bold</b> & more'


def test_short_plain_words_stay_as_they_are() -> None:
    assert plain_tip("Error Codes\nTom & Co") == "Error Codes\nTom & Co"
    assert plain_tip("word " * 40).startswith("<div>")
