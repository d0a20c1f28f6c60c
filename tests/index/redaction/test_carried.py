"""Secrets under what forms, mails, terminals and lists put around them. All secrets here are made up."""

import html
import quopri
import urllib.parse
from collections.abc import Callable

import pytest

from index.folders import Folders
from index.matching import explain
from index.store import open_table
from index.table import EntryTable

PASSWORD = "Kx-Exa.mple7Pw#1"
TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJFWEFNUExFZXhhbXBsZWV4YW1wbGU.RVhBTVBMRWV4YW1wbGVleGFtcGxl"


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> EntryTable:
    return open_table(Folders.under(tmp_path_factory.mktemp("carried")))


@pytest.mark.parametrize(
    "text",
    [
        f"login: root / {PASSWORD}\nregion: eu-de\n",
        f"Passwort für den Server ist {PASSWORD}\n",
        f"password        {PASSWORD}\n",
        f'name="password" value="{PASSWORD}"\n',
        f"curl -u me:{PASSWORD} https://h.example\n",
        f"docker login -u a -p {PASSWORD} h.example\n",
        f"密码是 {PASSWORD} 谢谢\n",
        f"- name: DB_PASSWORD\n  value: {PASSWORD}\n",
        f"api token → {TOKEN}\n",
    ],
)
@pytest.mark.parametrize(
    "carried",
    [
        str,
        urllib.parse.quote_plus,
        lambda text: quopri.encodestring(text.encode()).decode(),
        lambda text: "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n")),
        lambda text: "\n".join(f"{number:4d}  {line}" for number, line in enumerate(text.split("\n"))),
        lambda text: "\n".join(f"**{line}**" for line in text.split("\n")),
        lambda text: "".join(f"\x1b[32m{word}\x1b[0m " for word in text.split(" ")),
    ],
    ids=["plain", "form", "mail", "html", "numbered", "bold", "coloured"],
)
def test_a_secret_is_seen_through_what_carries_it(
    text: str, carried: Callable[[str], str], table: EntryTable
) -> None:
    left = explain(carried(text), table).redacted
    secret = TOKEN if TOKEN in text else PASSWORD
    parts = [secret[at : at + 8] for at in range(len(secret) - 7)]
    assert not [part for part in parts if part in left]


def test_a_token_behind_a_colour_is_taken_out_whole(table: EntryTable) -> None:
    text = f"Authorization: \x1b[32mBearer\x1b[0m \x1b[32m{TOKEN}\x1b[0m"
    assert "eyJ" not in explain(text, table).redacted


def test_the_rest_of_a_cookie_behind_a_cut_is_taken_out(table: EntryTable) -> None:
    text = f'"cookie":"a=b1; SESSION={TOKEN[:30]}\n{TOKEN[40:52]}","lang": "en"'
    left = explain(text, table).redacted
    assert TOKEN[40:52] not in left
    assert '"lang": "en"' in left


@pytest.mark.parametrize("text", ["a+b%3Dc", "x=1+1&y=%2B", "5% + 3%", "https://h.example/a+b%20c"])
def test_signs_of_no_form_stay(text: str, table: EntryTable) -> None:
    assert explain(text, table).redacted == text
