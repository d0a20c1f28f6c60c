"""Times Error Desk against SQLite FTS5 and tantivy on the same entries, tokens and keystrokes.

    python tests/bench/bench.py [--sizes 690 10000 100000] [--json]

For each size, in a process of its own: building, size on disk, memory, and p50, p95 and p99 of the time from a key to
its answer. At the end: how much longer than bare Python and a bare window the program takes to start.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import quantiles
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import rivals
import startups
import streams
import synthetic

from desk.question.search_worker import LIMIT
from index import build, store
from index.folders import Folders
from index.search.engine import SearchEngine

BUNDLED = 690
BUDGETS = {690: 8.0, 10_000: 16.0, 100_000: 50.0}


def main() -> None:
    """Run the benchmark and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=list(BUDGETS))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one)))
        return
    if not options.json and hasattr(os, "getloadavg"):
        print(
            f"{os.cpu_count()} processors, of which others use {os.getloadavg()[0]:.1f}: an idle machine measures best"
        )
    results = []
    for size in options.sizes:
        command = [sys.executable, __file__, "--one", str(size)]
        results.append(json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout))
    if options.json:
        print(json.dumps({"sizes": results, "start_up": startups.measure()}))
        return
    for result in results:
        show(result)
    startups.show(startups.measure())


def measure(size: int) -> dict[str, Any]:
    """Build everything at one size, run the streams, and return the figures (ms, seconds, MB)."""
    with tempfile.TemporaryDirectory() as name:
        folders = Folders.under(Path(name))
        synthetic.make(folders, max(size - BUNDLED, 0))
        result: dict[str, Any] = {"entries": size}
        result["table_s"] = timed(lambda: store.open_table(folders).close())
        before = processor_s()
        result["index_s"] = timed(lambda: build.build(folders))
        result["index_cpu_s"] = processor_s() - before
        result["index_mb"] = folder_mb(build.index_folder(folders))
        began = time.perf_counter()
        engine = SearchEngine.open(folders)
        result["open_s"] = time.perf_counter() - began
        engine.warm()
        entries = list(engine.table.all_entries())
        asked = streams.make(entries)
        result["desk"] = run(lambda query: engine.search(query, limit=LIMIT), asked)
        result["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        engine.close()
        began = time.perf_counter()
        fts = rivals.fts5(entries, Path(name, "fts.sqlite"))
        result["fts5_s"] = time.perf_counter() - began
        result["fts5_mb"] = Path(name, "fts.sqlite").stat().st_size / 1e6
        result["fts5"] = run(fts, asked)
        tantivy = rivals.tantivy(entries)
        if tantivy is not None:
            result["tantivy"] = run(tantivy, asked)
    return result


def run(search: Callable[[str], object], asked: streams.Streams) -> dict[str, dict[str, float]]:
    """Time a search over both streams, after the first three queries."""
    for query in asked.keystrokes[:3]:
        search(query)
    return {"keystrokes": times(search, asked.keystrokes), "messages": times(search, asked.messages)}


def times(search: Callable[[str], object], queries: Sequence[str]) -> dict[str, float]:
    """Return p50, p95, p99 and the slowest in ms, with the query that was slowest."""
    taken: list[tuple[float, str]] = []
    for query in queries:
        began = time.perf_counter()
        search(query)
        taken.append(((time.perf_counter() - began) * 1000, query))
    cuts = quantiles([ms for ms, _ in taken], n=100, method="inclusive")
    slowest = sorted(taken, reverse=True)[:12]
    return {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "max": slowest[0][0], "slowest": slowest}  # type: ignore[dict-item]


def processor_s() -> float:
    """Return the processor time that this process and those it started have taken."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds it takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def folder_mb(folder: Path) -> float:
    """Return the size of the files in a folder in MB."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def show(result: dict[str, Any]) -> None:
    """Print one size."""
    size = result["entries"]
    print(
        f"\n{size} entries: table {result['table_s']:.1f} s, index {result['index_s']:.1f} s"
        f" ({result['index_cpu_s']:.1f} s of processor), {result['index_mb']:.1f} MB,"
        f" opened in {result['open_s'] * 1000:.0f} ms, {result['memory_mb']:.0f} MB of memory;"
        f" FTS5 {result['fts5_s']:.1f} s, {result['fts5_mb']:.1f} MB"
    )
    if "tantivy" not in result:
        print("  tantivy is not installed, and not compared (pip install tantivy into the same environment)")
    for name in ("desk", "fts5", "tantivy"):
        for stream, figures in result.get(name, {}).items():
            ratio = figures["p95"] / result["fts5"][stream]["p95"]
            budget = f"  budget {BUDGETS[size]:.0f}" if name == "desk" and size in BUDGETS else ""
            print(
                f"  {name:8} {stream:10}  p50 {figures['p50']:7.2f}  p95 {figures['p95']:7.2f}  p99 {figures['p99']:7.2f}"
                f"  max {figures['max']:7.2f} ms  {ratio:5.2f} of FTS5{budget}"
            )
    for ms, query in result["desk"]["keystrokes"]["slowest"]:
        print(f"      {ms:7.1f}  {query!r}")


if __name__ == "__main__":
    main()
