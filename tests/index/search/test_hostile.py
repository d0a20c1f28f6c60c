import random
import string
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

_chance = random.Random(3)
_FREQUENT = "server image disk name instance number operation parameter user status".split()

HOSTILE = {
    "ten thousand words": " ".join(f"word{n}" for n in range(10_000)),
    "ten thousand real words": "disk quota image " * 3_333,
    "a megabyte": "a" * 1_000_000,
    "a megabyte of Chinese": "配额不足" * 250_000,
    "only wildcards": "* ? ** ?* *?" * 50,
    "open quotes": '"' * 3001,
    "open brackets": "[({<" * 800,
    "a range without end": "[a TO " * 1000,
    "a bomb": "(a+)+$" * 200 + "a" * 500 + "!",
    "emoji": "🔥💥👩‍👩‍👧‍👦" * 300,
    "right to left": "\u202e\u200fEcs.0219\u202c" * 50,
    "nul": "disk\x00quota\x00" * 100,
    "lone surrogates": "\ud800disk\udfff" * 100,
    "combining marks": "e" + "\u0301\u0316" * 50_000,
    "digits": "9" * 50_000,
    "pinyin without end": "anquanzu" * 2000,
    "minus": "-" * 5000 + " -a" * 2000,
    "filters": "status:404 service:x " * 2000,
    "camel": "aB" * 20_000,
    "nonsense": " ".join("".join(_chance.choices(string.ascii_lowercase, k=9)) for _ in range(3000)),
    "Chinese characters at random": "".join(map(chr, _chance.choices(range(0x4E00, 0x9FA5), k=4000))),
    "Traditional without end": "伺服器網路權限不足無法建立雲端硬碟" * 300,
    "pinyin letters at random": "".join(_chance.choices("aeiounglh", k=4000)),
    "frequent phrases": " ".join(f'"the {word}"' for word in _FREQUENT * 20),
    "frequent phrases excluded": " ".join(f'-"the {word}"' for word in _FREQUENT * 20),
    "codes": " ".join(f"Ecs.{n:04d}" for n in range(2000)),
    "mistyped codes": " ".join(f"Esc.O{n:03d}" for n in range(900)),
    "a code of a thousand humps": "DiskQuotaImage" * 300,
    "hyphens": "-".join(_FREQUENT * 100),
    "ligatures": "\ufdfa" * 2000,
}
_BOUND_S = 0.1
_TRIES = 3
"""Other programs slow a processor down that they share: the quickest try counts."""


@pytest.mark.parametrize("name", HOSTILE)
def test_an_answer_within_a_tenth_of_a_second(engine, name):
    engine.warm()
    taken = []
    while len(taken) < _TRIES and min(taken, default=1.0) >= _BOUND_S:
        began = time.process_time()
        answer = engine.search(HOSTILE[name])
        taken.append(time.process_time() - began)
        assert answer.total >= len(answer.hits)
    assert min(taken) < _BOUND_S, f"{taken} s of processor time"


_ODD = st.sampled_from(list(HOSTILE.values())).map(lambda text: text[:60]) | st.text(max_size=60)


@settings(max_examples=60)
@given(
    text=_ODD
    | st.lists(
        st.sampled_from(["Ecs.", "0219", "quota", '"', "-", "配额", "status:4xx", "peie", " "]), max_size=7
    ).map("".join)
)
def test_any_text_is_answered_and_places_lie_inside(engine, text):
    answer = engine.search(text, limit=5)
    for hit in answer.hits:
        fields = {"code": hit.entry.code, "message": hit.entry.message or ""}
        fields |= {f"description.{tag}": value for tag, value in hit.entry.description.items()}
        fields |= {f"solution.{tag}": value for tag, value in hit.entry.solution.items()}
        for name, spans in hit.spans.items():
            last = 0
            for start, end in spans:
                assert last <= start < end <= len(fields[name])
                last = end
