"""Two servers that start at the same time on an empty database."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from lapor.records.places.region import Region
from lapor.steps.reference.load import Loaded, load_reference
from tests.builders.reference import LOADED_AT


def load(_: int) -> tuple[Loaded, ...]:
    try:
        return load_reference(progress=lambda name, share: None, now=LOADED_AT, provinces=frozenset({"65"}))
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_one_loads_and_the_other_finds_it_done() -> None:
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(load, range(2)))
    for first, second in zip(*both, strict=True):
        assert first.rows == second.rows > 0
        assert {first.was_current, second.was_current} == {True, False}, first.name
    assert Region.objects.filter(parent=None).count() == 1
