"""What services, providers and statuses are called in a query."""

from index.search.terms import Terms

_COMMON = """
cloud open service services web platform the of and for api data group international online public
"""
_COMMON_IN_NAMES = frozenset(_COMMON.split())
"""Words in names of services that stand for none of them."""


def called(terms: Terms) -> dict[str, int]:
    """Return the entries by what their service, provider or status is called in a query."""
    names: dict[str, int] = {}
    for group in ("service", "provider"):
        for value in terms.facets.get(group, ()):
            called = value.casefold()
            words = called.split()
            called_by = {
                called,
                "".join(word[0] for word in words),
                *(w for w in words if w not in _COMMON_IN_NAMES),
            }
            for name in called_by:
                if len(name) > 1:
                    names[name] = names.get(name, 0) | terms.facet(group, value)
    for value in terms.facets.get("status", ()):
        if value:
            names[value] = terms.facet("status", value)
    return names
