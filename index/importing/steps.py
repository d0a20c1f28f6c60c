"""A solution cut into steps: what one does one after the other, ready to be numbered."""

import re

from index.importing.language import language_of

_ITEM = re.compile(r"^\s*(?:[-*•●▪·–]\s+|\(?(?:\d{1,2}|[a-z])[.)、．)]\s*(?=\D)|（\d{1,2}）\s*|[①-⑳]\s*)")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'“(])|(?<=[。！？])\s*")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|No|Fig|cf|approx|Inc|Ltd)|\b[A-Z])\.$")
_ASIDE = re.compile(r"\(|（|for (?:more )?(?:details|information|more)\b|详情|具体请?参[见考]", re.IGNORECASE)
_ACTION = re.compile(
    r"^(?:please|then|next|otherwise|alternatively|and|or|also|first|finally)?,?\s*"
    r"(?:do\s+not|don't|if\b[^.]{0,160}?,\s*(?:please\s+)?)?\s*(?:"
    r"add|adjust|allow|apply|ask|assign|attach|bind|buy|call|change|check|choose|clear|close|configure|confirm|"
    r"connect|contact|correct|create|decrease|delete|deploy|detach|disable|download|edit|enable|ensure|enter|expand|"
    r"fix|follow|get|go|grant|increase|initiate|install|keep|log|make|modify|move|obtain|open|pay|perform|provide|"
    r"purchase|rectify|recharge|reduce|refer|release|remove|rename|replace|request|reset|resend|restart|restore|retry|"
    r"run|save|search|see|select|send|set|sign|specify|start|stop|submit|switch|top|try|turn|unbind|unlock|unsubscribe|"
    r"update|upgrade|upload|use|verify|view|wait)\b",
    re.IGNORECASE,
)
_ACTION_ZH = re.compile(
    r"^(?:请|請|若|如|如果|或|或者|并|然后|再|先|建议|可以?|需要?|确保|确认|检查|修改|联系|聯繫|重试|稍后|重新|提交|"
    r"使用|更换|选择|删除|添加|增加|调整|申请|参考|查看|升级|开通|登录|等待|尝试|配置|创建|购买|充值)"
)


def steps_of(solution: str) -> tuple[str, ...]:
    r"""Cut a solution into steps; () for an empty one.

    Lists are cut at their items. Paragraphs, and the sentences of a single one, are steps where they tell to do
    something; one that does not stays with its neighbour, and a single paragraph is cut only if all its sentences do.

    >>> steps_of("1. Stop the ECS. \n2. Detach the disk.")
    ('Stop the ECS.', 'Detach the disk.')
    >>> steps_of("The zone does not exist. Please change another.")
    ('The zone does not exist. Please change another.',)
    """
    lines = [line.strip() for line in solution.split("\n") if line.strip()]
    if any(_ITEM.match(line) for line in lines[1:]) or len(lines) == 1:
        steps = _items(lines)
        return _sentences(steps[0]) if len(steps) == 1 else tuple(steps)
    return _actions(lines)


def _items(lines: list[str]) -> list[str]:
    """Each item is a step; a line without a mark goes on where the line before it was not finished."""
    steps: list[str] = []
    for line in lines:
        bare = _ITEM.sub("", line)
        if steps and bare == line and not steps[-1].endswith((".", "。", ":", "：", "!", "?")):
            steps[-1] = f"{steps[-1]} {line}"
        elif bare:
            steps.append(bare)
    return steps


def _actions(lines: list[str]) -> tuple[str, ...]:
    """Paragraphs: what tells nothing to do stays with the action after it, or before it at the end."""
    steps: list[str] = []
    waiting: list[str] = []
    for line in lines:
        if _is_action(line):
            steps.append(" ".join([*waiting, line]))
            waiting = []
        else:
            waiting.append(line)
    if waiting and steps:
        steps[-1] = " ".join([steps[-1], *waiting])
    return tuple(steps or waiting)


def _is_action(text: str) -> bool:
    return bool((_ACTION_ZH if language_of(text).startswith("zh") else _ACTION).match(text))


def _sentences(paragraph: str) -> tuple[str, ...]:
    parts: list[str] = []
    for part in _SENTENCE.split(paragraph):
        if parts and (_ABBREVIATION.search(parts[-1]) or _ASIDE.match(part)):
            parts[-1] = f"{parts[-1]} {part}".strip()
        elif part.strip():
            parts.append(part.strip())
    return tuple(parts) if parts and all(_is_action(part) for part in parts) else (paragraph,)
