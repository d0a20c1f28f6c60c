"""Runs templates: Jinja2's immutable sandbox behind our own grammar, with limits on rounds, size and time.

Everything runs in this process: with no calls, no recursion and no multiplication in the language, a loop is the only way
to spend time, and every round of every loop is counted and looks at the clock. A child process would cost more than the
whole ticket may take, and a signal cannot be used in the window's threads.
"""

import time
from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec
from jinja2 import ChainableUndefined, TemplateError, TemplateSyntaxError, Undefined, nodes, pass_context
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from typing_extensions import override

from index.errors import Said
from index.ticket.templates.data import Plain
from index.ticket.templates.faults import (
    LONGEST_RESULT,
    LONGEST_SOURCE,
    MOST_ROUNDS,
    MOST_SECONDS,
    TemplateFault,
    TemplateStop,
)
from index.ticket.templates.filters import FILTERS, concatenated, text_of_value
from index.ticket.templates.grammar import CONCAT, EACH, PRINT, TESTS, counted, faults_in

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Around the number of a value in the text of a run; no text holds them, for `visible` writes them out."""
_RUN = "\0run"
_LOOP = frozenset({"index", "index0", "revindex", "revindex0", "first", "last", "length"})
_FILE = "<template>"


class Written(msgspec.Struct, frozen=True):
    """What a template wrote."""

    text: str
    """The text of the template with a numbered mark for each value."""
    values: tuple[str, ...]
    """The values by number."""


class _Run:
    """What one run of a template has used up."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self.rounds = 0
        self.size = 0
        self.end = time.monotonic() + MOST_SECONDS

    def grow(self, size: int) -> None:
        self.size += size
        if self.size > LONGEST_RESULT:
            raise TemplateStop("the template writes more than {most:,} characters", most=LONGEST_RESULT)
        self.look()

    def look(self) -> None:
        if time.monotonic() > self.end:
            raise TemplateStop("the template takes longer than {seconds} seconds", seconds=str(MOST_SECONDS))


class _Missing(ChainableUndefined):
    """A value that there is none of; its last name is shown."""


class _Environment(ImmutableSandboxedEnvironment):
    """Knows texts, numbers, lists and dictionaries, and no attribute of any object but the counters of a loop."""

    intercepted_binops = frozenset({"+", "-"})

    def __init__(self) -> None:
        super().__init__(
            trim_blocks=True,
            lstrip_blocks=True,
            optimized=False,
            undefined=_Missing,
            cache_size=0,
            autoescape=False,
        )
        self.globals.clear()
        self.filters = {**FILTERS, EACH: _each, PRINT: _print, CONCAT: concatenated}
        self.tests = {name: self.tests[name] for name in TESTS}

    @override
    def getattr(self, obj: object, attribute: str) -> object:
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    @override
    def getitem(self, obj: object, argument: object) -> object:
        if isinstance(obj, dict) and isinstance(argument, str) and argument in obj:
            return obj[argument]
        if isinstance(obj, list) and isinstance(argument, int) and -len(obj) <= argument < len(obj):
            return obj[argument]
        return _Missing(name=str(argument)[:40])

    @override
    def call_binop(self, _context: Context, operator: str, left: object, right: object) -> object:
        if isinstance(left, int) and isinstance(right, int):
            return left + right if operator == "+" else left - right
        raise TemplateStop("{operator} is for numbers; texts are put together with ~", operator=operator)


@pass_context
def _each(context: Context, items: object) -> Iterator[object]:
    """Count the rounds of a loop."""
    if isinstance(items, Undefined):
        return iter(())
    if not isinstance(items, list | tuple):
        raise TemplateStop("a loop needs a list")
    return _counted(context[_RUN], list(items))


def _counted(run: _Run, items: list[object]) -> Iterator[object]:
    for item in items:
        run.rounds += 1
        if run.rounds > MOST_ROUNDS:
            raise TemplateStop(
                "the loops of the template go round more than {most:,} times", most=MOST_ROUNDS
            )
        run.look()
        yield item


@pass_context
def _print(context: Context, value: object) -> str:
    """Put a value aside and leave its number."""
    run: _Run = context[_RUN]
    text = text_of_value(value)
    run.grow(len(text))
    run.values.append(text)
    return f"{OPEN}{len(run.values) - 1}{CLOSE}"


class Template:
    """A checked template."""

    def __init__(self, source: str) -> None:
        """Read and check a template. Raises FaultyTemplate with everything that is wrong."""
        environment = _Environment()
        try:
            tree = _parsed(environment, source)
            self._template = environment.from_string(counted(tree))
        except TemplateSyntaxError as error:
            said = Said("this cannot be read: {reason}", {"reason": str(error.message)})
            raise FaultyTemplate([TemplateFault(line=error.lineno, said=said)]) from error
        except (TemplateError, RecursionError, ValueError, OverflowError, SyntaxError, MemoryError) as error:
            deep = isinstance(error, RecursionError)
            said = Said("this cannot be read: {reason}", {"reason": str(error)})
            said = Said("the expressions are nested too deeply") if deep else said
            raise FaultyTemplate([TemplateFault(line=1, said=said)]) from error

    def run(self, data: Mapping[str, Plain]) -> Written:
        """Run the template. Raises FaultyTemplate if it asks for too much or cannot do what it says."""
        run = _Run()
        parts: list[str] = []
        try:
            for part in self._template.generate({**data, _RUN: run}):
                run.grow(len(part))
                parts.append(part)
        except Exception as error:  # a template can provoke any error of Python's own operators
            odd = Said("this cannot be done here ({reason})", {"reason": str(error)})
            said = error.said if isinstance(error, TemplateStop) else odd
            raise FaultyTemplate([TemplateFault(line=_line_of(error), said=said)]) from error
        return Written("".join(parts), tuple(run.values))


@lru_cache(maxsize=16)
def template_of(source: str) -> Template:
    """Return the checked template of a text; the last few are kept, for compiling takes longer than running."""
    return Template(source)


class FaultyTemplate(Exception):  # noqa: N818 - caught by `store`, which says which template
    """What is wrong with a template."""

    def __init__(self, faults: list[TemplateFault]) -> None:
        """Take the faults, one or more."""
        super().__init__("; ".join(map(str, faults)))
        self.faults = tuple(faults)


def _parsed(environment: _Environment, source: str) -> nodes.Template:
    if len(source) > LONGEST_SOURCE:
        said = Said("the template is longer than {most:,} characters", {"most": LONGEST_SOURCE})
        raise FaultyTemplate([TemplateFault(line=1, said=said)])
    for number, line in enumerate(source.splitlines(), 1):
        if OPEN in line or CLOSE in line or "\0" in line:
            said = Said("a character that no text may hold")
            raise FaultyTemplate([TemplateFault(line=number, said=said)])
    tree = environment.parse(source, filename=_FILE)
    faults = list(faults_in(tree))
    if faults:
        raise FaultyTemplate(faults)
    return tree


def _line_of(error: BaseException) -> int:
    """Return the line of the template where an error came up; Jinja puts it into the traceback."""
    line = 1
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
