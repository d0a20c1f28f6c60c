import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.search.bits import Members, Scores, from_numbers, numbers

SIZE = 5000
_SETS = st.sets(st.integers(0, SIZE - 1), max_size=60)


@given(_SETS)
def test_a_set_comes_back(chosen):
    bits = from_numbers(sorted(chosen), SIZE)
    assert numbers(bits) == sorted(chosen)
    assert bits.bit_count() == len(chosen)
    assert [n for n in range(0, SIZE, 7) if n in Members(bits)] == [
        n for n in range(0, SIZE, 7) if n in chosen
    ]


@pytest.mark.parametrize("step", [1, 2, 3])
def test_large_sets_take_another_way_to_the_same_bits(step):
    chosen = list(range(0, SIZE, step))
    assert numbers(from_numbers(chosen, SIZE)) == chosen
    assert numbers(from_numbers(chosen, SIZE), 3) == chosen[:3]


@given(
    st.lists(st.tuples(st.integers(0, 70), _SETS), max_size=8), _SETS, st.integers(1, 12), st.integers(0, 200)
)
def test_scores_are_sums(added, among, count, least):
    scores, truth = Scores(), dict.fromkeys(range(SIZE), 0)
    for amount, chosen in added:
        scores.add(amount, from_numbers(sorted(chosen), SIZE))
        for n in chosen:
            truth[n] += amount
    bits = from_numbers(sorted(among), SIZE)
    ranked = sorted(((truth[n], n) for n in among), key=lambda pair: (-pair[0], pair[1]))
    assert scores.best(bits, count) == ranked[:count]
    assert scores.highest(bits) == max((truth[n] for n in among), default=0)
    assert numbers(scores.at_least(least, bits)) == sorted(n for n in among if truth[n] >= least)
