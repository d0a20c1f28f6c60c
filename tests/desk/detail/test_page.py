"""The detail page: everything of an entry is there, and nothing from outside is markup."""

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QShortcut, QTextDocument
from pytestqt.qtbot import QtBot

from desk.detail.facts import Related
from desk.detail.html_pieces import marked
from desk.detail.page import Page, UnknownPage, page_html, unknown_html
from desk.detail.pane import DetailPane
from desk.detail.safe_browser import SafeBrowser
from desk.style.look import Look
from desk.style.theme import LIGHT
from index.advice import advice_for
from index.entry import CatalogueEntry, Source

HOSTILE = '<img src="file:///dev/zero"><script>alert(1)</script><a href="javascript:x">& \' "'
MakeEntry = Callable[..., CatalogueEntry]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.seen.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def _hostile_page(make_entry: MakeEntry) -> Page:
    entry = make_entry(
        HOSTILE,
        message=HOSTILE,
        description={"en": HOSTILE, "zh-Hans": HOSTILE},
        solution={"en": HOSTILE},
        steps={"en": (HOSTILE, HOSTILE)},
        service=HOSTILE,
        provider=HOSTILE,
        source=Source(title=HOSTILE, updated=HOSTILE, url="https://example.org/" + HOSTILE),
    )
    return Page(
        entry=entry,
        language="en",
        values=(HOSTILE,),
        message=HOSTILE,
        spans={"message": ((0, 5),)},
        advice=advice_for(entry, "en"),
        solved=False,
        related=(Related(id=entry.id, code=HOSTILE, text=HOSTILE, why="same-code"),),
        note=HOSTILE,
    )


def test_nothing_from_outside_is_markup(make_entry: MakeEntry, look: Look) -> None:
    tags = _Tags()
    tags.feed(page_html(_hostile_page(make_entry), look))
    assert not tags.seen & {"img", "script", "iframe", "style", "link"}
    assert HOSTILE in tags.text
    tags = _Tags()
    page = UnknownPage(code=HOSTILE, message=HOSTILE, advice=advice_for(None, "en", texts=(HOSTILE,)))
    tags.feed(unknown_html(page, look))
    assert not tags.seen & {"img", "script"}


def test_an_unknown_code_is_no_dead_end(look: Look) -> None:
    page = UnknownPage(code="A.1", message=None, advice=advice_for(None, "en"))
    assert "Ctrl+N writes an entry of your own" in unknown_html(page, look)


def test_a_hostile_page_shows_its_texts_whole(qtbot: QtBot, make_entry: MakeEntry, look: Look) -> None:
    pane = DetailPane(look)
    qtbot.addWidget(pane)
    pane.show_page(_hostile_page(make_entry))
    assert pane.plain_text().count("<img src=") >= 8


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=4))
def test_marking_never_loses_a_letter(text: str, spans: list[tuple[int, int]]) -> None:
    tags = _Tags()
    tags.feed(marked(text.replace("\r", ""), sorted(spans), LIGHT.mark).replace("<br/>", "\n"))
    tags.close()
    assert tags.text == text.replace("\r", "")


@pytest.mark.parametrize("scheme", ["javascript:", "file:///etc/passwd?", "data:text/html,"])
def test_only_links_to_the_web_are_links(make_entry: MakeEntry, look: Look, scheme: str) -> None:
    entry = make_entry(source=Source(title="Page", url=scheme + "x"))
    assert scheme not in page_html(Page(entry=entry, language="en"), look)


def test_no_resource_is_ever_loaded(qtbot: QtBot, tmp_path: Path) -> None:
    # GIVEN a picture that is there, and a page that names it
    picture = tmp_path / "there.png"
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    assert image.save(str(picture))
    browser = SafeBrowser()
    qtbot.addWidget(browser)
    browser.setHtml(f'<p>before <img src="{picture.as_uri()}"> after</p>')
    browser.show()
    # THEN it is not fetched, and the page takes the room of its words only
    kind = QTextDocument.ResourceType.ImageResource.value
    assert browser.loadResource(kind, QUrl.fromLocalFile(str(picture))).width() == 1
    assert browser.document().size().height() < 100
    assert not browser.openLinks()
    assert not browser.openExternalLinks()


def test_clicked_links_are_only_told(qtbot: QtBot, look: Look) -> None:
    pane = DetailPane(look)
    qtbot.addWidget(pane)
    with qtbot.waitSignal(pane.entry_wanted) as told:
        pane._follow("entry:some-id")
    assert told.args == ["some-id"]
    with qtbot.waitSignal(pane.link_wanted) as told:
        pane._follow("https://example.org")
    with qtbot.assertNotEmitted(pane.link_wanted):
        pane._follow("javascript:alert(1)")


def test_steps_are_numbered_and_the_fallback_is_marked_as_ours(make_entry: MakeEntry, look: Look) -> None:
    entry = make_entry()
    tags = _Tags()
    tags.feed(page_html(Page(entry=entry, language="en"), look))
    assert "1.Check the number.2.Try again." in tags.text
    bare = make_entry(solution={}, steps={})
    advice = advice_for(bare, "en")
    tags = _Tags()
    tags.feed(page_html(Page(entry=bare, language="en", advice=advice, solved=False), look))
    assert advice.ours in tags.text
    assert advice.ask[0] in tags.text


def test_letters_typed_in_the_page_are_handed_on(qtbot: QtBot, make_entry: MakeEntry, look: Look) -> None:
    pane = DetailPane(look)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_page(Page(entry=make_entry(), language="en"))
    told: list[str] = []
    pane.typed.connect(told.append)
    for letters, modifier in (("aB", Qt.KeyboardModifier.NoModifier), ("x", Qt.KeyboardModifier.AltModifier)):
        qtbot.keyClicks(pane._browser, letters, modifier)
    assert told == ["a", "B"]
    # AND what is written in a field of the pane stays there
    pane.open_find()
    qtbot.keyClicks(pane._find._field, "desk")
    assert told == ["a", "B"]


def test_find_marks_every_place(qtbot: QtBot, make_entry: MakeEntry, look: Look) -> None:
    pane = DetailPane(look)
    qtbot.addWidget(pane)
    pane.show()
    pane.show_page(Page(entry=make_entry(), language="en"))
    pane.open_find()
    pane._find._field.setText("desk")
    assert len(pane._found._places) >= 2
    # AND F3 goes on from the page too, for as long as the bar is there
    pane._browser.setFocus()
    keys = {shortcut.key().toString(): shortcut for shortcut in pane._find.findChildren(QShortcut)}
    place = pane._found._place
    keys["F3"].activated.emit()
    assert pane._found._place == place + 1
    keys["Shift+F3"].activated.emit()
    assert pane._found._place == place
    assert pane.close_find()
    assert not pane.close_find()
