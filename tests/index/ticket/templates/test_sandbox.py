import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.ticket.facts import ErrorFacts, Facts
from index.ticket.templates.data import plain_data
from index.ticket.templates.faults import LONGEST_SOURCE
from index.ticket.templates.filters import FILTERS
from index.ticket.templates.sandbox import FaultyTemplate, Template
from index.ticket.templates.store import validate

FACTS = Facts(
    language="en", errors=(ErrorFacts(number=1, code="Ex.1", status=404, values=("a", "b")),), note="n"
)


def run(source: str) -> str:
    """Run a template and put the values where their marks are."""
    written = Template(source).run(plain_data(FACTS))
    text = written.text
    for number, value in enumerate(written.values):
        text = text.replace(f"\ufdd0{number}\ufdd1", value)
    return text


@pytest.mark.parametrize(
    "source, text",
    [
        ("{{ error.code }}", "Ex.1"),
        ("{{ error['code'] }} {{ errors[0].status }}", "Ex.1 404"),
        ("{{ error['values'] }}", "a, b"),
        ("{% for v in error['values'] %}{{ loop.index }}{{ v }}{% endfor %}", "1a2b"),
        ("{{ 'x' ~ error.code ~ 1 }}", "xEx.11"),
        ("{{ error.code|lower|replace('.', '-') }}", "ex-1"),
        ("{{ error['values']|join('/') }} {{ errors|map('code')|first }}", "a/b Ex.1"),
        ("{{ 'yes' if error.status >= 400 else 'no' }}", "yes"),
        ("{% set name = error.code %}{{ name }}", "Ex.1"),
        ("{{ error.status + 1 }}", "405"),
        ("{{ region|default('everywhere') }}", "everywhere"),
        ("{% if region is defined %}x{% else %}y{% endif %}", "y"),
        ("{{ 'abcdef'|truncate(4) }}", "abc…"),
        ("{{ ['b', 'a', 'b']|unique|last }}", "a"),
        ("{# nothing #}{{ 'a\nb'|lines|count }}", "2"),
    ],
)
def test_what_templates_can_do(source: str, text: str) -> None:
    assert run(source) == text


@pytest.mark.parametrize(
    "name", ["region", "error.region", "error['region']", "errors[7].region", "customer.site.region"]
)
def test_what_is_missing_stays_visible(name: str) -> None:
    assert run("in {{ " + name + " }}") == "in [region?]"


ESCAPES = """\
{{ ''.__class__.__mro__[1].__subclasses__() }}
{{ self.__init__.__globals__ }}
{{ cycler.__init__.__globals__.os.popen('id').read() }}
{{ lipsum.__globals__['os'].popen('id').read() }}
{{ get_flashed_messages.__globals__ }}
{{ "a"|attr("__class__") }}
{{ ()|attr("\\x5f\\x5fclass\\x5f\\x5f") }}
{{ errors|map(attribute="__class__")|map(attribute="__mro__")|format }}
{{ errors.append(1) }}
{{ error.update({"code": 1}) }}
{{ error.pop("code") }}
{{ "{0.__class__}".format(error) }}
{{ "%s"|format(error) }}
{{ "{0.__class__}"|format_map(error) }}
{{ error|pprint }}
{{ error|xmlattr }}
{{ "<b>"|safe }}
{{ namespace(a=1) }}
{{ joiner() }}
{{ dict(a=1) }}
{{ range(9) }}
{{ __import__("os") }}
{{ _run }}
{{ errors|_each }}
{{ error|_print }}
{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}
{% include "/etc/passwd" %}
{% import "os" as os %}
{% from "os" import path %}
{% extends "internal.md" %}
{% block a %}{% endblock %}
{% call x() %}{% endcall %}
{% filter upper %}x{% endfilter %}
{% set x %}{{ error.code }}{% endset %}
{% set a, b = errors %}
{% set error.code = 1 %}
{% with a = 1 %}{% endwith %}
{% autoescape false %}x{% endautoescape %}
{% for e in errors recursive %}{{ loop(errors) }}{% endfor %}
{% for e in errors %}{{ loop._iterator }}{% endfor %}
{{ "a" * 1000000000 }}
{{ 9 ** 9 ** 9 }}
{{ errors[0:1] }}
{{ {"a": 1} }}
{{ x|join(*errors) }}""".splitlines()


