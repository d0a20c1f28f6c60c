"""What is typed in the benchmark: the same stream of keystrokes for every program."""

import random
from collections.abc import Sequence

import msgspec

from index.entry import CatalogueEntry


class Streams(msgspec.Struct, frozen=True, kw_only=True):
    """Queries, in the order in which they are asked."""

    keystrokes: tuple[str, ...]
    """Every state of the search field while words, codes and Chinese are typed."""
    messages: tuple[str, ...]
    """Whole messages of eight words and more, pasted."""


def make(entries: Sequence[CatalogueEntry], seed: int = 11) -> Streams:
    """Make the streams for a catalogue."""
    chance = random.Random(seed)
    typed = [
        "quota exceeded",
        "security group not found",
        "failed to delete disk",
        "image already exists",
        "network interface limit",
        "invalid token",
        "server busy retry",
        "permission denied bucket",
        "安全组不存在",
        "配额不足",
        "创建环境失败",
        "VPC 不存在",
        "vm locked",
        "qouta exceeded",
    ]
    chosen = chance.sample(range(len(entries)), 14)
    typed += [entries[n].code for n in chosen[:10]]
    typed += [" ".join((entries[n].message or entries[n].code).split()[:3]) for n in chosen[10:]]
    keystrokes = [text[:end] for text in typed for end in range(1, len(text) + 1)]
    long = [entry for entry in entries if entry.message and len(entry.message.split()) >= 8]
    messages = [
        " ".join((entry.message or "").split()[:8]) for entry in chance.sample(long, min(60, len(long)))
    ]
    return Streams(keystrokes=tuple(keystrokes), messages=tuple(messages))
