"""Takes back what measuring wrote, so that the next run meets the same world."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import Model

from bench.database import connect
from lapor.records.reports.report import Report


@contextmanager
def kept(database: str) -> Iterator[None]:
    """Reports that are sent meanwhile go again in the end, with all that belongs to them."""
    newest = _newest(database)
    try:
        yield
    finally:
        if _newest(database) > newest:
            _take_back(database, newest)


def _newest(database: str) -> int:
    with connect(database) as server:
        row = server.execute("SELECT coalesce(max(id), 0) FROM lapor_report").fetchone()
    return int(row[0]) if row else 0


def _take_back(database: str, newest: int) -> None:
    rows = list(_rows_of(Report, f"id > {newest}"))
    with connect(database) as server:
        with server.transaction():
            # A table can't be altered while checks of its rows wait for the commit.
            server.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for table, condition in rows:
                server.execute(
                    f"ALTER TABLE {table} DISABLE TRIGGER USER"
                )  # history is never erased elsewhere
                server.execute(f"DELETE FROM {table} WHERE {condition}")
                server.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        for table in dict.fromkeys(table for table, _condition in rows):
            server.execute(f"VACUUM (ANALYZE) {table}")


def _rows_of(model: type[Model], condition: str) -> Iterator[tuple[str, str]]:
    """Table and condition of the rows and of those that hang on them, these first."""
    table = model._meta.db_table
    for relation in model._meta.related_objects:
        child, key = relation.related_model, relation.field
        if child is not model:
            yield from _rows_of(child, f"{key.column} IN (SELECT id FROM {table} WHERE {condition})")
    yield table, condition
