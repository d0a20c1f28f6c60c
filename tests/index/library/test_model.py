"""Any sequence of operations leaves the library as the model in memory, over restarts, backups and a second window."""

import importlib.util
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from index.folders import Folders
from index.library.desk_library import DeskLibrary

_spec = importlib.util.spec_from_file_location("library_model", Path(__file__).with_name("model.py"))
assert _spec is not None
assert _spec.loader is not None
model = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(model)

CODES = st.sampled_from(model.CODES)
TEXTS = st.sampled_from(("", "quota", "配额不足", "word " * 2000)) | st.text(
    alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=30
).map(lambda text: text if text.strip() else "")


class LibraryMachine(RuleBasedStateMachine):
    """The library beside its model."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp(prefix="library-"))
        self.folders = Folders.under(self.root / "home")
        self.library = DeskLibrary.open(self.folders)
        self.other: DeskLibrary | None = None
        self.model = model.Model()
        self.saved = model.Model()
        self.library.backup(self.root / "copy.sqlite")

    def teardown(self) -> None:
        for opened in (self.library, self.other):
            if opened is not None:
                opened.close()
        shutil.rmtree(self.root)

    @rule(name=st.sampled_from(("undo", "redo", "forget", "pin", "unpin", "clear", "disown")), code=CODES)
    def change(self, name: str, code: str) -> None:
        self._do((name, code, ""))

    @rule(code=CODES, text=TEXTS)
    def write(self, code: str, text: str) -> None:
        self._do(("write", code, text))

    @rule(text=st.integers(0, 5).map("query {}".format))
    def search(self, text: str) -> None:
        self._do(("search", "", text))

    @rule(code=CODES, text=st.sampled_from(("", "the quota", "配额不足")))
    def own(self, code: str, text: str) -> None:
        self._do(("own", code, text))

    @rule()
    def restart(self) -> None:
        self.library.close()
        self.library = DeskLibrary.open(self.folders)
        assert self.library.notice is None

    @rule()
    def second_window(self) -> None:
        if self.other is None:
            self.other = DeskLibrary.open(self.folders)
        self.library, self.other = self.other, self.library

    @rule()
    def back_up(self) -> None:
        self.library.backup(self.root / "copy.sqlite")
        self.saved = self.model.copy()

    @rule()
    def restore(self) -> None:
        _, line = self.library.restore(self.root / "copy.sqlite")
        assert line is None
        self.model = self.saved.copy()

    @invariant()
    def agrees(self) -> None:
        expected = self.model.state()
        expected["own"] = [(code, text or None) for code, text in expected["own"]]
        assert model.state_of(self.library) == expected
        assert self.library.audit() == ()

    def _do(self, operation: tuple[str, str, str]) -> None:
        model.apply(self.library, operation)
        self.model.apply(operation)


TestLibraryMachine = LibraryMachine.TestCase
TestLibraryMachine.settings = settings(max_examples=12, stateful_step_count=25)
