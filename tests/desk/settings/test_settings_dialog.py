"""The settings: what is chosen applies at once, and what changes elsewhere is shown."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QFileDialog, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from desk.settings.choices import Settings
from desk.settings.data_page import DataPage
from desk.settings.dialog import SettingsDialog
from desk.settings.services_page import ServiceList
from desk.style.theme import Theme
from index.catalogue import OWN
from index.entry import CatalogueHeader, CatalogueId
from index.folders import Folders


def _header(service: str, provider: str = "Huawei Cloud") -> CatalogueHeader:
    name = f"{provider}.{service}".lower().replace(" ", "-")
    return CatalogueHeader(
        id=CatalogueId(name), provider=provider, service=service, title="", updated="2026-01-01", entries=1
    )


HEADERS = (_header("SWR"), _header("ECS", "Open Telekom Cloud"), _header("Workspace"), _header("ECS"))
ECS, OTC, SWR, WKS = (
    "huawei-cloud.ecs",
    "open-telekom-cloud.ecs",
    "huawei-cloud.swr",
    "huawei-cloud.workspace",
)

Made = tuple[SettingsDialog, list[Settings]]


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Made:
    """A dialog, and the settings that it has made."""
    taken: list[Settings] = []
    dialog = SettingsDialog(Settings(), taken.append, Folders.under(tmp_path), None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog, taken


def _pick(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize(
    "act, field, value",
    [
        (lambda d: _pick(d.general.language, "zh-Hans"), "language", "zh-Hans"),
        (lambda d: _pick(d.general.theme, "high-contrast"), "theme", Theme.CONTRAST),
        (lambda d: _pick(d.general.size_box, "14.0"), "font_size", 14),
        (lambda d: d.general.watch.click(), "watch_clipboard", True),
        (lambda d: d.general.tray.click(), "tray", True),
        (lambda d: _pick(d.tickets.target, "jira-wiki"), "ticket_target", "jira-wiki"),
        (lambda d: _pick(d.tickets.ticket_language, "en"), "ticket_language", "en"),
        (lambda d: d.tickets.note.click(), "ticket_note", True),
    ],
)
def test_every_choice_applies_at_once(
    made: Made, act: Callable[[SettingsDialog], object], field: str, value: object
) -> None:
    dialog, taken = made
    act(dialog)
    assert taken == [msgspec.structs.replace(Settings(), **{field: value})]


def test_what_is_changed_elsewhere_is_shown_and_not_undone(made: Made) -> None:
    dialog, taken = made
    elsewhere = Settings(theme=Theme.DARK, ticket_target="slack", tray=True)
    dialog.show_settings(elsewhere)
    assert dialog.general.theme.currentData() == "dark"
    dialog.general.watch.click()
    assert taken == [msgspec.structs.replace(elsewhere, watch_clipboard=True)]


def test_a_text_size_between_those_offered_is_offered_too(made: Made) -> None:
    dialog, _ = made
    dialog.show_settings(Settings(font_size=10.7))
    assert dialog.general.size_box.currentText() == "10.7"


def test_another_language_keeps_what_is_chosen(made: Made) -> None:
    dialog, _ = made
    _pick(dialog.tickets.target, "slack")
    dialog.retranslate()
    assert dialog.tickets.target.currentData() == "slack"


def test_no_label_guesses_and_every_page_can_be_scrolled(made: Made) -> None:
    dialog, _ = made
    assert [
        one.text() for one in dialog.findChildren(QLabel) if one.textFormat() != Qt.TextFormat.PlainText
    ] == []
    assert all(isinstance(dialog.tabs.widget(n), QScrollArea) for n in range(dialog.tabs.count()))


@pytest.fixture
def services(qtbot: QtBot) -> Iterator[ServiceList]:
    """A list of four services, none marked."""
    made = ServiceList()
    qtbot.addWidget(made)
    made.set_known(HEADERS)
    made.show()
    yield made
    made.hide()


def _shown(services: ServiceList) -> list[str]:
    marks = {Qt.CheckState.Checked: "+", Qt.CheckState.Unchecked: "-"}
    items = [services.item(row) for row in range(services.count())]
    return [marks[item.checkState()] + item.text().split(" · ")[0] for item in items]


def _mark(qtbot: QtBot, services: ServiceList, row: int) -> None:
    services.setCurrentRow(row)
    with qtbot.waitSignal(services.changed):
        qtbot.keyClick(services, Qt.Key.Key_Space)


def test_no_service_looks_chosen_before_somebody_comes_to_the_list(qtbot: QtBot) -> None:
    services = ServiceList()
    qtbot.addWidget(services)
    services.set_known(HEADERS)
    assert services.currentRow() == -1
    assert services.selectedItems() == []
    QApplication.sendEvent(services, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert services.currentRow() == 0


def test_services_are_marked_and_moved_by_keys(qtbot: QtBot, services: ServiceList) -> None:
    assert _shown(services) == ["-ECS", "-ECS", "-SWR", "-Workspace"]
    _mark(qtbot, services, 3)
    _mark(qtbot, services, 3)
    assert _shown(services) == ["+Workspace", "+SWR", "-ECS", "-ECS"]
    # THEN the one just marked is still at hand, and moves up
    qtbot.keyClick(services, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert services.chosen() == (SWR, WKS)
    assert services.currentRow() == 0
    assert (services.may_move(-1), services.may_move(1)) == (False, True)
    # AND no unmarked one is moved
    services.setCurrentRow(2)
    qtbot.keyClick(services, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert services.chosen() == (SWR, WKS)
    _mark(qtbot, services, 0)
    assert _shown(services) == ["+Workspace", "-ECS", "-ECS", "-SWR"]


def test_own_entries_are_no_service_of_their_own(services: ServiceList) -> None:
    own = [msgspec.structs.replace(one, id=CatalogueId(OWN + one.id)) for one in HEADERS[:1]]
    services.set_known((*HEADERS, *own))
    assert _shown(services) == ["-ECS", "-ECS", "-SWR", "-Workspace"]
    # AND a service of which there are only own entries is offered as well
    services.set_known(own)
    assert _shown(services) == ["-SWR"]


def test_a_bare_name_marks_all_services_called_so(services: ServiceList) -> None:
    services.set_chosen(("ecs", SWR))
    assert _shown(services)[:3] == ["+ECS", "+ECS", "+SWR"]
    services.setCurrentRow(0)
    services.move_current(1)
    assert services.chosen() == (OTC, ECS, SWR)


def test_a_service_that_is_not_there_now_is_kept(qtbot: QtBot, services: ServiceList) -> None:
    services.set_chosen(("gone-cloud.box",))
    assert services.item(0).text() == "gone-cloud.box"
    _mark(qtbot, services, 1)
    assert services.chosen() == ("gone-cloud.box", ECS)


def test_the_order_of_services_is_a_setting(qtbot: QtBot, made: Made) -> None:
    dialog, taken = made
    page = dialog.searching
    page.services.set_known(HEADERS)
    dialog.tabs.setCurrentIndex(2)
    _mark(qtbot, page.services, 3)
    assert taken[-1].preferred_services == (WKS,)
    assert not page.up.isEnabled()
    _mark(qtbot, page.services, 1)
    assert page.up.isEnabled()
    page.up.click()
    assert taken[-1].preferred_services == (ECS, WKS)


class Page:
    """The page of folders, those that were opened, and what was told."""

    def __init__(self, folders: Folders) -> None:
        self.opened: list[Path] = []
        self.told: list[str] = []
        self.made = DataPage(folders, open_with=self._open)
        self.made.told.connect(self.told.append)
        self.made.retranslate()
        self.made.show()

    def _open(self, folder: Path) -> bool:
        self.opened.append(folder)
        return len(self.opened) == 1


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Page:
    """A page over four folders that are not there yet."""
    page = Page(Folders.under(tmp_path))
    qtbot.addWidget(page.made)
    return page


def test_folders_are_opened_and_their_paths_copied(page: Page, tmp_path: Path) -> None:
    assert page.made.paths[0].text() == str(tmp_path / "data")
    page.made.opens[1].click()
    assert (page.opened, page.told) == ([tmp_path / "config"], [])
    assert (tmp_path / "config").stat().st_mode & 0o077 == 0
    page.made.copies[0].click()
    assert QGuiApplication.clipboard().text() == str(tmp_path / "data")
    page.made.opens[1].click()
    assert page.told[0].endswith(str(tmp_path / "data"))
    assert "No program" in page.told[1]


def test_a_folder_that_cannot_be_used_is_said(page: Page, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    page.made.opens[0].click()
    assert "cannot use the folder" in page.told[0]
    assert page.opened == []


@pytest.mark.parametrize("wanted", ["backup", "restore"])
def test_a_file_is_asked_for(qtbot: QtBot, page: Page, tmp_path: Path, wanted: str) -> None:
    made = page.made
    (tmp_path / "copy.sqlite").touch()
    getattr(made, wanted).click()
    asked = made.findChild(QFileDialog)
    qtbot.waitUntil(asked.isVisible)
    assert asked.acceptMode() == (
        QFileDialog.AcceptMode.AcceptSave if wanted == "backup" else QFileDialog.AcceptMode.AcceptOpen
    )
    with qtbot.waitSignal(getattr(made, f"{wanted}_wanted")) as blocked:
        asked.fileSelected.emit(str(tmp_path / "copy.sqlite"))
    assert blocked.args == [tmp_path / "copy.sqlite"]
    asked.close()


def test_pages_are_made_after_the_first_is_seen_or_when_they_are_wanted(qtbot: QtBot, tmp_path: Path) -> None:
    # GIVEN settings that were just made: only the first page is there
    dialog = SettingsDialog(Settings(ticket_target="slack"), lambda _: None, Folders.under(tmp_path), None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    areas = [dialog.tabs.widget(number) for number in range(dialog.tabs.count())]
    assert [area.widget() is not None for area in areas] == [True, False, False, False]
    # WHEN a page is turned to, and the services become known before theirs THEN both are shown
    dialog.set_known(HEADERS)
    dialog.tabs.setCurrentIndex(1)
    assert dialog.tickets.target.currentData() == "slack"
    # AND the others come by themselves once the dialog is seen
    dialog.show()
    qtbot.waitUntil(lambda: all(area.widget() is not None for area in areas))
    assert dialog.searching.services.count() == len(HEADERS)


def test_tab_leads_through_a_page_and_then_to_the_button_below(qtbot: QtBot, made: Made) -> None:
    dialog, _ = made
    qtbot.waitUntil(lambda: dialog.tabs.widget(3).widget() is not None)
    close = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close)
    for number in range(dialog.tabs.count()):
        dialog.tabs.setCurrentIndex(number)
        bar = dialog.tabs.tabBar()
        passed, at = [], bar.nextInFocusChain()
        while at is not bar:
            if (
                at is not dialog.tabs
                and at.isVisible()
                and at.isEnabled()
                and at.focusPolicy() & Qt.FocusPolicy.TabFocus
            ):
                passed.append(at)
            at = at.nextInFocusChain()
        area = dialog.tabs.widget(number)
        assert passed[-1] is close
        assert len(passed) > 2
        assert all(area.isAncestorOf(one) for one in passed[:-1])
