"""Warming: what rare questions need is loaded in steps, and a question that comes between stops it."""

from index.search.engine import SearchEngine


def test_warming_goes_through_all_steps(engine: SearchEngine) -> None:
    asked: list[int] = []
    assert engine.warm(lambda: bool(asked.append(1)))
    assert len(asked) > 4
    assert "speller" in vars(engine._sources)


def test_a_question_stops_it_before_the_next_step(engine: SearchEngine) -> None:
    asked: list[int] = []

    def third() -> bool:
        asked.append(1)
        return len(asked) == 3

    assert not engine.warm(third)
    assert len(asked) == 3
    assert not engine.warm(lambda: True)
