"""Errors outside tables: a code as a heading, bold line or list item, and below it what is said of it.

## 101                                - **HPL02002E**:              **AccessDenied**
* Message - Object not found.            - Message: Format failed.   Message: Access denied.
* Meaning - It does not exist.           - User action: Retry.       The client did not sign the request.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from index.importing.columns import speaks_of_errors
from index.importing.fields import Field
from index.importing.headers import field_of
from index.importing.heads import LABEL, LISTED, LONGEST_HEAD, Head, codes_in, head_of
from index.importing.page import Block, Heading, Item, Page, Table, Text
from index.importing.rows import Row
from index.importing.values import Kind, is_nothing, kind_of, status_of, unwrap

_DASHED = re.compile(r"([^\n:：]{1,40}?)\s+[-–—]\s+(.*)", re.DOTALL)
_DEFINED = re.compile(r"([^\s:：]{2,100})\s*(?:[:：]|\s[-–—]+\s|\s?[-–—]{2}\s?)\s*(\S.*)", re.DOTALL)
_TELLS = re.compile(r"[:：]\s*[^\s:：]")
"""Something is said behind the label."""
_ENOUGH = 3
_LONGEST_LABEL = 40
_MOST_TEXT = 4_000
_TEXT_FIELDS = (Field.MESSAGE, Field.DESCRIPTION, Field.SOLUTION)


class _Said(msgspec.Struct):
    """What was said of a code so far."""

    head: Head
    fields: dict[Field, list[str]]
    prose: list[str]
    names: list[str]
    open: Field | None = None
    """The label that stood alone: what follows belongs to it."""


def labelled_rows(page: Page) -> tuple[Row, ...]:
    """Read the errors of a page that stand outside tables, in order.

    A code counts if what is below it is labelled with at least one word of an error table. Codes with nothing but
    prose below them count where they are many of one form under a heading that speaks of errors.
    """
    return _rows(page, plain=False) or _rows(page, plain=True)


def _rows(page: Page, *, plain: bool) -> tuple[Row, ...]:
    """Read the errors; with `plain` lines such as `LMP-00001: no such lamp` begin one as well."""
    said = list(_sections(page.blocks, plain=plain))
    sure = [one for one in said if any(one.fields.get(field) for field in _TEXT_FIELDS)]
    about = speaks_of_errors(
        " ".join([page.title, *(b.text for b in page.blocks[:12] if isinstance(b, Heading))])
    )
    listed = _listed_forms(page, said) if about else set()
    surely = {(one.head.form, kind_of(one.head.codes[0])) for one in sure} if len(sure) >= _ENOUGH else set()
    rows = []
    for one in said:
        form = one.head.form, kind_of(one.head.codes[0])
        labels = any(one.fields.get(field) for field in _TEXT_FIELDS)
        told = labels and (len(sure) > 1 or _is_whole(one))
        if told or (
            (one.prose or one.head.title)
            and (form in surely or (form[1] is Kind.CODE and one.head.rank in listed))
        ):
            rows.append(_row(one))
    if rows:
        return tuple(rows)
    return _defined(page) if about else ()


def _is_whole(said: _Said) -> bool:
    """Tell whether enough is said of a code to believe it where it is the only one of its page."""
    fields = said.fields.keys()
    named = bool(said.head.title) or any(map(str.isdigit, said.head.codes[0]))
    described = bool(said.prose) or Field.DESCRIPTION in fields
    return bool(fields & {Field.MESSAGE, Field.STATUS}) or (named and described and Field.SOLUTION in fields)


def _listed_forms(page: Page, said: list[_Said]) -> set[int]:
    """Return the ranks at which most of what stands is a code with prose below it: there the page lists codes."""
    heads = Counter(one.head.rank for one in said if one.prose or one.head.title)
    levels = Counter(block.level for block in page.blocks if isinstance(block, Heading))
    return {rank for rank, count in heads.items() if count >= _ENOUGH and 2 * count > levels.get(rank, 0)}


def _sections(blocks: Sequence[Block], *, plain: bool) -> Iterator[_Said]:
    now: _Said | None = None
    status = ""
    for block in blocks:
        head = head_of(block, plain=plain)
        if now is not None and head is not None and _is_twin(head, now):
            now.names += head.codes
            continue
        if now is not None and (_next_begins(head, now) if head is not None else _ends(block, now.head)):
            yield now
            now = None
        if isinstance(block, Heading):
            found = re.search(r"\b([1-5]\d\d)\b", block.text) if "http" in block.text.casefold() else None
            status = found[1] if found else ("" if head is None and block.level <= 2 else status)  # noqa: PLR2004 - level
        if head is not None and now is None:
            stated = head.status or status
            now = _Said(head, {Field.STATUS: [stated]} if stated else {}, [], [])
            _take(now, head.rest)
        elif now is not None and isinstance(block, Heading | Text) and (label := _lone_label(block.text)):
            now.open = label
        elif now is not None and isinstance(block, Text | Item):
            _take(now, block.text, item=isinstance(block, Item))
    if now is not None:
        yield now


def _is_twin(head: Head, now: _Said) -> bool:
    """Tell whether a head is only the number of the name above it: `ERROR_OFF`, then `5 (0x5)`."""
    above = now.head
    empty = not (now.fields or now.prose or now.names or above.title or head.title or head.rest)
    return (
        empty
        and (head.form, head.rank) == (above.form, above.rank)
        and {kind_of(code) for code in above.codes} <= {Kind.CODE, Kind.WORD}
        and {kind_of(code) for code in head.codes} <= {Kind.NUMBER, Kind.STATUS}
    )


def _lone_label(text: str) -> Field | None:
    """Return the field of a heading or line that is nothing but a label."""
    if _TELLS.search(text):
        return None
    field = field_of(text.strip(" :：")) if len(text) <= _LONGEST_LABEL else Field.OTHER
    return field if field in _TEXT_FIELDS else None


def _next_begins(head: Head, now: _Said) -> bool:
    """Tell whether a head begins the next error: one of the same or a higher rank, or any once this one is told."""
    told = any(now.fields.get(field) for field in _TEXT_FIELDS)
    chapter = not now.prose and kind_of(now.head.codes[0]) is Kind.WORD  # `## FAQ` above `### NoSuchLamp`
    return head.rank <= now.head.rank or (
        (told or chapter) and head.form != "item" and kind_of(head.codes[0]) is Kind.CODE
    )


def _ends(block: Block, head: Head) -> bool:
    """Tell whether a block that is no head ends what is said of one."""
    if isinstance(block, Heading):
        if head.form == "line" and _lone_label(block.text):
            return False
        return head.form != "heading" or block.level <= head.rank
    if isinstance(block, Item):
        return head.form == "item" and 100 + block.depth <= head.rank
    return isinstance(block, Table)


def _take(said: _Said, text: str, *, item: bool = False) -> None:
    """Sort what a block says into fields; lines without a known label are prose."""
    for line in text.split("\n"):
        field, value = _labelled(line)
        if field is not Field.OTHER:
            said.open = field if field in _TEXT_FIELDS and not value.strip() else None
        if field is Field.NAME or field is Field.CODE:
            said.names += [code for code in codes_in(value.strip("`. ")) if kind_of(code) is not Kind.PROSE]
        elif field is not Field.OTHER:
            said.fields.setdefault(field, []).append(value.strip())
        elif line.strip() and said.open is not None:
            said.fields.setdefault(said.open, []).append(f"- {line.strip()}" if item else line.strip())
        elif line.strip() and sum(map(len, said.prose)) < _MOST_TEXT:
            said.prose.append(f"- {line.strip()}" if item else line.strip())


def _labelled(line: str) -> tuple[Field, str]:
    for pattern in (LABEL, _DASHED):
        if found := pattern.fullmatch(line.strip()):
            label = found[1].strip("*`_ ")
            field = field_of(label)
            if field is not Field.OTHER and field is not Field.PARAMETER:
                return field, found[2]
    return (Field.MODULE, "") if re.match(r"OK to retry\?", line, re.IGNORECASE) else (Field.OTHER, line)


def _row(said: _Said) -> Row:
    get = said.fields.get
    messages = [text for text in get(Field.MESSAGE, []) if not is_nothing(text)]
    statuses = [text for text in get(Field.STATUS, []) if status_of(text)[0] is not None]
    messages = messages or [said.head.title][: bool(said.head.title)]
    prose = ["\n".join(said.prose)] if said.prose else []
    codes = dict.fromkeys((*said.head.codes, *said.names))
    first, *also = codes
    return Row(
        code=first,
        also=tuple(also),
        status=statuses[-1] if statuses else "",
        message=messages[0] if messages else "",
        description=(*messages[1:], *(text for text in get(Field.DESCRIPTION, []) if text), *prose),
        solution="\n".join(text for text in get(Field.SOLUTION, []) if text),
        where=said.head.where,
    )


def _defined(page: Page) -> tuple[Row, ...]:
    """Read lists whose items are a code, a colon or dash, and what it means."""
    rows = []
    for block in page.blocks:
        text = block.text if isinstance(block, Item | Text) and "\n" not in block.text[:60] else ""
        found = _DEFINED.fullmatch(LISTED.sub("", text, count=1)) if text else None
        if not found or "://" in found[0][:LONGEST_HEAD] or kind_of(found[2]) is not Kind.PROSE:
            continue
        if kind_of(unwrap(found[1])) in (Kind.CODE, Kind.NUMBER):
            rows.append(Row(code=unwrap(found[1]), description=(found[2],), where=block.where))
    return tuple(rows) if len(rows) >= _ENOUGH else ()
