"""Pins: the order is the user's."""

from collections.abc import Callable

from index.folders import Folders
from index.library.desk_library import DeskLibrary
from index.library.values import CodeRef

Refs = Callable[..., CodeRef]


def _codes(library: DeskLibrary) -> list[str]:
    return [pin.ref.code for pin in library.pins.all()]


def test_pins_keep_their_order_over_a_restart(folders: Folders, ref: Refs) -> None:
    with DeskLibrary.open(folders) as library:
        for code in ("C", "A", "B"):
            library.pins.add(ref(code))
    with DeskLibrary.open(folders) as library:
        assert _codes(library) == ["C", "A", "B"]


def test_a_code_is_pinned_once_and_stays_where_it_is(library: DeskLibrary, ref: Refs) -> None:
    library.pins.add(ref("A"))
    library.pins.add(ref("B"))
    library.pins.add(ref("a"))
    assert _codes(library) == ["A", "B"]


def test_a_pin_moves_to_the_place_it_is_given(library: DeskLibrary, ref: Refs) -> None:
    for code in "ABCD":
        library.pins.add(ref(code))
    library.pins.add(ref("D"), 0)
    library.pins.add(ref("A"), 2)
    library.pins.add(ref("B"), 99)
    assert _codes(library) == ["D", "A", "C", "B"]


def test_removing_tells_the_place_that_undoes_it(library: DeskLibrary, ref: Refs) -> None:
    for code in "ABC":
        library.pins.add(ref(code))
    place = library.pins.remove(ref("B"))
    assert (place, _codes(library), library.pins.place_of(ref("B"))) == (1, ["A", "C"], None)
    library.pins.add(ref("B"), place)
    assert _codes(library) == ["A", "B", "C"]
    assert library.pins.remove(ref("Z")) is None
