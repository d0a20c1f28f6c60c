"""Secrets in pastes: what is taken out, what stays, under which name. All secrets here are made up."""

import base64
import time
import urllib.parse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.redact import find_secrets, mask, redact

AK = "EXAMPLEKEYEXAMPLE001"
SK = "ExampleSecretExampleSecretExampleSecr001"
LONG = "MII" + "ExampleToken0" * 12
JWT = "eyJhbGciOiJFWEFNUExFIn0.eyJzdWIiOiJleGFtcGxlIn0.RXhhbXBsZVNpZ25hdHVyZQ"

SECRETS = {
    "json": ('{"adminPass":"Example#1","name":"web"}', ["Example#1"]),
    "json with an escaped quote": (r'{"password":"Exa\"mple1","x":1}', [r"Exa\"mple1"]),
    "escaped json": (r"{\"adminPass\":\"Example#1\",\"id\":\"7\"}", ["Example#1"]),
    "escaped twice": (r"{\\\"secretKey\\\":\\\"" + SK + r"\\\"}", [SK]),
    "python repr": (f"{{'access_key': '{AK}', 'secret_key': u'{SK}'}}", [AK, SK]),
    "php array": (
        f"'secretId' => 'AKID{'Example0' * 4}', 'secretKey' => '{SK}'",
        ["AKID" + "Example0" * 4, SK],
    ),
    "html entities": ("{&quot;password&quot;:&quot;Example#1&quot;}", ["Example#1"]),
    "url encoded": (f"AccessKeyId%3D{AK}%26Action%3DListApps", [AK]),
    "url encoded twice": (f"x=a%253FSecurityToken%253D{LONG}%2526y%253D1", [LONG]),
    "go escapes": (rf"https://h/?sig={SK}\u0026se=2026", [SK]),
    "query": (f"GET /b?X-Amz-Credential={AK}%2F20261101&X-Amz-Signature={'0a' * 32}", [AK, "0a" * 32]),
    "oss signed url": (
        f"https://b.oss.example/k?OSSAccessKeyId={AK}&Signature=ExampleSig0%3D",
        [AK, "ExampleSig0%3D"],
    ),
    "azure sas": (f"https://a.blob.example/c?sv=2026&sig={SK}%3D&sp=r", [SK]),
    "azure connection string": (f"AccountName=desk;AccountKey={SK}==;EndpointSuffix=x", [SK]),
    "cos": (
        f"q-sign-algorithm=sha1&q-ak=AKID{'Example0' * 4}&q-signature={'0b' * 20}",
        ["Example0Example0", "0b" * 20],
    ),
    "sdk-hmac": (
        f"Authorization: SDK-HMAC-SHA256 Access={AK}, SignedHeaders=host;x-sdk-date, Signature={'0c' * 32}",
        [AK, "0c" * 32],
    ),
    "aws4": (
        f"Authorization: AWS4-HMAC-SHA256 Credential={AK}/20261101/eu/s3/aws4_request, Signature={'0d' * 32}",
        [AK, "0d" * 32],
    ),
    "obs header": (f"Authorization: OBS {AK}:ExampleSignature0001=", [AK, "ExampleSignature0001="]),
    "token of letters only": ("token=EXAMPLETOKENEXAMPLE&x=1", ["EXAMPLETOKENEXAMPLE"]),
    "header of letters only": ("X-Auth-Token: EXAMPLETOKENEXAMPLE\nAccept: */*", ["EXAMPLETOKENEXAMPLE"]),
    "bearer": (f'curl -H "Authorization: Bearer {JWT}" https://h', [JWT]),
    "basic": ("Authorization: Basic ZXhhbXBsZTpleGFtcGxl", ["ZXhhbXBsZTpleGFtcGxl"]),
    "x-auth-token": (f"> X-Auth-Token: {LONG}\n> Accept: */*", [LONG]),
    "subject token": (f"X-Subject-Token: {LONG}", [LONG]),
    "sts": (f'"securitytoken": "{SK}", "x": 1', [SK]),
    "fernet": ("token gAAAA" + "Example0" * 12, ["gAAAA" + "Example0" * 12]),
    "cookies": ("Cookie: J_SESSION_ID=ExampleSession001; lang=en-us", ["ExampleSession001"]),
    "set-cookie": ("Set-Cookie: sid=ExampleSession002; Path=/; HttpOnly", ["ExampleSession002"]),
    "curl cookie": ("curl -b 'sid=ExampleSession003; a=b' https://h", ["ExampleSession003"]),
    "curl user": ("curl -u example:Example#1 https://h", ["Example#1"]),
    "docker login": (f"docker login -u cn-north-4@{AK} -p {'0e' * 32} swr.example", [AK, "0e" * 32]),
    "flag": (f"openstack --os-password Example#1 --access-key-secret={SK} server list", ["Example#1", SK]),
    "environment": (f"export OS_PASSWORD=Example#1!\nexport AWS_SECRET_ACCESS_KEY={SK}", ["Example#1!", SK]),
    "yaml": ("auth:\n  password: Example#1\n  user: desk", ["Example#1"]),
    "terraform": (f'  admin_pass = "Example#1"\n  secret_key = "{SK}"', ["Example#1", SK]),
    "xml": (f"<AccessKeyId>{AK}</AccessKeyId><SecretAccessKey>{SK}</SecretAccessKey>", [AK, SK]),
    "escaped xml": (f"&lt;SecretAccessKey&gt;{SK}&lt;/SecretAccessKey&gt;", [SK]),
    "xml cut off": (f"<Id>7</Id><SecretAccessKey>{SK[:20]}", [SK[:20]]),
    "url password": ("amqp://desk:Example%231@mq.example:5672/v", ["Example%231"]),
    "e-mail": ("Von: Ex Ample <ex.ample+desk@kunde.example>", ["ex.ample+desk@kunde.example"]),
    "encoded e-mail": ("user%3Dex.ample%40kunde.example%26x", ["ex.ample%40kunde.example"]),
    "user data": (
        f'{{"user_data":"{base64.b64encode(b"#cloud-config example").decode()}"}}',
        ["I2Nsb3VkLWNvbmZpZ"],
    ),
    "chinese": ("密码：Example#1，区域：cn-north-4", ["Example#1"]),
    "german": ("Kennwort: Example#1", ["Example#1"]),
    "prose": ("my password is Example#1 since Monday", ["Example#1"]),
    "private key": (
        "-----BEGIN RSA PRIVATE KEY-----\nRXhhbXBsZQ==\n-----END RSA PRIVATE KEY-----\nafter",
        ["RXhhbXBsZQ=="],
    ),
    "private key in json": (
        r'{"private_key":"-----BEGIN PRIVATE KEY-----\nRXhhbXBsZQ==\n-----END PRIVATE KEY-----\n"}',
        ["RXhhbXBsZQ=="],
    ),
    "private key cut off": (
        "-----BEGIN OPENSSH PRIVATE KEY-----\nRXhhbXBsZWV4YW1wbGU=",
        ["RXhhbXBsZWV4YW1wbGU="],
    ),
    "base64 body": (
        base64.b64encode(b'{"adminPass":"Example#1","flavor":"s6"}').decode(),
        ["eyJhZG1pblBhc3Mi"],
    ),
    "known again": (f'{{"ak":"{AK}","message":"key {AK} is disabled"}}', [AK]),
}

