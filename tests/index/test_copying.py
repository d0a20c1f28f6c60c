"""A copy of a program that serves: it hears and answers, holds nothing of the program's, and ends with its questions."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="programs are copied on Linux alone")

_BEGIN = """
import os, sys
from index.copying import copy_that_serves
"""


def _run(program: str, *arguments: object, **more: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _BEGIN + program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **more)


def test_it_answers_until_there_are_no_more_questions() -> None:
    ran = _run("""
def serve(questions, answers):
    for line in questions:
        answers.write(line.upper())
        answers.flush()
served = copy_that_serves(serve)
for text in (b"one\\n", b"two\\n"):
    served.questions.write(text)
    served.questions.flush()
    print(served.answers.readline())
served.questions.close()
print(served.answers.read(), served.wait())
""")
    assert ran.stdout == "b'ONE\\n'\nb'TWO\\n'\nb'' 0\n", ran.stderr


def test_it_holds_no_file_of_the_program_and_says_nothing(tmp_path: Path) -> None:
    ran = _run(
        """
with open(sys.argv[1], "w") as held:
    def serve(questions, answers):
        print("on the terminal", flush=True)
        print("on the terminal", file=sys.stderr, flush=True)
        held = [os.readlink(f"/proc/self/fd/{name}") for name in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{name}")]
        answers.write(repr([path for path in held if path.startswith(("/tmp", sys.argv[1]))]).encode())
    served = copy_that_serves(serve)
    print(served.answers.read())
""",
        tmp_path / "held",
    )
    assert (ran.stdout, ran.stderr) == ("b'[]'\n", "")


def test_nothing_of_the_program_goes_on_in_a_copy_that_fails(tmp_path: Path) -> None:
    ran = _run(
        """
import atexit, signal
atexit.register(lambda: print("left", os.getpid() == program))
program = os.getpid()
def serve(questions, answers):
    raise SystemExit("no")
try:
    served = copy_that_serves(serve)
    print(served.answers.read(), served.wait())
finally:
    print("once")
"""
    )
    assert (ran.stdout, ran.stderr) == ("b'' 1\nonce\nleft True\n", "")


def test_it_serves_a_program_without_a_terminal() -> None:
    program = """
served = copy_that_serves(lambda questions, answers: answers.write(questions.readline()))
served.questions.write(b"heard\\n")
served.questions.close()
heard = served.answers.read()
served.wait()
sys.exit(heard != b"heard\\n")
"""
    command = f'exec {sys.executable} -c "$1" <&- >&- 2>&-'
    ran = subprocess.run(["/bin/sh", "-c", command, "sh", _BEGIN + program], timeout=60, check=False)
    assert ran.returncode == 0
