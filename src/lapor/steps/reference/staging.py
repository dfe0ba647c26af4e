"""COPY into a temporary table, from where one statement takes the rows over."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from lapor.steps.reference.dataset import Cursor, Tick

_TICK_EVERY = 2000


def stage(
    cursor: Cursor, table: str, columns: dict[str, str], rows: Collection[Sequence[Any]], tick: Tick
) -> None:
    """Fill the temporary table `table` (columns: name → SQL type), gone at the end of the transaction."""
    # A second load in one transaction must not find the first one's rows.
    cursor.execute(f"DROP TABLE IF EXISTS pg_temp.{table}")
    fields = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
    cursor.execute(f"CREATE TEMP TABLE {table} ({fields}) ON COMMIT DROP")
    names = ", ".join(f'"{name}"' for name in columns)
    with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for number, row in enumerate(rows):
            copy.write_row(row)
            if number % _TICK_EVERY == 0:
                tick(number / len(rows))
    cursor.execute(f"ANALYZE {table}")


@contextmanager
def indexes_built_after(cursor: Cursor, table: str) -> Iterator[None]:
    """Fill an *empty* table without its plain indexes and build them at the end: trigrams cost 5 times less.

    A table that holds rows keeps its indexes, since dropping them would block its readers.
    """
    cursor.execute(f"SELECT EXISTS (SELECT FROM {table})")  # noqa: S608 - a constant of ours
    if cursor.fetchone()[0]:
        yield
        return
    cursor.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index"
        " WHERE indrelid = %s::regclass AND NOT indisunique",
        [table],
    )
    indexes = cursor.fetchall()
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    yield
    # An index cannot be built while foreign keys of new rows still wait to be checked.
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for _, definition in indexes:
        cursor.execute(definition)
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    # The first questions come before autovacuum has had a look.
    cursor.execute(f"ANALYZE {table}")
