"""A Chinese question in rough English, word by word, from the glossary and the dictionary behind it.

A sentence model finds texts of the question's own language closer than those of another one. The question in rough
English beside the question as asked evens that out.
"""

from collections.abc import Callable, Iterator

from index.analysis.chinese import has_han, segment
from index.schema import Concepts

Synonyms = Callable[[str], tuple[tuple[str, float], ...]]


def rough_english(text: str, concepts: Concepts, synonyms: Synonyms) -> str:
    """Return a plain text with its Chinese in rough English; "" if it holds no Chinese, or none that is known."""
    if not has_han(text):
        return ""
    pieces: list[str] = []
    at = 0
    for match in concepts.concepts(text):
        if match.start < at:
            continue
        pieces += _words(text[at : match.start], synonyms)
        pieces.append(_english_name(match.concept, concepts))
        at = match.end
    pieces += _words(text[at:], synonyms)
    return " ".join(piece for piece in pieces if piece)


def _english_name(concept: str, concepts: Concepts) -> str:
    return next((term for term in concepts.terms(concept) if term.isascii()), "")


def _words(text: str, synonyms: Synonyms) -> Iterator[str]:
    for word in segment(text):
        if has_han(word):
            found = synonyms(word)
            yield found[0][0] if found else ""
        else:
            yield word.strip()
