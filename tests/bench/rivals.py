"""The same entries and the same tokens in SQLite FTS5, and in tantivy where it is installed."""

import importlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from index.analysis.folding import plain
from index.analysis.tokens import Kind, tokenise
from index.entry import CatalogueEntry
from index.schema import main_texts

_LIMIT = 50


def tokens(text: str) -> list[str]:
    """Cut a text into the tokens that all rivals get: words as they stand, Chinese in pairs (single where alone)."""
    found = tokenise(plain(text).text)
    return [token.surface for token in found if token.kind is not Kind.HAN] or [
        token.surface for token in found
    ]


def document(entry: CatalogueEntry) -> str:
    """Return all tokens of an entry, blank between; single Chinese characters too."""
    texts = [*main_texts(entry), *entry.solution.values()]
    return " ".join(token.surface for text in texts for token in tokenise(plain(text).text))


def fts5(entries: Sequence[CatalogueEntry], path: Path) -> Callable[[str], list[int]]:
    """Build an FTS5 table with prefix indexes and return its search: all words, else any; best first."""
    db = sqlite3.connect(path)
    db.execute("CREATE VIRTUAL TABLE f USING fts5(t, content='', prefix='1 2 3', tokenize='unicode61')")
    db.executemany("INSERT INTO f(rowid, t) VALUES (?, ?)", ((n, document(e)) for n, e in enumerate(entries)))
    db.commit()
    db.execute("INSERT INTO f(f) VALUES ('optimize')")
    db.commit()
    ask = "SELECT rowid FROM f WHERE f MATCH ? ORDER BY rank LIMIT ?"

    def search(query: str) -> list[int]:
        words = [f'"{word}"' for word in tokens(query)]
        if not words:
            return []
        words[-1] += "*"
        rows = db.execute(ask, (" AND ".join(words), _LIMIT)).fetchall()
        if not rows and len(words) > 1:
            rows = db.execute(ask, (" OR ".join(words), _LIMIT)).fetchall()
        return [row[0] for row in rows]

    return search


def tantivy(entries: Sequence[CatalogueEntry]) -> Callable[[str], list[int]] | None:
    """Build a tantivy index in memory and return its search; None where it is not installed."""
    try:
        library: Any = importlib.import_module("tantivy")
    except ImportError:
        return None
    builder = library.SchemaBuilder()
    builder.add_text_field("t", stored=False, tokenizer_name="whitespace")
    builder.add_integer_field("n", stored=True)
    schema = builder.build()
    index = library.Index(schema)
    writer = index.writer()
    for n, entry in enumerate(entries):
        writer.add_document(library.Document(t=document(entry), n=n))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(query: str) -> list[int]:
        words = tokens(query)
        if not words:
            return []
        clauses = [(library.Occur.Must, library.Query.term_query(schema, "t", word)) for word in words[:-1]]
        clauses.append((library.Occur.Must, library.Query.regex_query(schema, "t", f"{words[-1]}.*")))
        found = searcher.search(library.Query.boolean_query(clauses), _LIMIT)
        return [searcher.doc(address)["n"][0] for _, address in found.hits]

    return search
