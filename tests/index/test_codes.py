import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.codes import closest, similar

CODES = [
    "EnvOnChanging",
    "EnvNotExists",
    "EcsTagInalid",
    "SVCSTG.SWR.4090023",
    "SVCSTG.SWR.4040043",
    "Ecs.0219",
    "Ecs.0220",
    "Ecs.1000",
    "Common.0018",
]


@pytest.mark.parametrize(
    "typed,meant",
    [
        ("EnvOnChangeing", "EnvOnChanging"),
        ("EcsTagInvalid", "EcsTagInalid"),
        ("SVCSTG.SWR.409OO23", "SVCSTG.SWR.4090023"),
        ("SVCTSG.SWR.4040043", "SVCSTG.SWR.4040043"),
        ("Comon.18", "Common.0018"),
        ("Ecs.o2l9", "Ecs.0219"),
    ],
)
def test_mistyped_letters(typed, meant):
    assert similar(typed, CODES)[0] == meant
    assert closest(typed, CODES)[0] == meant


def test_another_number_is_another_code():
    assert similar("Ecs.0218", CODES) == ()
    assert similar("Ecs.02190", CODES) == ()


def test_neighbours_in_number_are_near_but_not_meant():
    assert closest("Ecs.0218", CODES, 2) == ("Ecs.0219", "Ecs.0220")


@pytest.mark.parametrize("typed", ["", "x", "???", "Xyz.0001", "kubernetes"])
def test_nothing_is_near(typed):
    assert closest(typed, CODES) == ()


@given(st.text(max_size=40), st.lists(st.sampled_from(CODES), max_size=9))
def test_only_codes_that_exist_come_back(typed, codes):
    found = closest(typed, codes, 3)
    assert set(found) <= set(codes)
    assert len(found) == len(set(found)) <= 3


def test_an_endless_number_is_no_trouble():
    assert closest("Ecs." + "9" * 10_000, CODES) is not None


@pytest.mark.parametrize("code", ["EnvExists", "envexists", "Ecs.0219", "ECS.0219", " Ecs.0219 "])
def test_no_code_is_near_to_itself(code: str) -> None:
    codes = ["EnvExists", "EnvExist", "Ecs.0219", "Ecs.0220"]
    assert code.strip().casefold() not in map(str.casefold, closest(code, codes))
    assert code.strip().casefold() not in map(str.casefold, similar(code, codes))
    assert closest(code, codes)