HARMLESS = [
    '{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information: token expired"}',
    '{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context","detail":""}',
    "InvalidAccessKeyId.NotFound: Specified access key is not found.",
    "SignatureDoesNotMatch: the signature we calculated does not match; SignatureMethod=HMAC-SHA1&SignatureVersion=1.0",
    "X-Request-Id: 55d768e25cacd9a2bfc7a466a801f264",
    '"RequestId":"4ADA4392-2DF7-40D5-AFC4-E5E1533DBB48"',
    '{"next_token":"ExampleNextPage0001","max_tokens":4096,"token_type":"bearer"}',
    "The password must contain 8 to 26 characters.",
    "password: must not be empty",
    "The call with password=<password> was refused.\nMessage: ask for another one. <token> is no tag.",
    "token: misconfiguration of the identity provider",
    "token role op_readonly is forbidden to perform this action.",
    '{"password":null,"secret":"","token":"***","adminPass":"<redacted>"}',
    "session locks could not be obtained; the session does not exist",
    "https://ecs.eu-de.otc.t-systems.com/v1/0123/cloudservers?limit=10#a:b",
    "at com.example.auth.TokenFilter.doFilter(TokenFilter.java:42)",
    "image: swr.cn-north-4.example/app@sha256:0123456789abcdef",
]


