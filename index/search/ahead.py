"""Answers the first questions while the window is still being loaded: a search engine in a process of its own.

Loading the window keeps one processor busy for half a second, and whatever the desk's own engine loads would wait for
that. A child that is started first opens the engine meanwhile on another processor, and is let go once the desk's own
is open. Questions and answers go through its pipes, a line of JSON each, and nowhere else.
"""

import gc
import sys
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, cast

import msgspec

from index import child
from index.copying import Served, copy_that_serves, is_safe
from index.errors import DeskError
from index.folders import Folders
from index.hits import Answer
from index.query import Query

_MODULE = "index.search.ahead"
_WAIT_S = 0.5
"""So long a question waits; by then the desk's own engine would have answered it."""
_decode = msgspec.json.Decoder(Answer).decode


class _Question(msgspec.Struct, frozen=True, kw_only=True):
    """What the child is asked."""

    query: Query
    limit: int


class Ahead:
    """The desk's side of the child. Begun in one thread, asked and closed in another."""

    def __init__(self, served: Served) -> None:
        """Talk to this process."""
        self._served = served
        self._answers: SimpleQueue[bytes] = SimpleQueue()
        self._is_heard = True
        self._prepared: _Question | None = None
        self._listener = Thread(target=self._listen, name="ahead", daemon=True)
        self._listener.start()

    @classmethod
    def begin(cls, folders: Folders) -> "Ahead | None":
        """Start the child, while nothing but it is under way in this process; None where no process can be started."""
        with suppress(OSError):
            return cls(copy_that_serves(partial(_serve, folders)) if is_safe() else started(folders))
        return None

    def prepare(self, query: Query, *, limit: int) -> None:
        """Let the child answer this query already, once, before `search` is asked for it: it has time, the desk has none."""
        with suppress(OSError, ValueError):
            self._prepared = _Question(query=query, limit=limit)
            self._ask(self._prepared)

    def search(self, query: Query, *, limit: int) -> Answer | None:
        """Answer a query; None where nothing is found, no answer comes in time, or only the desk knows what is kept."""
        if not self._is_heard or query.filters.kept:
            return None
        question, prepared = _Question(query=query, limit=limit), self._prepared
        self._prepared = None
        with suppress(OSError, ValueError, Empty, msgspec.MsgspecError):
            if question != prepared:
                if prepared is not None:
                    self._answers.get(timeout=_WAIT_S)  # of the question that nobody asks any more
                self._ask(question)
            answer = _decode(self._answers.get(timeout=_WAIT_S))
            return answer if answer.hits else None
        self._is_heard = False  # an answer that comes late would be taken for that of the next question
        return None

    def _ask(self, question: _Question) -> None:
        self._served.questions.write(msgspec.json.encode(question) + b"\n")
        self._served.questions.flush()

    def close(self) -> None:
        """Let the child go: it ends when there are no more questions."""
        self._is_heard = False
        with suppress(OSError, ValueError):
            self._served.questions.close()

    def _listen(self) -> None:
        with self._served.answers as answers:
            for line in answers:
                self._answers.put(line)
        self._answers.put(b"")  # no answer: nobody has to wait for one any more
        self._served.wait()


def started(folders: Folders) -> Served:
    """Start the child as a program of its own, where this one cannot be copied. Raises OSError."""
    import subprocess  # noqa: PLC0415 - only here

    pipe = subprocess.PIPE
    command = child.command(_MODULE, folders)
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603 - our own module
    return Served(
        questions=cast("IO[bytes]", process.stdin),
        answers=cast("IO[bytes]", process.stdout),
        wait=process.wait,
    )


def serve(folders: Folders, questions: IO[bytes], answers: IO[bytes]) -> None:
    """Answer until there are no more questions; without an index there is nothing to answer with. Raises StorageError."""
    from index import build  # noqa: PLC0415 - the child's own; the desk loads this module before all others
    from index.search.engine import SearchEngine  # noqa: PLC0415 - as above

    if not build.is_built(folders):
        return
    engine = SearchEngine.open(folders, build=False)
    engine.search("error")  # the first search loads more than the next ones
    for line in questions:
        asked = msgspec.json.decode(line, type=_Question)
        answers.write(msgspec.json.encode(engine.search(asked.query, limit=asked.limit)) + b"\n")
        answers.flush()
    engine.close()


def _serve(folders: Folders, questions: IO[bytes], answers: IO[bytes]) -> None:
    gc.disable()  # it lives for a second
    with suppress(DeskError):  # the desk meets the same, and says so
        serve(folders, questions, answers)


def main() -> int:
    """Serve on standard input and output."""
    _serve(child.folders_told(sys.argv[1:]), sys.stdin.buffer, sys.stdout.buffer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
