"""Glossary lines and preferences."""

import pytest

from index.errors import BadInput
from index.folders import Folders
from index.library.desk_library import DeskLibrary
from index.library.preferences import Preference

FAVOURITES: Preference[tuple[str, ...]] = Preference(name="favourites", kind=tuple[str, ...], default=())


def test_glossary_lines_keep_their_order_and_numbers(folders: Folders) -> None:
    with DeskLibrary.open(folders) as library:
        first, second, third = (library.glossary.add(line) for line in ("a\t甲", "b\t乙\n", "c"))
        library.glossary.change(first, "a\t甲\tchanged")
        library.glossary.remove(second)
    with DeskLibrary.open(folders) as library:
        assert [(line.number, line.line) for line in library.glossary.all()] == [
            (first, "a\t甲\tchanged"),
            (third, "c"),
        ]


@pytest.mark.parametrize("line", ["", " \t", "two\nlines", "x" * 2001])
def test_what_is_no_line_is_refused(library: DeskLibrary, line: str) -> None:
    with pytest.raises(BadInput, match="one line"):
        library.glossary.add(line)
    assert library.glossary.all() == ()


def test_unknown_lines_are_refused(library: DeskLibrary) -> None:
    with pytest.raises(BadInput, match="no own glossary line"):
        library.glossary.change(7, "a")
    with pytest.raises(BadInput, match="no own glossary line"):
        library.glossary.remove(7)


def test_preferences_are_kept(folders: Folders) -> None:
    with DeskLibrary.open(folders) as library:
        assert library.preferences.get(FAVOURITES) == ()
        library.preferences.set(FAVOURITES, ("SWR", "ECS"))
    with DeskLibrary.open(folders) as library:
        assert library.preferences.get(FAVOURITES) == ("SWR", "ECS")
        library.preferences.reset(FAVOURITES)
        assert library.preferences.get(FAVOURITES) == ()


def test_values_of_another_type_are_refused_and_those_of_another_program_passed_over(
    library: DeskLibrary,
) -> None:
    with pytest.raises(BadInput):
        library.preferences.set(FAVOURITES, 7)  # type: ignore[misc]
    library.preferences.set(Preference(name="favourites", kind=int, default=0), 7)
    assert library.preferences.get(FAVOURITES) == ()
