"""Secrets in tables and dumps of which every line stands behind a log's time, a frame or a number. All made up."""

import pytest

from index.redact import redact

PASSWORD = "Ruled0-Example-Pw9"
TOKEN = "EXAMPLE0abcDEF9ghiJKLm2n"
FORMS = {
    "ruled": f"+----------------+------+\n| admin_password | {PASSWORD} |\n| security_token | {TOKEN} |\n+---+---+",
    "psql": f"-[ RECORD 1 ]--+----\npassword       | {PASSWORD}\nsession_token  | {TOKEN}",
    "var_dump": f'array(2) {{\n  ["password"]=>\n  string(18) "{PASSWORD}"\n  ["token"]=>\n  string(24) "{TOKEN}"\n}}',
    "print_r": f"Array\n(\n    [password] => {PASSWORD}\n    [token] => {TOKEN}\n)",
    "columns": f"Name  Password            Token\n----- ------------------- --------\nroot  {PASSWORD}  {TOKEN}",
    "csv": f"user,password,token\nroot,{PASSWORD},{TOKEN}",
}
PREFIXES = {
    "none": "{}",
    "time": "2026-11-20T10:00:0{n}.123Z {}",
    "logger": "2026-11-20 10:00:0{n}.123 DEBUG 7 --- [exec-1] o.a.http.wire : {}",
    "pod": "[pod/web-7d9f/app] {}",
    "syslog": "Nov 20 10:00:0{n} host1 app[22]: {}",
    "number": "  1{n}: {}",
    "quoted": "> {}",
    "box": "│ {:<60} │",
}


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("form", FORMS)
def test_a_prefix_hides_nothing(form: str, prefix: str) -> None:
    lines = FORMS[form].split("\n")
    left = redact("\n".join(PREFIXES[prefix].format(line, n=number) for number, line in enumerate(lines)))
    assert PASSWORD not in left
    assert TOKEN not in left


@pytest.mark.parametrize(
    "text",
    [
        "| password | status  |\n| must not | be shown |",
        "| token_type | bearer |\n| code | Ecs.0605 |",
        "Code      Message   Password\n--------- --------- --------\nEcs.0605  is locked none",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert redact(text) == text