@pytest.mark.parametrize("name", SECRETS)
def test_secret_is_taken_out(name: str) -> None:
    text, secrets = SECRETS[name]
    left = redact(text)
    assert not [secret for secret in secrets if secret in left]


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_stays(text: str) -> None:
    assert redact(text) == text


def test_scope_and_signed_headers_stay() -> None:
    text = (
        f"Authorization: AWS4-HMAC-SHA256 Credential={AK}/20261101/eu-de/s3/aws4_request, SignedHeaders=host"
    )
    assert redact(text) == text.replace(AK, "<access-key>")


def test_same_secret_has_the_same_placeholder_and_another_one_another() -> None:
    text = f"ak={AK} then ak={AK} then ak=EXAMPLEKEYEXAMPLE002"
    assert redact(text) == "ak=<access-key> then ak=<access-key> then ak=<access-key-2>"


def test_decoded_view_is_looked_at_and_reported_at_its_place() -> None:
    class Rot:
        """A decoding that nothing else would see through."""

        text = "password=Example#1"

        def original(self, start: int, end: int) -> tuple[int, int]:
            return start, end

    raw = "cnffjbeq=Rknzcyr#1"
    (secret,) = find_secrets(raw, [Rot()])
    assert (secret.kind, secret.span) == ("password", (9, 18))


PIECES = st.sampled_from(
    [
        *(
            "token",
            "password",
            '"',
            ":",
            "=",
            "\\",
            "%22",
            "%3D",
            "&quot;",
            "Authorization: ",
            "Cookie: ",
            "a=b;",
        ),
        *(
            "<",
            ">",
            "@",
            "eyJ",
            "-----BEGIN PRIVATE KEY-----",
            "curl -u ",
            "docker login -p ",
            "://",
            "é",
            "\ud800",
        ),
        *("\0", "密码", "\n", AK, LONG),
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=40).map("".join))
def test_any_text_gives_ordered_spans_and_a_text_that_can_be_put_together(text: str) -> None:
    secrets = find_secrets(text)
    at = 0
    for secret in secrets:
        start, end = secret.span
        assert at <= start < end <= len(text)
        at = end
    rest = mask(text, secrets)
    for secret in secrets:
        rest = rest.replace(secret.placeholder, "", 1)
    kept = "".join(
        text[a:b]
        for a, b in zip(
            [0, *(s.span[1] for s in secrets)], [*(s.span[0] for s in secrets), len(text)], strict=True
        )
    )
    assert len(rest) <= len(kept)


@given(
    st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=12, max_size=60), st.integers(0, 2)
)
def test_a_token_is_found_through_any_number_of_url_encodings(token: str, times: int) -> None:
    token = "Ex0" + token
    text = f'{{"X-Auth-Token": "{token}"}}'
    for _ in range(times):
        text = urllib.parse.quote(text)
    assert token not in redact(text)


@pytest.mark.parametrize(
    "piece", ["token=", "Cookie: ", "Authorization: ", '"password":"', "\\", "eyJ", "a.b@c.", "http://a:"]
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    small, large = _seconds(piece * 4_000), _seconds(piece * 32_000)
    assert large < 8 * 4 * max(small, 0.01)


def test_names_in_a_value_without_an_end_take_no_longer() -> None:
    small, large = _seconds("密码是" * 1_000), _seconds("密码是" * 8_000)
    assert large < 8 * 3 * max(small, 0.01)


def _seconds(text: str) -> float:
    start = time.process_time()
    find_secrets(text)
    return time.process_time() - start
