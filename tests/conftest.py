"""Fixtures for all tests."""

import hypothesis
import pytest
from django.db.backends.postgresql.operations import DatabaseOperations

from tests.builders.browser import chromium, open_page, running_site, site  # noqa: F401
from tests.builders.clusters import open_folder  # noqa: F401
from tests.builders.files import storage_folder  # noqa: F401
from tests.builders.mail import mail_server  # noqa: F401
from tests.builders.reference import fresh_calendars, reference, reference_of_module  # noqa: F401
from tests.builders.world import World, small_world

# A busy machine is no reason to fail: how fast things are is measured in bench/, never asserted.
hypothesis.settings.register_profile("lapor", deadline=None)
hypothesis.settings.load_profile("lapor")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What drives a browser is marked so: `--without-browser` leaves it out."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture
def world(db: None) -> World:
    return small_world()


_flush = DatabaseOperations.execute_sql_flush
_FINAL = ("event", "amendment", "disclosure")


def _empty_all_the_same(operations: DatabaseOperations, statements: list[str]) -> None:
    """Empties the test database after tests that commit, although the history refuses to be emptied."""
    with operations.connection.cursor() as cursor:
        for table in _FINAL:
            cursor.execute(f"ALTER TABLE lapor_{table} DISABLE TRIGGER {table}_is_not_emptied")
        _flush(operations, statements)
        for table in _FINAL:
            cursor.execute(f"ALTER TABLE lapor_{table} ENABLE TRIGGER {table}_is_not_emptied")


DatabaseOperations.execute_sql_flush = _empty_all_the_same
