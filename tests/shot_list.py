"""The pictures in docs/: what is asked, pasted and opened for each."""

import msgspec

MAIL = """\
2026-05-01 10:00:02 ERROR gateway: upstream answered
{"error":{"code":"Ecs.1000","message":"Failed to call the Nova API because timeout."},
 "request_id":"req-7f3a1c2d-9b8e-4f5a-8b7c-8d9e0f1a2b3c"}
[{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context","detail":""}]
Authorization: Bearer EXAMPLETOKENEXAMPLETOKENEXAMPLE
{"error_code":"WKS.77777777","error_msg":"The desktop cannot be woken up."}
{"code":"AppNotExist","message":"The specified application does not exist."}
"""
SECRETS = """\
{"error_code":"Ecs.1000","error_msg":"Failed to call the Nova API because token=EXAMPLETOKENEXAMPLE expired."}
{"error_code":"SVCSTG.SWR.4001048","error_msg":"Failed to get Token from Context","password":"EXAMPLEPASSWORD"}
Authorization: Bearer EXAMPLETOKENEXAMPLE
"""
_EVERY = {
    9: 'ERROR gateway {"error":{"code":"Ecs.1000","message":"Failed to call the Nova API because timeout."}}',
    31: 'WARN registry {"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context"}',
    67: 'ERROR apps {"code":"AppNotExist","message":"The specified application does not exist."}',
    101: 'ERROR desk error_code=WKS.77777777 error_msg="The desktop cannot be woken up."',
}
_ELSE = "INFO gateway answered in 12 ms, nothing to see here, all is well with the world"


def log() -> str:
    """Return a log of some megabytes with four codes in it."""
    lines = (next((line for every, line in _EVERY.items() if n % every == 0), _ELSE) for n in range(14_000))
    return "\n".join(f"2026-05-01 10:{n // 60 % 60:02}:{n % 60:02} {line}" for n, line in enumerate(lines))


class Shot(msgspec.Struct, frozen=True, kw_only=True):
    """One picture."""

    name: str
    """File name without `.png`."""
    theme: str = "light"
    """`light`, `dark` or `high-contrast`."""
    language: str = "en"
    """`en` or `zh-Hans`."""
    query: str = ""
    """What is searched."""
    paste: str = ""
    """What is pasted."""
    log: bool = False
    """A long log is opened."""
    keys: tuple[str, ...] = ()
    """Actions that are done then."""
    size: tuple[int, int] = (1280, 800)
    """Width and height of the window, in pixels before scaling."""
    scale: str = "1"
    """Qt's scale factor."""
    texts: str = "both"
    """In which languages the entry's texts are shown."""
    tab: int = 0
    """Which page of the dialog is shown."""
    dialog: bool = False
    """The picture is of the dialog over the window."""


SHOTS = (
    Shot(name="start-light-en"),
    Shot(name="start-dark-zh", theme="dark", language="zh-Hans"),
    Shot(name="search-light-en", query="quota"),
    Shot(name="search-dark-en", theme="dark", query="vm locked"),
    Shot(name="search-light-zh", language="zh-Hans", query="配额不足"),
    Shot(name="search-dark-zh", theme="dark", language="zh-Hans", query="环境不存在"),
    Shot(name="no-solution-light-en", query="EnvNotExists"),
    Shot(name="weak-light-en", query="printer tray missing quota"),
    Shot(name="nothing-light-en", query="zzzzqqqq wwwwxxxx"),
    Shot(name="payload-light-en", paste=MAIL, keys=("copy-ticket",)),
    Shot(name="payload-dark-zh", theme="dark", language="zh-Hans", paste=MAIL),
    Shot(name="choose-light-en", paste=MAIL, keys=("next-error",) * 3),
    Shot(name="unknown-dark-en", theme="dark", paste=MAIL, keys=("next-error",) * 2),
    Shot(name="find-light-en", query="Ecs.0615", keys=("find",)),
    Shot(name="keys-light-en", keys=("keys",), dialog=True),
    Shot(name="settings-dark-en", theme="dark", keys=("settings",), dialog=True),
    Shot(name="copies-light-en", paste=MAIL, keys=("copy-menu",), dialog=True),
    Shot(name="hidden-light-en", paste=SECRETS, keys=("hidden",), dialog=True),
    Shot(
        name="hidden-dark-zh", theme="dark", language="zh-Hans", paste=SECRETS, keys=("hidden",), dialog=True
    ),
    Shot(name="templates-light-en", keys=("templates",), dialog=True),
    Shot(name="templates-dark-zh", theme="dark", language="zh-Hans", keys=("templates",), dialog=True),
    Shot(name="triage-light-en", log=True),
    Shot(name="triage-dark-zh", theme="dark", language="zh-Hans", log=True),
    Shot(name="note-light-en", query="Ecs.0219", keys=("note",)),
    Shot(name="own-entry-light-en", paste=MAIL, keys=("next-error",) * 2 + ("own-entry",), dialog=True),
    Shot(name="settings-tickets-light-zh", language="zh-Hans", keys=("settings",), tab=1, dialog=True),
    Shot(name="settings-search-light-en", keys=("settings",), tab=2, dialog=True),
    Shot(name="glossary-light-en", keys=("glossary",), dialog=True),
    Shot(name="catalogues-light-en", keys=("catalogues",), dialog=True),
    Shot(name="import-dark-en", theme="dark", keys=("import",), dialog=True),
    Shot(name="about-light-zh", language="zh-Hans", keys=("about",), dialog=True),
    Shot(name="contrast-search-en", theme="high-contrast", query="quota"),
    Shot(name="contrast-payload-zh", theme="high-contrast", language="zh-Hans", paste=MAIL),
    Shot(name="contrast-settings-en", theme="high-contrast", keys=("settings",), dialog=True),
    Shot(name="small-light-en", query="quota", paste="", size=(900, 600)),
    Shot(name="payload-small-dark-en", theme="dark", paste=MAIL, size=(900, 600)),
    Shot(name="search-light-en-200", query="quota", scale="2"),
    Shot(name="payload-dark-zh-200", theme="dark", language="zh-Hans", paste=MAIL, scale="2"),
    Shot(
        name="contrast-keys-zh-200",
        theme="high-contrast",
        language="zh-Hans",
        keys=("keys",),
        scale="2",
        dialog=True,
    ),
    Shot(
        name="triage-small-dark-zh-200",
        theme="dark",
        language="zh-Hans",
        log=True,
        size=(900, 600),
        scale="2",
    ),
)
