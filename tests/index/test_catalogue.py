"""Packs: the same values give the same bytes, and nothing damaged gets in."""

import hashlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from index.catalogue import catalogue_id, entry_id, load_pack, read_pack, write_pack
from index.entry import Alias, Catalogue, CatalogueEntry, CatalogueHeader, Source
from index.errors import BadPack, DeskError
from index.text import clean

TEXT = st.text(max_size=30).map(clean)
LANGUAGE = st.sampled_from(["en", "zh-Hans", "de"])


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    name = catalogue_id("Moon Cloud", "Rover")
    codes = draw(st.lists(TEXT.filter(str.strip), max_size=5, unique=True))
    entries = tuple(
        CatalogueEntry(
            id=entry_id(name, f"{code}{n}", 1),
            catalogue=name,
            provider="Moon Cloud",
            service="Rover",
            code=code,
            status=draw(st.none() | st.integers(100, 599)),
            message=draw(st.none() | TEXT),
            description=draw(st.dictionaries(LANGUAGE, TEXT)),
            solution=draw(st.dictionaries(LANGUAGE, TEXT)),
            steps=draw(st.dictionaries(LANGUAGE, st.lists(TEXT).map(tuple))),
            also_codes=tuple(draw(st.lists(TEXT))),
            aliases=tuple(Alias(message=text) for text in draw(st.lists(TEXT))),
            source=Source(title=draw(TEXT), updated="", url=""),
        )
        for n, code in enumerate(codes)
    )
    header = CatalogueHeader(
        id=name, provider="Moon Cloud", service="Rover", title=draw(TEXT), entries=len(entries)
    )
    return Catalogue(header=header, entries=entries)


@settings(max_examples=40)
@given(catalogues())
def test_what_is_written_is_read_back(catalogue: Catalogue) -> None:
    data = write_pack([catalogue])
    assert read_pack(data) == (catalogue,)
    assert write_pack(read_pack(data)) == data


@given(st.binary(max_size=200))
def test_any_bytes_are_a_pack_or_refused(data: bytes) -> None:
    try:
        read_pack(data)
    except DeskError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either way is right, only a riddle would be wrong


def packed() -> list[bytes]:
    path = next(path for path in resources.packs() if path.stem == "huawei-cloud.swr")
    return path.read_bytes().splitlines(keepends=True)


@pytest.mark.parametrize("position", [0, 1, 100, 188])
def test_a_flipped_byte_is_noticed(position: int) -> None:
    lines = packed()
    line = bytearray(lines[position])
    line[len(line) // 2] ^= 1
    lines[position] = bytes(line)
    with pytest.raises(BadPack):
        read_pack(b"".join(lines))


def test_a_cut_off_pack_says_how_much_is_missing() -> None:
    with pytest.raises(BadPack, match="188 entries and holds 99"):
        read_pack(b"".join(packed()[:100]))


def test_a_hidden_surrogate_is_refused_even_with_the_right_checksum() -> None:
    entry = json.loads(packed()[1])
    entry["message"] = "bad \x00 text"
    body = json.dumps(entry).encode() + b"\n"
    header = json.loads(packed()[0]) | {"entries": 1, "sha256": hashlib.sha256(body).hexdigest()}
    with pytest.raises(BadPack, match="no text may hold"):
        read_pack(json.dumps(header).encode() + b"\n" + body)


def test_bundled_packs_hold_the_five_services() -> None:
    sizes = {c.header.id: len(c.entries) for path in resources.packs() for c in load_pack(path)}
    assert sizes == {
        "alibaba-cloud.webplus": 114,
        "huawei-cloud.organizations": 97,
        "huawei-cloud.swr": 188,
        "huawei-cloud.workspace": 143,
        "open-telekom-cloud.ecs": 148,
    }
