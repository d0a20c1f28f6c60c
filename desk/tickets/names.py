"""What ticket targets, languages and kinds of secrets are called in the window."""

from PySide6.QtCore import QCoreApplication

from desk.language.marking import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

TARGET_NAMES = {
    "text": QT_TRANSLATE_NOOP("Copy", "plain text"),
    "markdown": "Markdown",
    "html": QT_TRANSLATE_NOOP("Copy", "HTML mail"),
    "jira-wiki": "Jira (wiki)",
    "jira-cloud": "Jira Cloud",
    "zendesk": "Zendesk",
    "servicenow": "ServiceNow",
    "servicenow-code": "ServiceNow ([code])",
    "freshdesk": "Freshdesk",
    "slack": "Slack",
    "teams": "Microsoft Teams",
}
"""Names of ticket targets; most are names of products and stay as they are."""

FORMS = frozenset({"text", "markdown", "html"})
"""Targets that are a form of text, not a product."""

LANGUAGE_NAMES = {
    "window": QT_TRANSLATE_NOOP("Copy", "As the window"),
    "en": "English",
    "zh-Hans": "简体中文",
}
"""Names of the languages that tickets are written in."""

KIND_NAMES = {
    "access-key": QT_TRANSLATE_NOOP("Secrets", "Access key"),
    "secret-key": QT_TRANSLATE_NOOP("Secrets", "Secret key"),
    "private-key": QT_TRANSLATE_NOOP("Secrets", "Private key"),
    "token": QT_TRANSLATE_NOOP("Secrets", "Token"),
    "password": QT_TRANSLATE_NOOP("Secrets", "Password"),
    "signature": QT_TRANSLATE_NOOP("Secrets", "Signature"),
    "cookie": QT_TRANSLATE_NOOP("Secrets", "Cookie"),
    "credential": QT_TRANSLATE_NOOP("Secrets", "Credential"),
    "user-data": QT_TRANSLATE_NOOP("Secrets", "User data"),
    "e-mail": QT_TRANSLATE_NOOP("Secrets", "E-mail address"),
}
"""Names of the kinds of secrets; a kind that is not here is shown by its own name."""


def target_name(target: str) -> str:
    """Return the name of a target, in the window's language."""
    return translate("Copy", TARGET_NAMES.get(target, target))


def language_name(tag: str) -> str:
    """Return the name of a language, in the window's language."""
    return translate("Copy", LANGUAGE_NAMES.get(tag, tag))


def kind_name(kind: str) -> str:
    """Return the name of a kind of secret, in the window's language."""
    return translate("Secrets", KIND_NAMES.get(kind, kind))


def template_name(name: str, language: str) -> str:
    """Return the name of a template; the person's own are called as they called them."""
    from index.ticket.words import words_in  # noqa: PLC0415 - reads a file; not needed at the start

    return words_in(language).templates.get(name, name)
