"""Cuts Chinese into words in a process of its own: see `index.analysis.cutting`, which asks.

A question is a line: `+` where words that the dictionary does not have are to be guessed, else `-`, then the text, its
characters beyond ASCII escaped as in Python. The answer is a line: the lengths of the words. Nothing but the library is
loaded, so that the first answer comes soon.
"""

import sys
from typing import IO


def asked(text: str, *, guess: bool) -> bytes:
    """Return a question as it is sent. Raises UnicodeEncodeError where a text holds half a character."""
    text.encode()
    return (b"+" if guess else b"-") + text.encode("unicode_escape") + b"\n"


def serve(questions: IO[bytes], answers: IO[bytes]) -> None:
    """Answer until there are no more questions."""
    import rjieba  # noqa: PLC0415 - who asks imports this module too, and must not load it

    for line in questions:
        words = rjieba.cut(line[1:-1].decode("unicode_escape"), line.startswith(b"+"))
        answers.write(b" ".join(b"%d" % len(word) for word in words) + b"\n")
        answers.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
