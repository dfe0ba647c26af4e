"""Fills a fresh database with a world: officers, then everything by COPY, then indexes and keys.

Indexes and foreign keys are taken off first and put back last, from the words of the catalogue itself: that
is several times faster, and putting the keys back checks every row. The words for searching are made by the
product's own trigger while the rows come in.
"""

import random
import time
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any

from django.contrib.auth.hashers import make_password
from psycopg import Connection

from bench.database import connect, label
from bench.reference import (
    CITY,
    MANY_EVENTS,
    NATIONAL,
    OFFICE,
    OFFICERS,
    PASSWORD,
    PROVINCE,
    Reference,
    read_reference,
)
from bench.world import CHUNK, World
from lapor.config.command.terminal import Progress
from lapor.rules.access import Role

TABLES = ("lapor_report", "lapor_event", "lapor_deadline", "lapor_reporteridentity")
SEED = 1708
INDEXES = """
SELECT format('DROP INDEX %%s', indexrelid::regclass), pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = ANY (%s::regclass[]) AND NOT indisunique
"""
KEYS = """
SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
       format('ALTER TABLE %%s ADD CONSTRAINT %%I ', conrelid::regclass, conname) || pg_get_constraintdef(oid)
FROM pg_constraint WHERE conrelid = ANY (%s::regclass[]) AND contype = 'f'
"""

# The newest report that an office is working on has said more than others.
MORE_EVENTS = """
WITH chosen AS (
    SELECT id FROM lapor_report WHERE is_published AND state = 'in_progress' AND event_count = 4
    ORDER BY id DESC LIMIT 1
), told AS (
    INSERT INTO lapor_event (report_id, number, move, from_state, to_state, at, actor_kind, account_id,
                             agency_id, audience, note, internal_note, details, previous_hash, hash)
    SELECT report_id, number + more, move, to_state, to_state, at, actor_kind, account_id, agency_id,
           audience, note, internal_note, details, hash, hash
    FROM lapor_event JOIN chosen ON report_id = chosen.id, generate_series(1, %s) AS more WHERE number = 4
)
UPDATE lapor_report SET event_count = %s FROM chosen WHERE lapor_report.id = chosen.id
"""


def load(size: int, name: str) -> None:
    """`size` reports into the database `name`, which has tables and reference data."""
    with connect(name) as connection:
        rng = random.Random(SEED)
        _hire(connection)
        reference = read_reference(connection, rng)
        _place(connection, reference)
        keys = connection.execute(KEYS, [list(TABLES)]).fetchall()
        indexes = connection.execute(INDEXES, [list(TABLES)]).fetchall()
        for drop, _ in (*keys, *indexes):
            connection.execute(drop)
        world = World(reference, size, time.time(), rng)
        progress = Progress(
            f"Loading {label(size)}", -(-size // CHUNK) + len(keys) + len(indexes) + len(TABLES)
        )
        # A new report needs its first event in the same transaction; COPY brings them one table at a time.
        connection.execute("ALTER TABLE lapor_report DISABLE TRIGGER report_starts_with_event")
        _copy(connection, world, size, progress)
        connection.execute("ALTER TABLE lapor_report ENABLE TRIGGER report_starts_with_event")
        _put_back(name, [create for _, create in indexes], progress)
        _put_back(name, [create for _, create in keys], progress)
        connection.execute(MORE_EVENTS, [MANY_EVENTS - 4, MANY_EVENTS])
        _settle(connection, progress)


def _copy(connection: Connection[Any], world: World, size: int, progress: Progress) -> None:
    """While the database takes one chunk in, the next is written."""
    with ThreadPoolExecutor(1) as database:
        taking: Future[list[None]] = database.submit(_run, [], connection)
        for start in range(0, size, CHUNK):
            copies = world.chunk(start)
            taking.result()
            taking = database.submit(_run, copies, connection)
            progress.advance(f"{start:,} reports")
        taking.result()


def _run(copies: Iterable[partial[None]], connection: Connection[Any]) -> list[None]:
    with connection.transaction():
        return [copy(connection) for copy in copies]


def _put_back(name: str, statements: list[str], progress: Progress) -> None:
    """Two at a time; statements that exclude each other wait for each other."""

    def put(statement: str) -> str:
        with connect(name) as connection:
            connection.execute("SET maintenance_work_mem = '256MB'")
            connection.execute(statement)
        return statement

    with ThreadPoolExecutor(2) as pool:
        for statement in pool.map(put, statements):
            progress.advance(statement[:60])


def _settle(connection: Connection[Any], progress: Progress) -> None:
    """What time does to a living database: numbers go on, the planner knows the tables."""
    for table in TABLES:
        sequence = f"pg_get_serial_sequence('{table}', 'id')"
        connection.execute(f"SELECT setval({sequence}, max(id)) FROM {table}")
        connection.execute(f"VACUUM (ANALYZE) {table}")
        progress.advance(f"VACUUM {table}")
    progress.finish("done")


def _hire(connection: Connection[Any]) -> None:
    logins = [NATIONAL, CITY, OFFICE, PROVINCE, *(f"petugas{number}" for number in range(OFFICERS))]
    password = make_password(PASSWORD)
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO lapor_account (password, login, email, phone, name, language, is_active, created_at)"
            " VALUES (%s, %s, %s, '', %s, 'id', true, now())",
            [(password, f"{name}@contoh.test", f"{name}@contoh.test", f"Petugas {name}") for name in logins],
        )


def _place(connection: Connection[Any], reference: Reference) -> None:
    """Five at the national desk; the busiest desk, its first office and its province; one each elsewhere."""
    busiest, national = reference.desks[0], (reference.national, Role.NATIONAL_DESK)
    seats: list[tuple[int | None, Role]] = [national, (busiest.id, Role.AGENCY_DESK)]
    seats += [(busiest.offices[0], Role.LIAISON), (busiest.coordinator, Role.COORDINATOR), *[national] * 4]
    seats += [(desk.id, Role.AGENCY_DESK) for desk in reference.desks[1:]]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO lapor_membership (account_id, agency_id, role, position, valid_from)"
            " VALUES (%s, %s, %s, '', '2024-01-01')",
            [(account, *seat) for account, seat in zip(reference.officers, seats, strict=False)],
        )
