"""Reference data for tests: `def test_x(reference)` finds a part of the real data in the database.

`reference` loads, once per test session, three provinces with everything below – Sumatera Barat (13),
DKI Jakarta (31) and Jawa Barat (32) –, all central agencies with the national desk, the governments,
offices and districts of those provinces, the category tree, holidays, day limits and follow-up templates.
It implies `db`; with `transactional_db` it is loaded again after each flush. Codes worth knowing:
agencies "NASIONAL", "P038", "13", "1372" (Kota Solok), "1372-1.03" (its PUPR office), "1372-6.01" (its
inspectorate), "137202" (Kecamatan Tanjung Harapan), "31", "3174"; regions "13.72", "13.72.02.1003".
The cached calendars and limits are forgotten before each test.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from lapor.queries.calendar.calendars import forget_calendars
from lapor.queries.calendar.limits import forget_limits
from lapor.records.calendar.reference_version import ReferenceVersion
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


@pytest.fixture(scope="session")
def reference_in_database(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> None:
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        load_test_reference()


@pytest.fixture
def reference(reference_in_database: None, db: None) -> None:
    # A transactional test before this one has flushed all tables.
    if not ReferenceVersion.objects.exists():
        load_test_reference()
