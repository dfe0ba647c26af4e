"""How many statements a request costs, counted inside this process.

Transactions' own statements (BEGIN, COMMIT, savepoints) are not counted. Every request is made twice and
counted the second time, when calendars and limits are known as in a running server.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.database import connect
from bench.http import Answer, Unexpected
from bench.reference import CITY, MANY_EVENTS, NATIONAL
from bench.report import Result
from bench.visits import REPORTER, VERIFICATION, Sample, enter, review, sample_of

CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


@dataclass(slots=True)
class Inside:
    """A visitor within this process; remembers the statements of his last request."""

    statements: list[str] = field(default_factory=list)
    _client: Client = field(default_factory=Client)

    def get(self, path: str, expect: int = 200) -> Answer:
        return self._ask(self._client.get, path, expect)

    def post(self, path: str, form: Mapping[str, str], expect: int = 302, place: str = "") -> Answer:
        return self._ask(self._client.post, path, expect, dict(form), HTTP_X_FORWARDED_FOR=place)

    def _ask(self, send: Callable[..., Any], path: str, expect: int, *given: Any, **more: str) -> Answer:
        with CaptureQueriesContext(connection) as asked:
            response = send(path, *given, **more)
        self.statements = [query["sql"].strip() for query in asked.captured_queries]
        if response.status_code != expect:
            raise Unexpected(f"{path} answered {response.status_code}, not {expect}")
        return Answer(response.status_code, b"", response.content)

    def count(self) -> int:
        return sum(not statement.startswith(CONTROL) for statement in self.statements)


@contextmanager
def working_on(database: str) -> Iterator[None]:
    """Lets Django in this process work on `database`."""
    connection.close()
    connection.settings_dict["NAME"] = database
    yield
    connection.close()


def submit_statements(database: str) -> tuple[list[str], dict[str, int]]:
    """All statements of one sending, those of its transactions included, and the ids of its rows by table."""
    with working_on(database):
        statements = _submitted().statements
    with connect(database) as server:
        tables = ("lapor_report", "lapor_event")
        newest = {table: server.execute(f"SELECT max(id) FROM {table}").fetchone() for table in tables}
    return statements, {table: row[0] for table, row in newest.items() if row}


def measure(database: str) -> list[Result]:
    sample = sample_of(database)
    many = sample.many_events
    with working_on(database):
        counts = [
            ("public list, 25 rows", 6, _page("/laporan/")),
            ("inbox, 25 rows", 8, _page("/meja/", CITY, sample)),
            (f"report page, {MANY_EVENTS} events", 12, _page(f"/laporan/{many}/")),
            (
                f"desk's report page, {MANY_EVENTS} events",
                12,
                _page(f"/meja/laporan/{many}/", NATIONAL, sample),
            ),
            ("tracking page", 12, _page(f"/lacak/{sample.own[0][0]}/", REPORTER, sample)),
            ("submit", 15, _submitted().count()),
            ("verify and route", 15, _verified(sample).count()),
        ]
    return [Result(f"statements: {name}", count, limit) for name, limit, count in counts]


def _page(path: str, who: str = "", sample: Sample | None = None) -> int:
    visitor = Inside()
    if sample is not None:
        enter(visitor, who, sample)
    for _ in range(2):
        visitor.get(path)
    return visitor.count()


def _submitted() -> Inside:
    """Somebody without a session, who has just sent a report."""
    form = review(Inside())
    for _ in range(2):
        visitor = Inside()
        visitor.post("/lapor/", form | {"key": str(uuid4())}, place=str(uuid4()))
    return visitor


def _verified(sample: Sample) -> Inside:
    """The national desk, which has just released and routed a report. All of it is taken back."""
    visitor = Inside()
    enter(visitor, NATIONAL, sample)
    with transaction.atomic():
        for code in sample.unverified:
            visitor.post(f"/meja/verifikasi/{code}/", VERIFICATION | {"to_agency": str(sample.city)})
        transaction.set_rollback(True)
    return visitor
