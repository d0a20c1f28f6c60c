"""Which column of a table is which field, by its header and, where headers lie or are missing, by its values."""

import re
from collections.abc import Sequence

import msgspec

from index.importing.fields import TEXT_FIELDS, Field
from index.importing.headers import column_names, field_of
from index.importing.values import Kind, is_reason_phrase, kind_of, share

_TOKENS = (Kind.CODE, Kind.WORD, Kind.NUMBER, Kind.STATUS)
_CODES = (Field.CODE, Field.NAME)
_ALONE, _MOST, _HALF, _FEW = 0.9, 0.8, 0.5, 0.2
_LONGEST_CODE = 60
_SAMPLE = 400
_ERROR_WORDS = re.compile(
    r"err(?:or|code|msg|no)|exception|fault|fail|sqlstate|错误|异常|返回码|错误码|报错|業務|エラー|例外|오류|에러|fehler|erreur|errore|ошибк|"
    r"códigos? de err|feilkode|felkod|fejlkode|foutcode|virhe|błęd|hata|kesalahan|lỗi|トラブル|troubleshoot|警告|告警|warning|alarm|return code|result code|reason code|故障|失败",
    re.IGNORECASE,
)

_ERROR_CODE = re.compile(
    r"err(?:or)?[ _-]?(?:code|no\b|num|id\b)|错误码|错误代码|返回码|エラーコード|오류 ?코드|fehlercode|(?:reply|return|result) codes?",
    re.IGNORECASE,
)
"""Headers that are believed even where every value could be an HTTP status."""
_ERROR_NAMES = re.compile(r"err|exception|错误", re.IGNORECASE)
_COUNTERS = frozenset(("id", "pk", "uid", "_id", "no", "nr"))
"""Columns that number the rows beside a code; by themselves they may be the code."""
_STATUS_CODES = re.compile(r"(?:status|result|response|reply|return) codes?", re.IGNORECASE)
"""Words around a table that make a column called code one of error codes."""


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """The columns of an error table."""

    headers: tuple[str, ...]
    """As printed; "" where there is none."""
    fields: tuple[Field, ...]
    """What each column is."""
    code: int
    """The column of the code."""
    twins: tuple[int, ...] = ()
    """Columns that hold other names of the same code."""
    status: int | None = None
    """The column of the HTTP status."""


class NoErrors(msgspec.Struct, frozen=True, kw_only=True):
    """A table that is no error table."""

    reason: str
    """Why it is none, one line."""
    headers: tuple[str, ...] = ()
    """As printed, "" where there is none."""


def speaks_of_errors(text: str) -> bool:
    """Tell whether a heading, caption or header names errors."""
    return bool(_ERROR_WORDS.search(text))


def layout_of(
    headers: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    about: str = "",
    mapping: dict[str, Field] | None = None,
) -> Layout | NoErrors:
    """Decide what each column is.

    `rows` is the body, each row as wide as `headers`; `about` is what stands around the table: caption, headings,
    title. `mapping` gives fields by the names of columns (`column_names`) and overrules everything.
    """
    columns = [[row[i] for row in rows[:_SAMPLE]] for i in range(len(headers))]
    names = column_names(headers)
    forced = {i: mapping[name] for i, name in enumerate(names) if mapping and name in mapping}
    fields = [forced.get(i, field_of(header)) for i, header in enumerate(headers)]
    if Field.PARAMETER in fields and Field.CODE not in fields:
        return NoErrors(reason="a table of parameters", headers=tuple(headers))
    _mend(fields, columns, forced, headers)
    code = _primary(fields, columns, forced, headers)
    if code is None:
        return NoErrors(reason="no column holds error codes", headers=tuple(headers))
    reason = "" if Field.CODE in forced.values() else _doubt(headers, fields, columns, code, about)
    return (
        NoErrors(reason=reason, headers=tuple(headers))
        if reason
        else _finished(headers, fields, columns, code)
    )


