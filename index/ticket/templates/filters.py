"""The filters of templates: few, on texts and lists only, none of which makes much out of little."""

from collections.abc import Callable

from jinja2 import Undefined

from index.ticket.templates.faults import LONGEST_RESULT, TemplateStop

_LONGEST_LIST = 10_000


def text_of_value(value: object) -> str:
    """Return what a value prints as; lists are joined with commas, what is missing stays visible."""
    if isinstance(value, str):
        return value
    if isinstance(value, Undefined):
        return f"[{value._undefined_name or ''}?]"  # noqa: SLF001 - Jinja offers no public name for it
    if isinstance(value, bool) or value is None:
        raise TemplateStop("a yes or no cannot be printed; use {% if %}")
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list | tuple):
        return _join(value)
    raise TemplateStop("this cannot be printed; name one of its fields")


def _join(value: object, separator: object = ", ") -> str:
    texts = [text_of_value(item) for item in _list(value)]
    between = text_of_value(separator)
    _bounded(sum(map(len, texts)) + len(between) * len(texts))
    return between.join(texts)


def _replace(value: object, old: object, new: object) -> str:
    text, before, after = text_of_value(value), text_of_value(old), text_of_value(new)
    if not before:
        raise TemplateStop("replace needs a text to replace")
    _bounded(len(text) + text.count(before) * max(0, len(after) - len(before)))
    return text.replace(before, after)


def _truncate(value: object, length: object = 100) -> str:
    text = text_of_value(value)
    if not isinstance(length, int) or isinstance(length, bool) or length < 1:
        raise TemplateStop("truncate needs a number of characters")
    return text if len(text) <= length else text[: length - 1] + "…"


def _default(value: object, instead: object = "") -> object:
    return instead if isinstance(value, Undefined) or value in ("", None) else value


def _length(value: object) -> int:
    return len(value) if isinstance(value, str | list | tuple | dict) else 0


def _first(value: object) -> object:
    return next(iter(_list(value)), value if isinstance(value, Undefined) else Undefined(name="first"))


def _last(value: object) -> object:
    return _first(_list(value)[::-1] or value)


def _unique(value: object) -> list[object]:
    found: dict[str, object] = {}
    for item in _list(value):
        found.setdefault(text_of_value(item), item)
    return list(found.values())


def _map(value: object, attribute: object) -> list[object]:
    name = text_of_value(attribute)
    items = (item for item in _list(value) if isinstance(item, dict))
    return [item[name] for item in items if name in item]


def _lines(value: object) -> list[object]:
    return list(text_of_value(value).splitlines())


def concatenated(values: object) -> str:
    """Put values together as one text: what the operator ~ does, measured before it is done."""
    return _join(values, "")


def _list(value: object) -> list[object]:
    if isinstance(value, Undefined):
        return []
    if isinstance(value, list | tuple):
        if len(value) > _LONGEST_LIST:
            raise TemplateStop("a list is too long")
        return list(value)
    raise TemplateStop("a list is needed here")


def _bounded(length: int) -> None:
    if length > LONGEST_RESULT:
        raise TemplateStop("a text becomes longer than {most:,} characters", most=LONGEST_RESULT)


FILTERS: dict[str, Callable[..., object]] = {
    "count": _length,
    "default": _default,
    "first": _first,
    "join": _join,
    "last": _last,
    "length": _length,
    "lines": _lines,
    "lower": lambda value: text_of_value(value).lower(),
    "map": _map,
    "replace": _replace,
    "trim": lambda value: text_of_value(value).strip(),
    "truncate": _truncate,
    "unique": _unique,
    "upper": lambda value: text_of_value(value).upper(),
}
"""By name, as a template writes them after `|`."""
