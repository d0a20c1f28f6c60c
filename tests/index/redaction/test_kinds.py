"""A secret that is one in several ways is called by what tells most of it."""

import pytest

from index.redact import redact


@pytest.mark.parametrize(
    "text, redacted",
    [
        (
            "访问密钥ID=LTAI5tEXAMPLEexample00001 访问密钥密码=EXAMPLEsecretEXAMPLEsecret0001",
            "访问密钥ID=<access-key> 访问密钥密码=<secret-key>",
        ),
        (
            "git clone https://eva:ghp_EXAMPLEabcdefghijklmnopqrstuvwx01@git.example/a.git",
            "git clone https://eva:<token>@git.example/a.git",
        ),
        (
            '"user_data":"IyEvYmluL2Jhc2gKZWNobyByb290OkVYQU1QTEVyb290cHcxIHwgY2hwYXNzd2Q="',
            '"user_data":"<user-data>"',
        ),
        ("EXAMPLE_API_KEY=sk-EXAMPLEabcdefghijklmnopqrstuvwxyz012345", "EXAMPLE_API_KEY=<token>"),
    ],
)
def test_the_more_telling_kind_names_it(text: str, redacted: str) -> None:
    assert redact(text) == redacted
