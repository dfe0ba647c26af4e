"""Reference data for tests: `def test_x(reference)` finds a part of the real data in the database.

`reference` loads three provinces with everything below – Sumatera Barat (13), DKI Jakarta (31) and
Jawa Barat (32) –, all central agencies with the national desk, the governments, offices and districts of
those provinces, the category tree, holidays, day limits and follow-up templates. It implies `db`.
Codes worth knowing: agencies "NASIONAL", "P038", "13", "1372" (Kota Solok), "1372-1.03" (its PUPR office),
"1372-6.01" (its inspectorate), "137202" (Kecamatan Tanjung Harapan), "31", "3174"; regions "13.72",
"13.72.02.1003".

It is loaded once per test module, in a transaction around all its tests that is rolled back at the end, so
that other modules find empty tables. Hence a module that uses it neither builds the same codes itself
(`small_world`) nor uses `transactional_db`; a test that must commit calls `load_test_reference()` itself.

The remembered calendars and limits are forgotten before each test.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from lapor.queries.calendar.calendars import forget_calendars
from lapor.queries.calendar.limits import forget_limits
from lapor.steps.reference.load import load_reference

PROVINCES = frozenset({"13", "31", "32"})
LOADED_AT = datetime(2026, 1, 5, 3, 0, tzinfo=UTC)


def load_test_reference() -> None:
    """Load the part described above; nothing happens if it is there."""
    load_reference(progress=lambda name, share: None, now=LOADED_AT, provinces=PROVINCES)


@pytest.fixture(autouse=True)
def fresh_calendars() -> Iterator[None]:
    forget_calendars()
    forget_limits()
    yield
    forget_calendars()
    forget_limits()


@pytest.fixture(scope="module")
def reference_of_module(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        around = transaction.atomic()
        around.__enter__()
        load_test_reference()
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture
def reference(reference_of_module: None, db: None) -> None:
    """The part of the reference data that the head of this file describes."""
