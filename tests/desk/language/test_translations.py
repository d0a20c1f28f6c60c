"""Both languages are whole: every text of the window has a translation, and placeholders are the same."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from defusedxml import ElementTree
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

import desk
import resources
from desk.action_making import overlay_lines
from desk.language.counted import Counted
from desk.language.translations import Translations, compile_source, window_language
from index.errors import StorageError
from index.folders import Folders

_SOURCE = resources.folder("translations") / "error_desk_zh_CN.ts"
_ENGLISH = resources.folder("translations") / "error_desk_en.ts"
_PLACES = {"tr": 0, "translate": 1}
"""Which argument of a call is the text."""
_TOOL = Path(sys.executable).parent / "pyside6-lupdate"


def _messages(path: Path) -> dict[tuple[str, str], str | None]:
    found: dict[tuple[str, str], str | None] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            open_ = translation.get("type") in ("unfinished", "vanished", "obsolete")
            forms = [form.text or "" for form in translation.iter("numerusform")]
            text = "\n".join(forms) if all(forms) else ""
            found[context.findtext("name"), message.findtext("source")] = (
                None if open_ else text if forms else translation.text
            )
    return found


def test_every_text_of_the_window_is_translated(tmp_path: Path) -> None:
    # GIVEN the texts as they stand in the code now
    fresh = tmp_path / _SOURCE.name
    shutil.copy(_SOURCE, fresh)
    modules = sorted(str(path) for path in Path(desk.__file__).parent.rglob("*.py"))
    command = [str(_TOOL), *modules, "-ts", str(fresh), "-locations", "none", "-no-obsolete"]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    # THEN each has its translation
    assert [key for key, text in _messages(fresh).items() if not text] == []


def test_no_text_hides_in_a_longer_one() -> None:
    """Qt's tool does not look into f-strings: a text that stands only there would stay English."""
    known = {source for _context, source in _messages(_SOURCE)}
    files = sorted(Path(desk.__file__).parent.rglob("*.py"))
    sources = (path.read_text("utf-8") for path in files)
    within = (source for source in sources if "{translate(" in source or "{self.tr(" in source)
    calls = (node for source in within for node in ast.walk(ast.parse(source)))
    named = (
        (node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", ""), node.args)
        for node in calls
        if isinstance(node, ast.Call)
    )
    texts = [given[at] for name, given in named for at in (_PLACES.get(name, 9),) if at < len(given)]
    counted = {source for _context, source in _messages(_ENGLISH)}
    said = {text.value for text in texts if isinstance(text, ast.Constant)}
    assert said - known - counted == set()


def test_placeholders_survive_translation() -> None:
    hole = re.compile(r"\{\w*\}")
    differing = [
        source
        for (_context, source), text in _messages(_SOURCE).items()
        if text and sorted(hole.findall(source)) != sorted(hole.findall(text))
    ]
    assert differing == []


def test_a_language_is_installed_and_taken_off_again(qapp: QApplication, tmp_path: Path) -> None:
    translations = Translations(qapp, Folders.under(tmp_path))
    assert translations.install("zh-Hans") is None
    assert QCoreApplication.translate("FilterBar", "Service") == "服务"
    assert translations.install("en") is None
    assert QCoreApplication.translate("FilterBar", "Service") == "Service"


@pytest.mark.parametrize(
    "language, one, many",
    [("en", "1 entry", "690 entries"), ("zh-Hans", "1 个条目", "690 个条目")],
)
def test_numbers_have_their_forms(
    qapp: QApplication, tmp_path: Path, language: str, one: str, many: str
) -> None:
    translations = Translations(qapp, Folders.under(tmp_path))
    assert translations.install(language) is None
    try:
        assert (Counted().entries(1), Counted().entries(690)) == (one, many)
        assert Counted().characters(12345).startswith("12,345")
    finally:
        translations.remove()


def test_keys_are_named_in_the_language_of_the_window(qapp: QApplication, tmp_path: Path) -> None:
    translations = Translations(qapp, Folders.under(tmp_path))
    assert translations.install("zh-Hans") is None
    try:
        named = [keys for lines in overlay_lines().values() for keys, _text in lines]
    finally:
        translations.remove()
    assert not re.search(r"Return|Down|Space|Enter", " ".join(named))
    assert "1 … 9" in named
    assert all(len(set(keys.split(", "))) == len(keys.split(", ")) for keys in named)


def test_english_has_both_forms_of_every_number() -> None:
    numbered = {source for context, source in _messages(_SOURCE) if context == "Counted"}
    english = {source: text for (_, source), text in _messages(_ENGLISH).items()}
    assert english.keys() == numbered
    assert all(len(text.split("\n")) == 2 for text in english.values())


def test_the_compiled_file_is_kept_until_the_source_changes(tmp_path: Path) -> None:
    folders = Folders.under(tmp_path)
    source = tmp_path / "x.ts"
    shutil.copy(_SOURCE, source)
    first = compile_source(source, folders)
    assert compile_source(source, folders) == first
    source.write_text(source.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert compile_source(source, folders) != first


def test_a_source_that_cannot_be_compiled_is_a_line(tmp_path: Path) -> None:
    (tmp_path / "x.ts").write_text("not a translation")
    with pytest.raises(StorageError):
        compile_source(tmp_path / "x.ts", Folders.under(tmp_path))


def test_the_system_decides_unless_the_user_does() -> None:
    assert window_language("system", QLocale("zh_TW")) == "zh-Hans"
    assert window_language("system", QLocale("de_DE")) == "en"
    assert window_language("en", QLocale("zh_CN")) == "en"