@pytest.mark.parametrize("source", ESCAPES)
def test_ways_out_are_refused_before_anything_runs(source: str) -> None:
    with pytest.raises(FaultyTemplate):
        Template(source)


@pytest.mark.parametrize(
    "name", ["__class__", "__init__", "items", "keys", "update", "append", "format", "_undefined_name"]
)
@pytest.mark.parametrize("value", ["error", "errors", "note", "region", "error.status", "words"])
def test_no_attribute_of_any_object_is_reached(name: str, value: str) -> None:
    assert run("{{ " + value + "['" + name + "'] }}") == f"[{name}?]"


@pytest.mark.parametrize("name", ["items", "values", "keys", "upper", "real"])
def test_methods_are_no_names(name: str) -> None:
    assert run("{{ words.nothing." + name + " }}") == f"[{name}?]"


NINE = "[1,2,3,4,5,6,7,8,9]"
ENDLESS = {
    "loops in loops": "".join(f"{{% for a{n} in {NINE} %}}" for n in range(19)) + "{% endfor %}" * 19,
    "loops that print": "".join(f"{{% for a{n} in {NINE} %}}{'x' * 500}" for n in range(9))
    + "{% endfor %}" * 9,
    "doubling": "{% set x = 'aaaaaaaaaa' %}" + "{% set x = x ~ x %}" * 60 + "{{ x }}",
    "replacing": "{{ 'a'" + "|replace('a', 'aaaaaaaaaa')" * 60 + " }}",
    "joining": "{{ [note, note]|join('" + "x" * 9000 + "')" + "|replace('x', 'xxxxxxxxx')" * 9 + " }}",
    "slow work in a loop": "{% set x = '"
    + "a" * 9000
    + "' %}"
    + "".join(f"{{% for a{n} in {NINE} %}}" for n in range(4))
    + "{% if x|replace('a', 'bb')|replace('b', 'ccccc') == 'q' %}{% endif %}"
    + "{% endfor %}" * 4,
    "brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "a very long number": "{{ " + "9" * 9000 + " }}",
    "too long": "x" * (LONGEST_SOURCE + 1),
    "too many parts": "{{ note }}" * 1400,
}


@pytest.mark.parametrize("source", ENDLESS.values(), ids=ENDLESS.keys())
def test_an_endless_template_stops_within_a_second(source: str) -> None:
    start = time.process_time()
    with pytest.raises(FaultyTemplate):
        run(source)

    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "source, line, said",
    [
        ("a\nb\n{{ error.code", 3, "end of"),
        ("a\n{% if x %}\nb", 3, "endif"),
        ("\n\n{{ error.code|shout }}", 3, "no filter 'shout'; there are: count"),
        ("\n{{ f() }}", 2, "functions cannot be called"),
        ("\n\n\n{% for a in note %}x{% endfor %}", 4, "a loop needs a list"),
        ("\n{{ error }}", 2, "name one of its fields"),
        ("\n{{ error.known }}", 2, "use {% if %}"),
        ("\n{{ 1 < 'a' }}", 2, "cannot be done here"),
        ("\n{{ 'a' + 'b' }}", 2, "put together with ~"),
        ("{{ 'a' is sameas 'b' }}", 1, "no test 'sameas'"),
        ("\ufdd0", 1, "no text may hold"),
    ],
)
def test_faults_are_told_by_line(source: str, line: int, said: str) -> None:
    fault = validate(source)[0]

    assert fault.line == line
    assert said in fault.message


def test_all_faults_of_a_template_are_told_at_once() -> None:
    assert [fault.line for fault in validate("{{ f() }}\n{{ a|b }}\n{{ 2 ** 3 }}")] == [1, 2, 3]


@given(st.text(max_size=200))
def test_any_text_is_a_template_or_has_faults(source: str) -> None:
    faults = validate(source)

    assert all(fault.line >= 1 and fault.message for fault in faults)


@given(
    st.lists(
        st.sampled_from(
            [
                "{{",
                "}}",
                "{%",
                "%}",
                "for",
                "if",
                "in",
                "errors",
                "error",
                ".",
                "|",
                *FILTERS,
                "(",
                ")",
                "[",
                "]",
                "0",
                "'",
                "~",
                "\n",
                " ",
            ]
        ),
        max_size=25,
    )
)
def test_any_heap_of_its_own_words_is_a_template_or_has_faults(words: list[str]) -> None:
    assert all(fault.line >= 1 for fault in validate(" ".join(words)))
