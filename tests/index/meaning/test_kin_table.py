"""The table of signatures: forms of a word make one line, terms used alike get like signatures, and talk tells little."""

from binascii import a2b_base64

import pytest

from index.glossary_lines import GlossaryLine
from index.meaning.kin_table import by_stem, names_of, rows, signatures, told, words_of
from index.search.kin import BITS, KinTable

numpy = pytest.importorskip("numpy")


def random_vectors(names: list[str]) -> dict[str, object]:
    made = numpy.random.default_rng(7)
    return {name: made.normal(size=384) for name in names}


def test_words_are_cut_from_codes_and_small_ones_left_out() -> None:
    assert words_of(["EnvNotExists: the disk's x", "配额 Quota"]) == {"env", "not", "exists", "disk", "quota"}


def test_a_concept_is_named_by_what_pages_and_people_call_it() -> None:
    line = GlossaryLine("disk", zh=("盘",), en=("disk", "volume", "EVS disk", "block"), everyday=("drive",))
    assert names_of(line) == ["disk", "volume", "EVS disk", "drive"]
    assert names_of(GlossaryLine("x", zh=("盘",))) == ["盘"]


def test_forms_of_a_word_make_one_vector_nearest_to_the_shortest() -> None:
    vectors = by_stem({"locked": numpy.array([0.0, 3.0]), "lock": numpy.array([3.0, 0.0])})
    assert list(vectors) == ["lock"]
    assert vectors["lock"].tolist() == [2.0, 1.0]


def test_like_vectors_get_like_signatures() -> None:
    vectors = random_vectors([f"w{n}" for n in range(400)])
    vectors["twin"] = vectors["w0"] + 0.1 * vectors["w1"]
    signed = dict(signatures(vectors, {"#c": vectors["w0"]}))
    assert signed["#c"] == signed["w0"]
    assert (signed["twin"] ^ signed["w0"]).bit_count() < BITS // 8
    assert BITS // 3 < (signed["w0"] ^ signed["w2"]).bit_count() < BITS * 2 // 3


def test_rare_terms_tell_more_than_common_ones_and_talk_tells_little() -> None:
    assert told("disk", 690, 1) > told("disk", 690, 30) > told("disk", 690, 300) > 0
    assert told("disk", 690, 690) == 0
    assert told("actual", 690, 1) < told("disk", 690, 1)
    assert 1 <= told("zzqx", 690, 0) <= 15


def test_lines_are_read_back_as_they_were_written() -> None:
    lines = rows([("disk", 5), ("#disk", 1 << 255), ("everywhere", 3)], 100, {"everywhere": 100})
    assert [line.split("\t")[0] for line in lines] == ["#disk", "disk"]
    table = KinTable("\n".join(lines).encode())
    for line in lines:
        term, weight, signature = line.split("\t")
        assert table.of(term) == (int(weight), int.from_bytes(a2b_base64(signature + "="), "little"))
    assert table.of("#disk") == (int(lines[0].split("\t")[1]), 1 << 255)
