"""Why a question cannot be answered at all: a filter that names what there is not, or nothing but punctuation."""

import msgspec
from PySide6.QtCore import QCoreApplication

from desk.results.empty_state import Notice
from index.hits import Answer, UnknownFilter
from index.query import Query

translate = QCoreApplication.translate

_MOST = 8
_FIELDS = {"provider": "providers", "service": "services", "language": "languages"}


def reason_for_nothing(query: Query, answer: Answer) -> Notice | None:
    """Say why nothing could be found, with ways on; None where the words are simply found nowhere."""
    if answer.unknown:
        return _unknown(query, answer.unknown[0])
    if query.text and not query.filters and not any(letter.isalnum() for letter in query.text):
        return Notice(
            title=translate("Nothing", "Only punctuation"),
            hint=translate("Nothing", "Type a code, a message, or words in English or Chinese."),
        )
    return None


def _unknown(query: Query, unknown: UnknownFilter) -> Notice:
    titles = {
        "provider": translate("Nothing", "There is no provider “{name}”"),
        "service": translate("Nothing", "There is no service “{name}”"),
        "language": translate("Nothing", "There are no texts in the language “{name}”"),
    }
    field = _FIELDS[unknown.group]
    ways = []
    for value in unknown.known[:_MOST]:
        filters = msgspec.structs.replace(query.filters, **{field: (value,)})
        ways.append(str(query.with_filters(filters)))
    return Notice(
        title=titles[unknown.group].format(name=unknown.name),
        hint=translate("Nothing", "These filters are known:"),
        suggestions=tuple(ways),
    )
