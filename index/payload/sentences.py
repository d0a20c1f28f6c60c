"""The sentence that stands before something on its line: before its status, or before its code in brackets."""

import re

from index.payload import vocabulary
from index.payload.reading import Piece

_LEAD = re.compile(
    r"(?:.*?(?:\b[\w.]{0,120}(?:Exception|Error|NotFound|Conflict|Forbidden|BadRequest|Unauthorized|OverLimit|Unavailable|HTTP\w+)|"
    r"\bERROR|\b(?:error|failed|Error|denied|unauthorized)(?: \([^()\n]{1,40}\))?): )",
)
_STAMP = re.compile(
    r"[\s│|>*\-]*(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ][\d:.,]{5,16}(?:Z|[+-]\d\d:?\d\d)?\]?\s+)?(?:\[?(?:ERROR|WARN(?:ING)?|INFO|CRITICAL)\]?:?\s+)?"
)
_HAN = re.compile(r"[\u3040-\u9fff]")
_LONGEST = 1000
_SHORTEST = 12
_FEWEST_HAN = 4


def sentence_before(text: str, end: int) -> Piece | None:
    """Return the sentence that ends at `end`: its line, without what a logger or an exception's name put before it."""
    start = max(text.rfind("\n", 0, end) + 1, end - _LONGEST)
    stamp = _STAMP.match(text, start, end)
    start = stamp.end() if stamp else start
    lead = _LEAD.match(text, start, min(end, start + 200))
    start = lead.end() if lead else start
    piece = one_line(text, start, end)
    if not _is_sentence(piece.text) or piece.text[0] in '{[<"':
        return None
    if piece.text.lower().startswith(vocabulary.WRAPPER_MESSAGES):
        return None
    return piece


def _is_sentence(said: str) -> bool:
    """Tell whether this is more than a word; Chinese and Japanese set no blanks."""
    return (len(said) >= _SHORTEST and " " in said) or len(_HAN.findall(said)) >= _FEWEST_HAN


def one_line(text: str, start: int, end: int) -> Piece:
    """Return a stretch without the blanks at both its ends, its breaks as blanks."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Piece(" ".join(text[start:end].split()), start, end)