def _doubt(
    headers: Sequence[str], fields: list[Field], columns: list[list[str]], code: int, about: str
) -> str:
    """Return why a table with a column of codes is no error table all the same; "" if it is one."""
    stated = [i for i, field in enumerate(fields) if field is Field.STATUS]
    texts = Field.MESSAGE in fields or Field.SOLUTION in fields
    if not any(headers) and stated and _has_text(fields, columns):
        return ""  # without a header: codes, statuses and sentences side by side say enough
    told = Field.CODE in fields and (texts or any(field_of(headers[i]) is Field.STATUS for i in stated))
    remedied = Field.SOLUTION in fields and any(field_of(headers[i]) is Field.STATUS for i in stated)
    if not (told or remedied or speaks_of_errors(" ".join(headers))):
        called_code = field_of(headers[code]) is Field.CODE
        if not called_code and any(share(column, Kind.TYPE) >= _HALF for column in columns):
            return "a table of parameters"
        names = [cell for i, f in enumerate(fields) if f in _CODES for cell in columns[i][:20]]
        called = called_code and _STATUS_CODES.search(about)
        named = any(_ERROR_NAMES.search(name) for name in names)
        if not (called or named or speaks_of_errors(about)):
            return "nothing around the table speaks of errors"
        if headers[code].strip().casefold() in _COUNTERS and not _has_text(fields, columns):
            return "no column says what the errors are"
        if not _is_sure(fields[code], columns[code]):
            return "no column holds error codes"
    phrases = not speaks_of_errors(headers[code]) and _are_phrases(fields, columns, code)
    statuses = _only_statuses(columns[code]) and not _ERROR_CODE.search(headers[code])
    return "lists HTTP statuses, not error codes" if phrases or statuses else ""


def _has_text(fields: list[Field], columns: list[list[str]]) -> bool:
    """Tell whether a column holds sentences, or is called a text."""
    return bool({*fields} & TEXT_FIELDS) or any(share(column, Kind.PROSE) >= _HALF for column in columns)


def _mend(
    fields: list[Field], columns: list[list[str]], forced: dict[int, Field], headers: Sequence[str]
) -> None:
    """Correct the fields that their values belie."""
    for i, column in enumerate(columns):
        if i not in forced:
            fields[i] = _mended(fields[i], column, fields)
    if any(field is Field.CODE and _only_statuses(columns[i]) for i, field in enumerate(fields)):
        for i, column in enumerate(columns):  # `"code": 404, "status": "LAMP_GONE"`: the symbol is the code
            if i not in forced and fields[i] is Field.OTHER and share(column, Kind.CODE) >= _MOST:
                fields[i] = Field.NAME
    if Field.STATUS in fields:
        return
    names = [i for i, f in enumerate(fields) if f in _CODES and share(columns[i], *_TOKENS) >= _HALF]
    if not any(headers):
        names = [i for i, column in enumerate(columns) if share(column, Kind.CODE) >= _MOST]
    for i, column in enumerate(columns):
        free = i not in forced and fields[i] in (*_CODES, Field.OTHER)
        if free and any(n != i for n in names) and _is_status(column, 3 if any(headers) else 5):
            fields[i] = Field.STATUS
            return


def _mended(field: Field, column: list[str], fields: list[Field]) -> Field:
    """Return what a column is, when its header says `field` and the other columns' headers say `fields`."""
    if field is Field.STATUS and share(column, Kind.STATUS) < _HALF and share(column, *_TOKENS) >= _MOST:
        return Field.NAME if Field.CODE in fields else Field.CODE
    if field is Field.CODE and share(column, Kind.PROSE) > _MOST and not _short(column):
        return Field.DESCRIPTION
    if field is Field.NAME and share(column, Kind.PROSE) > _HALF and not _short(column):
        return Field.MESSAGE if Field.MESSAGE not in fields else Field.DESCRIPTION
    texts = field in (Field.MESSAGE, Field.DESCRIPTION) and share(column, Kind.CODE) >= _MOST
    others = fields.count(Field.MESSAGE) + fields.count(Field.DESCRIPTION) > 1
    more = field is Field.DESCRIPTION and others
    return Field.NAME if texts and (Field.CODE not in fields or more) else field


