"""What errors in nested scopes take from the scopes inside and around them, and which of them only wrap others."""

from index.payload.filling import fill, message_of
from index.payload.reading import Finding
from index.payload.scopes import Scope
from index.payload.vocabulary import USUAL

_MOST_SCOPES = 20
_MOST_HOPS = 12
_MOST_LOOKED_AT = 200


def inherit(scopes: list[Scope], own: list[list[Finding]]) -> None:
    """Complete all errors; `own` holds those of each scope."""
    for number, found in enumerate(own):
        for each in found:
            if number:
                inherit_into(scopes, number, each, own)


def inherit_into(scopes: list[Scope], number: int, each: Finding, own: list[list[Finding]]) -> None:
    """Take what is missing from the scopes inside that have no error of their own, then from those around."""
    for child in scopes[number].children[:_MOST_SCOPES]:
        if not own[child] and scopes[child].fields:
            _take(each, _of(scopes[child]))
    at = number
    for _ in range(_MOST_HOPS):
        at = scopes[at].parent
        if at == 0:
            return
        outer = scopes[at]
        if own[at] and not outer.closed:
            continue
        _take(each, _of(outer))
        for sibling in outer.children[:_MOST_SCOPES] if outer.kind != "[" else ():
            if sibling != number and scopes[sibling].fields and not own[sibling]:
                _take(each, _of(scopes[sibling]))
        if each.message is None and all(found.wrapper for found in own[at]):
            each.message = message_of(outer.fields)


def _of(scope: Scope) -> Finding:
    found = Finding(code=None)
    fill(found, [each for each in scope.fields if each.key != "title"], None)
    return found


def _take(each: Finding, extra: Finding) -> None:
    known = {piece.text for piece in each.ids}
    each.ids += [piece for piece in extra.ids if piece.text not in known]
    if each.status is None and extra.status:
        each.status, each.status_piece = extra.status, extra.status_piece


def has_error_inside(scopes: list[Scope], own: list[list[Finding]], number: int) -> bool:
    """Tell whether any scope inside has an error of its own."""
    todo, seen = list(scopes[number].children), 0
    while todo and seen < _MOST_LOOKED_AT:
        inner = todo.pop()
        seen += 1
        if own[inner]:
            return True
        todo += scopes[inner].children
    return False


def drop_details(scopes: list[Scope], own: list[list[Finding]]) -> None:
    """Drop details that only say again what an error around them says."""
    for number in range(len(scopes) - 1, 0, -1):
        at, hops = scopes[number].parent, 0
        while at and hops < _MOST_HOPS and own[number]:
            for outer in own[at]:
                again = [inner for inner in own[number] if _says_again(inner, outer)]
                for inner in again:
                    outer.ids += [piece for piece in inner.ids if piece not in outer.ids]
                own[number] = [inner for inner in own[number] if inner not in again]
            at, hops = scopes[at].parent, hops + 1


def _says_again(inner: Finding, outer: Finding) -> bool:
    if outer.wrapper or inner.sure > outer.sure:
        return False
    if inner.message is not None:
        return outer.message is not None and inner.message.text == outer.message.text
    numbered = inner.code is not None and any(letter.isdigit() for letter in inner.code.text)
    same = inner.code is not None and outer.code is not None and inner.code.text == outer.code.text
    return same or not numbered or inner.sure < USUAL
