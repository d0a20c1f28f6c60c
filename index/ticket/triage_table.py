"""Writes the triage table of a log as a ticket text for any target, without its secrets."""

import msgspec

from index.advice import language_of
from index.payload.triage_table import Triage, TriageRow
from index.ticket.masking import Masker
from index.ticket.targets.table import target_named
from index.ticket.tidy import tidied
from index.ticket.tree import Block, Bullets, Code, Document, Heading, Paragraph, Runs, Strong, Table, Text
from index.ticket.writer import TicketOptions, TicketText

_MOST_ROWS = 50
_MOST_IDS = 5


class _Words(msgspec.Struct, frozen=True):
    title: str
    summary: str
    cause: str
    head: tuple[str, ...]
    unknown: str
    common: str
    ids: str
    more_ids: str
    more_codes: str
    backwards: str


_WORDS = {
    "en": _Words(
        title="Errors in the log",
        summary="Lines: {lines}; errors: {errors}; different codes: {codes}",
        cause="Likely first cause: {code}, line {line}",
        head=("Code", "Count", "Status", "Service", "First", "Last", "Line"),
        unknown="in no catalogue",
        common="common code",
        ids="Request ids of {code}",
        more_ids="and {count} more",
        more_codes="Further codes, not listed: {count}",
        backwards="The log runs backwards: its first line is the latest.",
    ),
    "zh": _Words(
        title="日志中的错误",
        summary="行数：{lines}；错误：{errors}；不同错误码：{codes}",
        cause="最可能的起因：{code}，第 {line} 行",
        head=("错误码", "次数", "状态码", "服务", "最早", "最晚", "行号"),
        unknown="不在任何目录中",
        common="通用错误码",
        ids="{code} 的请求 ID",
        more_ids="另有 {count} 个",
        more_codes="未列出的其他错误码：{count}",
        backwards="日志按时间倒序：第一行是最新的。",
    ),
}


def ticket_of_triage(found: Triage, *, options: TicketOptions) -> TicketText:
    """Write the table, the likely first cause and some request ids of each code. Raises BadInput for an unknown target."""
    masker = Masker(None, options.shown)
    words = _WORDS[language_of(options.language).partition("-")[0]]
    target = target_named(options.target)
    document = Document(tuple(_blocks(found, words, masker)), language_of(options.language))
    rendered = target.render(tidied(document))
    return TicketText(
        target=target.name,
        text=rendered.text,
        html=rendered.html,
        markdown=rendered.markdown,
        secrets=masker.hidden,
        placeholders=masker.names,
    )


def _blocks(found: Triage, words: _Words, masker: Masker) -> list[Block]:
    said = words.summary.format(lines=f"{found.lines:,}", errors=f"{found.errors:,}", codes=len(found.rows))
    blocks: list[Block] = [Heading(1, (Text(words.title),)), Paragraph((Text(said),))]
    if found.newest_first:
        blocks.append(Paragraph((Text(words.backwards),)))
    if found.first_cause is not None:
        cause = words.cause.format(code=masker.mask(found.first_cause), line=found.first_cause_line)
        blocks.append(Paragraph((Strong(cause),)))
    shown = found.rows[:_MOST_ROWS]
    if shown:
        head = tuple((Text(title),) for title in words.head)
        blocks.append(Table(head, tuple(_row(row, words, masker) for row in shown)))
    if len(found.rows) > len(shown):
        more = words.more_codes.format(count=len(found.rows) - len(shown))
        blocks.append(Paragraph((Text(more),)))
    ids = tuple(_ids(row, words, masker) for row in shown if row.request_ids)
    return [*blocks, Bullets(ids)] if ids else blocks


def _row(row: TriageRow, words: _Words, masker: Masker) -> tuple[Runs, ...]:
    unknown = words.common if row.namesakes else words.unknown
    service = ", ".join(row.services) if row.known else unknown
    statuses = ", ".join(map(str, row.statuses))
    return (
        (Code(masker.mask(row.code)),),
        *(
            (Text(one),)
            for one in (f"{row.count:,}", statuses, service, row.first, row.last, f"{row.line:,}")
        ),
    )


def _ids(row: TriageRow, words: _Words, masker: Masker) -> Runs:
    shown = row.request_ids[:_MOST_IDS]
    runs: list[Text | Code] = [Text(words.ids.format(code=masker.mask(row.code)) + ": ")]
    for number, one in enumerate(shown):
        runs += [Text(", ")] if number else []
        runs.append(Code(masker.mask(one)))
    if row.id_count > len(shown):
        runs.append(Text(", " + words.more_ids.format(count=f"{row.id_count - len(shown):,}")))
    return tuple(runs)
