"""Names of fields that hold secrets, as data.

A name is compared without case and separators, and by its end: `x-auth-token`, `subjectToken` and `OS_TOKEN` all
end in `token`. Longer ends are looked at first.
"""

import re

ENDS: dict[str, str] = {
    # the public half of a key pair: not enough to sign, but it names the account
    "accesskeyid": "access-key",
    "accesskey": "access-key",
    "accessid": "access-key",
    "awsaccesskeyid": "access-key",
    "secretid": "access-key",
    "keyid": "access-key",
    "qak": "access-key",
    # the secret half
    "accesskeysecret": "secret-key",
    "accesssecret": "secret-key",
    "secretaccesskey": "secret-key",
    "secretkey": "secret-key",
    "clientsecret": "secret-key",
    "appsecret": "secret-key",
    "sharedkey": "secret-key",
    "accountkey": "secret-key",
    "sharedaccesskey": "secret-key",
    "apikey": "secret-key",
    "apisecret": "secret-key",
    "appkey": "secret-key",
    "masterkey": "secret-key",
    "signingkey": "secret-key",
    "encryptionkey": "secret-key",
    "secret": "secret-key",
    "密钥": "secret-key",
    "密鑰": "secret-key",
    "密匙": "secret-key",
    "访问密钥": "secret-key",
    # what stands for a logged-in person or program
    "token": "token",
    "tokenid": "token",
    "jwt": "token",
    "bearer": "token",
    "ticket": "token",
    "assertion": "token",
    "samlresponse": "token",
    "authcode": "token",
    "令牌": "token",
    "session": "token",
    "sessionid": "token",
    "sessionkey": "token",
    "jsessionid": "cookie",
    "phpsessid": "cookie",
    "csrf": "token",
    # passwords
    "password": "password",
    "passwd": "password",
    "passphrase": "password",
    "pwd": "password",
    "pass": "password",
    "adminpass": "password",
    "userpass": "password",
    "rootpass": "password",
    "passcode": "password",
    "pin": "password",
    "otp": "password",
    "mfacode": "password",
    "verifycode": "password",
    "passwort": "password",
    "kennwort": "password",
    "密码": "password",
    "口令": "password",
    "密碼": "password",
    "验证码": "password",
    "动态码": "password",
    "校验码": "password",
    "pw": "password",
    "passe": "password",
    "contraseña": "password",
    "contrasena": "password",
    "senha": "password",
    "wachtwoord": "password",
    "lösenord": "password",
    "passord": "password",
    "adgangskode": "password",
    "salasana": "password",
    "heslo": "password",
    "hasło": "password",
    "haslo": "password",
    "jelszó": "password",
    "parola": "password",
    "пароль": "password",
    "パスワード": "password",
    "暗証番号": "password",
    "비밀번호": "password",
    # signatures let a request be sent again
    "signature": "signature",
    "signatureprovided": "signature",
    "sig": "signature",
    "hmac": "signature",
    "sign": "signature",
    # headers and bodies that carry any of these
    "authorization": "credential",
    "proxyauthorization": "credential",
    "credential": "credential",
    "credentials": "credential",
    "connectionstring": "credential",
    "dockerconfigjson": "credential",
    "identitytoken": "token",
    "cookie": "cookie",
    "cookies": "cookie",
    "setcookie": "cookie",
    "privatekey": "private-key",
    "私钥": "private-key",
    "sshkey": "private-key",
    "keymaterial": "private-key",
    "kubeconfig": "credential",
    "userdata": "user-data",
    "plaintext": "secret-key",
    "datakey": "secret-key",
}
"""The end of a name, without separators: the kind of secret it holds."""

WHOLE_ONLY = frozenset({
    "ak", "sk", "auth", "pin", "otp", "pass", "sign", "sig", "session", "keyid", "secret", "hmac", "bearer", "csrf",
    "qak", "pw", "passe", "ticket", "accessid", "appkey", "credential", "credentials", "assertion", "plaintext",
})  # fmt: skip
"""Ends that mean a secret only where they are a word of their own in the name (`client_secret`, not `nosecret`)."""

HARMLESS = re.compile(
    r"(?:next|page|continuation|marker|sync|list|client|pagination|idempotency|max|num|total|count)_?-?token$"
    r"|(?:kms|cmk|default|master)[_-]?key[_-]?id$|tokens$|job[_-]?ticket$",
    re.IGNORECASE,
)
"""Names that end like a secret's and hold none: paging, counting, naming a key that itself stays in the vault."""

SHORT = {"ak": "access-key", "sk": "secret-key", "auth": "credential", "access": "access-key"}
"""Names that are looked for whole."""
