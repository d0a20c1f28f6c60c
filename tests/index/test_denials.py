"""Denials: `does not exist` is not about what exists; a concept made of several others is about each of them."""

from index.glossary import Glossary
from index.schema import Reader

GLOSSARY = Glossary.of(
    [
        ["exist", "", "", "exist"],
        ["missing", "", "", "not exist"],
        ["disk", "", "", "disk"],
        ["disk-missing", "", "", "not exist disk", "", "", "missing|disk"],
        ["diskless", "", "", "without disk", "", "", "missing"],
    ]
)


def _concepts(text: str) -> set[str]:
    return {term for term in Reader(GLOSSARY).terms(text).strong if term.startswith("#")}


def test_a_denied_concept_is_not_what_a_text_is_about() -> None:
    assert _concepts("does not exist") == {"#missing"}
    assert _concepts("without disk") == {"#diskless"}


def test_a_concept_made_of_others_is_about_them() -> None:
    assert {"#disk-missing", "#disk"} <= _concepts("not exist disk")
