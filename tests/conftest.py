"""Fixtures for all tests."""

import pytest

from tests.builders.reference import fresh_calendars, reference, reference_of_module  # noqa: F401
from tests.builders.world import World, small_world


@pytest.fixture
def world(db: None) -> World:
    return small_world()
