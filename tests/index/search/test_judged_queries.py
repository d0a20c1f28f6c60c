"""The judged queries of the evaluation kit, asked of the engine: the figures it must reach, kind by kind."""

import json
import os
import sys
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

CODES = ("code_exact", "code_loose", "code_typo", "code_camel")


@pytest.fixture(scope="module")
def kit() -> Path:
    folder = os.environ.get("ERROR_DESK_EVALUATION", "")
    if not Path(folder, "queries").is_dir() or not folder:
        pytest.skip("ERROR_DESK_EVALUATION does not name a folder that holds queries/")
    return Path(folder)


def _load(path: Path, name: str) -> ModuleType:
    import importlib.util  # noqa: PLC0415 - only here

    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.evaluation
def test_figures(engine, kit):
    measures = _load(kit / "queries" / "measures.py", "kit_measures")
    rows = _load(kit / "rows.py", "kit_rows").Rows()
    queries = [
        json.loads(line) for line in (kit / "queries" / "queries.jsonl").read_text("utf-8").splitlines()
    ]
    results = {}
    for query in queries:
        answer = engine.search(query["query"], limit=10)
        numbers = [rows.number(msgspec.to_builtins(hit.entry)) for hit in answer.hits]
        results[query["id"]] = {"rows": [n for n in numbers if n], "weak": answer.weak}
    scored = measures.score(queries, results)
    overall, kinds = scored["ALL"], scored["kinds"]
    assert overall["MRR@10"] >= 0.92
    assert overall["S@1"] >= 0.88
    assert overall["weak"] <= 0.03
    assert kinds["no_answer"]["reject"] >= 0.90
    codes = [scored["per_query"][query["id"]]["S@1"] for query in queries if query["kind"] in CODES]
    assert sum(codes) / len(codes) >= 0.98
    for kind in ("cross_zh_to_en", "traditional", "pinyin"):
        assert kinds[kind]["S@5"] >= 0.92, kind
    assert kinds["english_paraphrase"]["S@5"] >= 0.75
