"""Marks a text for translation where it stands in a table; it is translated when it is shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - lupdate knows this name and reads the context
    """Return the text as it is (Qt's own function of this name is typed to return any object)."""
    return text
