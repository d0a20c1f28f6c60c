"""Vectors: made once, kept in the cache, compared; all of it optional."""

import json
from contextlib import closing

import pytest

from index import child, store
from index.entry import CatalogueEntry, Source
from index.errors import Stopped
from index.folders import Folders
from index.library.desk_library import DeskLibrary
from index.library.drafts import Draft
from index.meaning import building, model
from index.meaning.building import FOLDER, VECTORS, build, made_with, vectors_folder
from index.meaning.known import KnownVectors
from index.meaning.texts import entry_text
from index.meaning.vectors import Meaning, Near


class Words:
    """Points a text in the direction of its letters."""

    name = "letters-1"

    def __init__(self):
        self.asked = []

    def question(self, text):
        return self.passage(text)

    def passage(self, text):
        numpy = pytest.importorskip("numpy")
        self.asked.append(text)
        found = numpy.zeros(model.DIMENSIONS, "float32")
        for word in text.lower().split():
            found[sum(map(ord, word)) % model.DIMENSIONS] += 1
        return found / (float((found @ found) ** 0.5) or 1.0)


class NoConcepts:
    """A glossary that knows nothing."""

    def concepts(self, _text):
        return []


def unknown(_word):
    return ()


def english_for_quota(word):
    return (("quota", 0.8),) if word == "配额" else ()


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    return Folders.under(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def built(folders):
    pytest.importorskip("numpy")
    assert build(folders, sentence_model=Words()) == vectors_folder(folders)
    return folders


def opened(folders, synonyms=unknown, words=None):
    with closing(store.open_table(folders)) as table:
        size = len(table)
    return Meaning.open(vectors_folder(folders), size, NoConcepts(), synonyms, words or Words())


def entry(code="Desk.0001", message=None, **description):
    tags = {tag.replace("_", "-"): text for tag, text in description.items()}
    return CatalogueEntry(
        id="x:1", catalogue="x", provider="P", service="S", code=code, message=message, description=tags,
        source=Source(),
    )  # fmt: skip


def test_an_entry_is_read_in_english_where_there_is_english():
    assert entry_text(
        entry(message="Disk [%s] is {0} locked.", en="The disk is locked.", zh_Hans="磁盘已锁定")
    ) == ("Disk [ ] is locked. The disk is locked")


def test_an_entry_in_chinese_alone_is_read_in_chinese():
    assert entry_text(entry(zh_Hans="磁盘已锁定")) == "磁盘已锁定"


def test_a_named_code_is_read_as_words():
    assert entry_text(entry(code="VpcNotAllowedUpdate", message="No.")) == "Vpc Not Allowed Update. No"


def test_a_text_told_twice_is_read_once():
    assert entry_text(entry(message="Locked.", en="Locked")) == "Locked"


def test_the_entry_with_the_question_s_own_text_is_nearest(built):
    meaning = opened(built)
    table = store.open_table(built)
    wanted = next(n for n, found in enumerate(table.all_entries()) if found.code == "Ecs.0605")
    text = entry_text(table.entries([wanted])[0])
    table.close()
    found = meaning.nearest(text, 5)
    assert found[0][0] == wanted
    assert found[0][1] == pytest.approx(1, abs=0.01)
    assert [near for _, near in found] == sorted((near for _, near in found), reverse=True)


def test_gains_are_shares_of_the_question_and_most_for_the_nearest(built):
    meaning = opened(built)
    near = meaning.near("the server is locked")
    gains = list(near.gains.values())
    assert gains == sorted(gains, reverse=True)
    assert gains[-1] > 0
    assert gains[0] <= 0.6
    assert near.first == tuple(n for n, _ in meaning.nearest("the server is locked", 10))


def test_meaning_stands_back_where_words_explain_the_question(built):
    meaning = opened(built)
    alone, beside = meaning.near("the server is locked"), meaning.near("the server is locked", 0.75)
    assert list(beside.gains) == list(alone.gains)
    assert max(beside.gains.values()) == pytest.approx(max(alone.gains.values()) / 4)
    assert meaning.near("the server is locked", 1.0).gains == {}


def test_only_what_means_much_the_same_is_sure(built):
    meaning = opened(built)
    assert meaning.near("The server is locked. The ECS is locked").sure
    assert not meaning.near("xylophone zeppelin").sure


@pytest.mark.parametrize("question", ["", "   "])
def test_an_empty_question_means_nothing(built, question):
    assert opened(built).near(question) == Near()


def test_a_chinese_question_is_read_in_rough_english_too(built):
    words = Words()
    opened(built, english_for_quota, words).nearest("配额", 3)
    assert words.asked == ["配额", "quota"]


def test_a_question_read_before_is_answered_without_the_model(built):
    words = Words()
    meaning = opened(built, words=words)
    meaning.read("the server is locked " * 100)
    asked = list(words.asked)
    assert meaning.near("the server is locked " * 100).first
    assert words.asked == asked
    assert max(map(len, asked)) <= 600


def test_vectors_of_another_number_of_entries_are_not_compared_with(built):
    assert Meaning.open(vectors_folder(built), 689, NoConcepts(), unknown, Words()) is None


def test_equal_texts_are_read_once(folders, tmp_path):
    pytest.importorskip("numpy")
    words = Words()
    build(Folders.under(tmp_path), sentence_model=words)
    assert len(words.asked) == len(set(words.asked)) < 690


def test_vectors_once_built_are_left_as_they_are(built):
    words = Words()
    build(built, sentence_model=words)
    assert words.asked == []


def test_a_damaged_file_is_not_read_and_is_made_again(tmp_path):
    pytest.importorskip("numpy")
    folders = Folders.under(tmp_path)
    path = build(folders, sentence_model=Words()) / VECTORS
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert opened(folders) is None
    build(folders, sentence_model=Words())
    assert path.read_bytes() == whole
    assert opened(folders) is not None


def test_vectors_of_another_model_are_not_compared_with(tmp_path):
    pytest.importorskip("numpy")
    folders = Folders.under(tmp_path)
    build(folders, sentence_model=Words())
    other = Words()
    other.name = "letters-2"
    assert opened(folders, words=other) is None
    build(folders, sentence_model=other)
    assert opened(folders, words=other) is not None


def test_stopping_leaves_nothing_behind(tmp_path):
    pytest.importorskip("numpy")
    folders = Folders.under(tmp_path)
    with pytest.raises(Stopped):
        build(folders, sentence_model=Words(), should_stop=lambda: True)
    assert not list(folders.cache.rglob("building-*"))
    assert not list(folders.cache.rglob(FOLDER))


def test_without_the_extra_nothing_is_built_or_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(model, "PACKAGE", "no_such_package_of_sentence_models")
    model.load.cache_clear()
    folders = Folders.under(tmp_path)
    assert not building.is_wanted(folders)
    assert build(folders) is None
    assert Meaning.open(vectors_folder(folders), 690, NoConcepts(), unknown) is None
    model.load.cache_clear()


def _other_packs(folders, **message):
    """Let the packs be others: an own entry more than before, or another text of it."""
    with DeskLibrary.open(folders) as library:
        for one in library.own_entries():
            library.own.remove(one.id)
        library.own.add(Draft(provider="P", service="S", code="Desk.777", **message))


def _not_shown(*step):
    pytest.fail(f"this is not worth showing: {step}")


def test_only_what_is_new_is_read_again(tmp_path):
    pytest.importorskip("numpy")
    folders = Folders.under(tmp_path)
    first = build(folders, sentence_model=Words())
    # WHEN an entry is added, and then reworded
    for message in ("The wombat is gone.", "The wombat has left."):
        _other_packs(folders, message=message)
        words = Words()
        folder = build(folders, sentence_model=words, progress=_not_shown)
        # THEN it alone is read, which is nothing to be shown, and the vectors are those of a first build
        assert words.asked == [message.strip(".")]
        assert folder != first
        vectors = (folder / VECTORS).read_bytes()
        assert len(vectors) == 691 * model.DIMENSIONS * 2
        elsewhere = Folders.under(tmp_path / "other")
        _other_packs(elsewhere, message=message)
        assert (build(elsewhere, sentence_model=Words()) / VECTORS).read_bytes() == vectors
    # AND what no entry says any more is forgotten
    assert KnownVectors(folders, made_with(Words.name)).of(["The wombat is gone"]) == {}


def test_a_build_that_is_cut_off_is_taken_up_again(tmp_path):
    pytest.importorskip("numpy")
    folders = Folders.under(tmp_path)
    cut, words = Words(), Words()
    with pytest.raises(Stopped):
        build(folders, sentence_model=cut, should_stop=lambda: len(cut.asked) >= 100)
    build(folders, sentence_model=words)
    assert cut.asked
    assert not set(cut.asked) & set(words.asked)


def test_known_vectors_that_were_cut_off_or_changed_are_not_used(tmp_path):
    known = KnownVectors(Folders.under(tmp_path), "letters-1")
    vectors = {text: bytes([n]) * model.DIMENSIONS * 2 for n, text in enumerate(("a", "b", "c"))}
    known.add(vectors)
    (path,) = (tmp_path / "cache").rglob("*.f16")
    whole = path.read_bytes()
    path.write_bytes(whole[:20] + b"x" + whole[21:-1])
    assert known.of("abc") == {"b": vectors["b"]}
    # AND those that are added then are whole
    known.add({"d": vectors["c"]})
    assert known.of("abcd") == {"b": vectors["b"], "d": vectors["c"]}
    # AND those of another model are others
    other = KnownVectors(Folders.under(tmp_path), "letters-2")
    assert other.of("abcd") == {}
    other.add(vectors)
    other.keep_only(vectors)
    assert known.of("abcd") == {}
    assert other.of("abc") == vectors


def test_too_many_entries_are_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(building, "MOST_ENTRIES", 10)
    assert build(Folders.under(tmp_path), sentence_model=Words()) is None


def test_the_child_process_tells_its_progress_line_by_line(tmp_path, monkeypatch, capsys):
    pytest.importorskip("numpy")
    monkeypatch.setattr(model, "load", Words)
    folders = Folders.under(tmp_path)
    assert building.main(building.command(folders)[-child.FOLDERS :]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[-1] == {"done": 690, "total": 690}
    assert building.is_usable(vectors_folder(folders), Words.name)


def test_the_real_model_finds_what_means_the_same():
    if not model.is_installed():
        pytest.skip("the extra `meaning` is not installed")
    used = model.load()
    question = used.question("the drive is already plugged into the machine")
    near, far = used.passage("The disk has been attached to the ECS."), used.passage("Invalid time format.")
    assert question @ near > question @ far
