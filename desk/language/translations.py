"""Languages of the window: compiles the Qt Linguist source once into the user's cache and installs it.

Compiled files are derived and therefore not kept in the project: `lrelease` comes with PySide6 and takes some ten
milliseconds.
"""

import hashlib
import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources
from index.errors import StorageError
from index.folders import Folders, private

SOURCES = {"zh-Hans": "error_desk_zh_CN.ts", "en": "error_desk_en.ts"}
"""Source file of each language; English has only plurals."""


def window_language(chosen: str, system: QLocale | None = None) -> str:
    """Return `en` or `zh-Hans` for what the user chose or the system says."""
    if chosen != "system":
        return chosen
    locale = system or QLocale.system()
    return "zh-Hans" if locale.language() == QLocale.Language.Chinese else "en"


class Translations:
    """Installs one language at a time."""

    def __init__(self, app: QCoreApplication, folders: Folders) -> None:
        self._app, self._folders = app, folders
        self._installed: list[QTranslator] = []

    def install(self, language: str) -> str | None:
        """Switch to a language; returns a line where its texts cannot be had and English is shown."""
        self.remove()
        QLocale.setDefault(QLocale("zh_CN" if language == "zh-Hans" else "en_US"))
        if language == "zh-Hans":
            own = QTranslator()
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if own.load("qtbase_zh_CN", folder):
                self._add(own)
        source = resources.folder("translations") / SOURCES.get(language, SOURCES["en"])
        if not source.exists():
            return None
        try:
            compiled = compile_source(source, self._folders)
        except StorageError as error:
            return str(error)
        translator = QTranslator()
        if not translator.load(str(compiled)):
            return f"{compiled} cannot be read; the window stays in English"
        self._add(translator)
        return None

    def remove(self) -> None:
        """Take the installed texts out of the application again."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []

    def _add(self, translator: QTranslator) -> None:
        self._app.installTranslator(translator)
        self._installed.append(translator)


def compile_source(source: Path, folders: Folders) -> Path:
    """Return the compiled form of a source, made now where it is missing or stale. Raises StorageError."""
    digest = hashlib.sha256(source.read_bytes()).hexdigest()[:16]
    target = private(folders.cache / "translations") / f"{source.stem}-{digest}.qm"
    if target.exists():
        return target
    import subprocess  # noqa: PLC0415 - needed once after each update, and slow to load

    beside = target.with_suffix(".part")
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    tool = Path(PySide6.__file__).parent / name
    try:
        subprocess.run([tool, "-silent", source, "-qm", beside], check=True, capture_output=True, timeout=30)  # noqa: S603 - Qt's own tool on our own file
        beside.replace(target)
    except (OSError, subprocess.SubprocessError) as error:
        raise StorageError("the texts of the window could not be prepared: {reason}", reason=error) from error
    return target
