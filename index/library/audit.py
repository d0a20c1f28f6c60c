"""Names the rows that do not fit their checksums; nothing is hidden and nothing dropped."""

from index.errors import BadInput
from index.library.rows import Row, as_text, checksum
from index.library.schema import TABLES, Table
from index.library.store import Store
from index.library.values import Damage


def damages(store: Store) -> tuple[Damage, ...]:
    """Return every damaged row with what stands in it now."""
    return tuple(_damage(table, row) for table in TABLES for row in store.rows(table) if row.damaged)


def accept(store: Store, damage: Damage) -> None:
    """Take a damaged row for good as it stands, after somebody looked at it.

    Raises BadInput if the row is not there any more, or differs from what was looked at.
    """
    table = next(table for table in TABLES if table.name == damage.table)
    with store.change():
        for row in store.rows(table, "id = ?", (damage.number,)):
            if _damage(table, row) == damage:
                total = checksum(table, row.id, row.values)
                store.write_over(table, row.id, {"sum": total})
                return
        raise BadInput("{damage}; it has changed since it was looked at", damage=damage.line)


def _damage(table: Table, row: Row) -> Damage:
    texts = {name: as_text(value) for name, value in zip(table.columns, row.values, strict=True)}
    return Damage(table=table.name, number=row.id, texts=texts)