def _is_status(column: list[str], most: int) -> bool:
    """Tell whether a column holds statuses that come back, or no more than `most` different ones."""
    return share(column, Kind.STATUS) > _MOST and len(set(column)) <= max(most, len(column) * 0.7)


def _only_statuses(column: list[str]) -> bool:
    return share(column, Kind.STATUS) > _MOST and all(
        kind_of(cell) in (Kind.STATUS, Kind.EMPTY) for cell in column
    )


def _short(column: list[str]) -> bool:
    filled = [cell for cell in column if cell.strip()]
    return sum(len(cell) <= _LONGEST_CODE for cell in filled) >= _MOST * len(filled)


def _is_sure(field: Field, column: list[str]) -> bool:
    return field is Field.CODE or share(column, Kind.CODE, Kind.NUMBER) >= _MOST


def _are_phrases(fields: list[Field], columns: list[list[str]], code: int) -> bool:
    """Tell whether the codes are only the reason phrases of the HTTP statuses beside them."""
    status = next((i for i, field in enumerate(fields) if field is Field.STATUS), None)
    if status is None:
        return False
    pairs = [(s, c) for s, c in zip(columns[status], columns[code], strict=True) if s.strip() and c.strip()]
    return bool(pairs) and sum(is_reason_phrase(s, c) for s, c in pairs) > _HALF * len(pairs)


def _primary(
    fields: list[Field], columns: list[list[str]], forced: dict[int, Field], headers: Sequence[str]
) -> int | None:
    """Choose the column of the code: the header's word first, then how much its values tell rows apart."""
    for i, field in forced.items():
        if field is Field.CODE:
            return i
    ranked = []
    for i, field in enumerate(fields):
        if field not in (Field.CODE, Field.NAME):
            continue
        tokens = share(columns[i], *_TOKENS)
        if tokens < _HALF and not (field is Field.CODE and _short(columns[i])):
            continue
        filled = [cell for cell in columns[i] if cell.strip()]
        distinct = len(set(filled)) / max(1, len(filled))
        spans = len(filled) < len(columns[i])  # several rows share the cell: the finer column is the code
        finer = spans and any(_is_finest(columns[n]) for n, f in enumerate(fields) if f in _CODES and n != i)
        ranked.append((tokens >= _HALF, not finer, field is Field.CODE, distinct > _HALF, -i))
    if ranked:
        return -max(ranked)[-1]
    for i, field in enumerate(fields):  # no header helps: the values alone
        if field is Field.OTHER and not headers[i].strip() and share(columns[i], Kind.CODE) >= _MOST:
            return i
    return None


def _is_finest(column: list[str]) -> bool:
    """Tell whether every row has a code of its own here."""
    filled = [cell for cell in column if cell.strip()]
    alone = len(filled) == len(column) and len(set(filled)) >= _ALONE * len(filled)
    return alone and share(filled, Kind.CODE) >= _MOST


def _finished(headers: Sequence[str], fields: list[Field], columns: list[list[str]], code: int) -> Layout:
    """Return the columns: the code, its twins, the status; loose prose becomes a description."""
    fields[code] = Field.CODE
    twins: list[int] = []
    status: int | None = None
    for i, field in enumerate(fields):
        if i == code:
            continue
        if field is Field.STATUS and status is None:
            status = i
        elif field in (Field.CODE, Field.NAME):
            filled = [cell for cell in columns[i] if cell.strip()]
            tells = field is Field.CODE or len(set(filled)) > _HALF * len(filled)
            tells = tells and headers[i].strip().casefold() not in _COUNTERS
            if filled and share(columns[i], *_TOKENS) >= _MOST and tells:
                twins.append(i)
            else:
                fields[i] = Field.OTHER if share(columns[i], Kind.PROSE) < _HALF else Field.DESCRIPTION
        elif (
            field is Field.OTHER
            and Field.DESCRIPTION not in fields
            and share(columns[i], Kind.PROSE) >= _HALF
        ):
            fields[i] = Field.DESCRIPTION
    return Layout(headers=tuple(headers), fields=tuple(fields), code=code, twins=tuple(twins), status=status)
