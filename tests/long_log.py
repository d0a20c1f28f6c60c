"""Makes realistic long logs with a known truth: `python tests/long_log.py 50 FILE` writes about 50 MB.

A service's log as customers send them: mostly lines that report nothing, stack traces, access lines, JSON lines, bodies over
several lines and bodies escaped into a string; a few codes are frequent, most are rare. The same seed gives the same log.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

CODES = {
    "Ecs.0114": 60, "SVCSTG.SWR.4001048": 30, "AppNotExist": 12, "Ecs.1000": 8, "WKS.00051501": 6,
    "Organizations.1703": 4, "VPC.0601": 3, "Abc.0042": 2, "Ecs.0219": 1, "WKS.77777777": 1,
}  # fmt: skip
"""Code -> how often beside the others; some of them are in no catalogue."""
STATUSES = {"Ecs.0114": 400, "SVCSTG.SWR.4001048": 401, "AppNotExist": 404, "VPC.0601": 403}
"""Status stated beside a code; 500 with every other."""
_QUIET = (
    "INFO  [http-nio-8080-exec-{n}] c.e.order.OrderController - accepted order {id} in {n} ms",
    "DEBUG [scheduler-{n}] c.e.sync.Poller - 0 of {n} jobs are due, sleeping",
    '10.0.{n}.7 - - "GET /v1/projects/{id}/servers?limit=50&code=0 HTTP/1.1" 200 {n}12',
    'INFO  audit {{"level":"info","code":"0","msg":"ok","request_id":"{id}","took":{n}}}',
    "WARN  [pool-{n}] com.zaxxer.hikari.pool.HikariPool - 10.3.{n}.1 retry {n}/5",
)
_REPORTS = (
    'ERROR c.e.cloud.Client - {status} {{"error_code":"{code}","error_msg":"call {n} failed","request_id":"{id}"}}',
    "ERROR api call failed: error_code={code} status={status} request_id={id} attempt={n}",
    'ERROR {{"level":"error","body":"{{\\"errorCode\\":\\"{code}\\",\\"requestId\\":\\"{id}\\"}}","status":{status}}}',
    'ERROR gateway answered HTTP/1.1" {status}\n{{\n  "code": "{code}",\n  "message": "no such thing",\n  "request_id": "{id}"\n}}',
)
_TRACE = "".join(f"\tat com.example.cloud.Client.call{n}(Client.java:{n}07)\n" for n in range(1, 9)).rstrip()


@dataclass(kw_only=True)
class Truth:
    """What a made log holds."""

    counts: Counter[str] = field(default_factory=Counter)
    """Errors by code."""
    lines: dict[str, int] = field(default_factory=dict)
    """Number of the first line with each code."""
    ids: dict[str, set[str]] = field(default_factory=dict)
    """Request ids by code."""
    total: int = 0
    """How many lines there are."""


def pieces(size: int, truth: Truth, *, seed: int = 7) -> Iterator[str]:
    """Make about `size` characters of log, whole lines a piece, and note in `truth` what they hold."""
    made, chance = 0, random.Random(seed)
    clock = datetime(2026, 11, 20, 8, 0, 0, tzinfo=UTC)
    while made < size:
        clock += timedelta(milliseconds=chance.randrange(900))
        told = {"n": chance.randrange(1, 250), "id": f"{chance.getrandbits(128):032x}"}
        stamp = clock.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z "
        if chance.random() < 0.06:
            code = chance.choices(list(CODES), list(CODES.values()))[0]
            text = stamp + chance.choice(_REPORTS).format(code=code, status=STATUSES.get(code, 500), **told)
            truth.counts[code] += 1
            truth.lines.setdefault(code, truth.total + 1 + text[: text.index(code)].count("\n"))
            truth.ids.setdefault(code, set()).add(told["id"])
            text += f"\n{_TRACE}" if chance.random() < 0.3 else ""
        else:
            text = stamp + chance.choice(_QUIET).format(**told)
        truth.total += text.count("\n") + 1
        made += len(text) + 1
        yield text + "\n"


if __name__ == "__main__":
    with Path(sys.argv[2]).open("w", encoding="utf-8") as out:
        out.writelines(pieces(int(float(sys.argv[1]) * 1_000_000), Truth()))
