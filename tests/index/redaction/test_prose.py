"""Passwords that sentences, commands and lists tell without a field's sign between. All secrets here are made up."""

import pytest

from index.redact import redact

SECRET = "Xk9-Example-Pw7"


@pytest.mark.parametrize(
    "text",
    [
        "登录密码 {} 您可以试一下",
        "密码是{}请勿外传",
        "Mot de passe du compte de test : {}",
        "La contraseña del usuario ops es {}.",
        "パスワード：{}\nよろしく",
        "PW lautet {}",
        "ApiPw   = {}",
        "Hasło do konta testowego: {}",
        "【登录密码】{}",
        "second account - tester02 / {}",
        "<property><name>app.db.password</name><value>{}</value></property>",
        "<key>Password</key>\n<string>{}</string>",
        "root pw on the broker: {}\n",
        "pwd for ops -> {}",
        'variable "admin_pass" {{\n  default   = "{}"\n  sensitive = true\n}}',
        "AdminPassword:\n  Type: String\n  NoEcho: true\n  Default: {}\n",
        '{{"key":"DB_PASSWORD","secured":true,"value":"{}"}}',
        '"password": {{"value": "{}"}}',
        "db.prod:5432:portal:portal_rw:{}",
        "mein Passwort fürs Jumphost ist noch {} falls du schauen willst",
        "the password for root was changed to {}.",
        "login used for the repro: root / {}",
        "|Login|{{noformat}}swr-user / {}{{noformat}}|",
        "账号密码：admin/{}，请登录",
        'docker login -u a@b --password-stdin swr.example <<< "{}"',
        "<wsse:Username>a</wsse:Username><wsse:Password>{}</wsse:Password>",
        '{{"cookies": [{{"name": "sid", "value": "{}"}}, {{"name": "b", "value": "Example2345"}}]}}',
        '{{\n "cookies": [\n  {{\n   "name": "sid",\n   "value": "{}"\n  }}\n ]\n}}',
    ],
)
def test_what_is_told_is_taken_out(text: str) -> None:
    assert SECRET not in redact(text.format(SECRET))


@pytest.mark.parametrize(
    "text",
    [
        "the token for the API is {}, ok",
        "our API secret for the portal: {}",
        "API secret → {}",
        '"secret": {{"key": "{}"}}',
        '"token": {{\n  "id": "{}"\n}}',
        "vault unseal key 1: {}",
        "az storage blob list --account-key {} -c img",
        "<property><name>fs.obs.secret.key</name><value>{}</value></property>",
    ],
)
def test_a_key_that_is_told_is_taken_out(text: str) -> None:
    key = "Exam0pleKeyB7exampleC9"
    assert key not in redact(text.format(key))


@pytest.mark.parametrize("word", ["Herbst2026", "Verano-Example-11", "Été-Example-75"])
def test_a_name_and_a_number_is_a_password_where_a_verb_says_so(word: str) -> None:
    assert redact(f"the password for root is {word}, thanks") == "the password for root is <password>, thanks"
    assert redact(f"密码是{word}请勿外传") == "密码是<password>请勿外传"


def test_a_short_name_is_one_at_the_very_beginning_too() -> None:
    assert redact("ak=AB12CDEXAMPLE34EF56GH") == "ak=<access-key>"


def test_a_key_behind_another_is_taken_out() -> None:
    text = 'getProfile("cn",\n10:00:00 app: "LTAI5tEXAMPLE3U7eHTN7HDI",\n10:00:00 app: "4nTUJGA2ExamplemZwW7abcdefghij")'
    assert "4nTUJGA2" not in redact(text)


@pytest.mark.parametrize(
    "text, left",
    [
        ("aws configure set aws_secret_access_key {}\nnext", "aws configure set aws_secret_access_key <secret-key>\nnext"),
        ("调用时使用的AK：{}，好", "调用时使用的AK：<access-key>，好"),
        ("https://{}@h.example/42", "https://<token>@h.example/42"),
        ("openssl pkcs12 -passin pass:{} -nodes # sshpass -p", "openssl pkcs12 -passin pass:<password> -nodes # sshpass -p"),
        ("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\n<private-key>\n-----END PRIVATE KEY-----"),
    ],
)  # fmt: skip
def test_only_the_secret_goes(text: str, left: str) -> None:
    assert redact(text.format("EXAMPLE0abcDEF9ghiJKLm2n")) == left


@pytest.mark.parametrize(
    "text",
    [
        "password check failed: Ecs.0011 The password length must range from 8 to 26.",
        "Failed to reset the password of server web-01.example.com",
        "the password for 0f3c9a77-12de-4b6f-8e51-c2a49b7d6035 is not set",
        "Change Password Policy2024 is in force",
        "Passwort für Server01: siehe KeePass2",
        "The password of user Admin2024 is invalid",
        "token for job is 0123456789abcdef0123456789abcdef",
        "secret name: Kubernetes1Secret2Name",
        "- name: OS_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: a\n- name: LANG\n  value: C.UTF-8",
        "[pw] x -> y",
        "def toggle_pin(self) -> None:",
        "fn get_token(id: u8) -> Option<Token9> {{",
        "main.go:5432:12:foo bar",
        "git clone git@git.example.com:ops/vdi.git",
        "user: ops/web_Server_1",
        "OS_TOKEN={0}\nPGPASSFILE=/run/secrets/pgpass",
        "x?security-token={0}\n-> Code: AppNotExist",
        '"cookies": [], "values": [{{"name": "a", "value": "harmless"}}]',
    ],
)
def test_what_only_stands_beside_stays(text: str) -> None:
    long = "gAAAA" + "EXAMPLE0abcDEF9ghiJKLm2n" * 4
    assert redact(text.format(long)).replace("<token>", long) == text.format(long)
