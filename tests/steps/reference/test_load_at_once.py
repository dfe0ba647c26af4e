"""Two servers that start at the same time on an empty database."""

import pytest

from lapor.records.places.region import Region
from lapor.steps.reference.load import Loaded, load_reference
from tests.builders.reference import LOADED_AT
from tests.builders.together import at_once


def load() -> tuple[Loaded, ...]:
    return load_reference(progress=lambda name, share: None, now=LOADED_AT, provinces=frozenset({"65"}))


@pytest.mark.django_db(transaction=True)
def test_one_loads_and_the_other_finds_it_done() -> None:
    for first, second in zip(*at_once(load, load), strict=True):
        assert first.rows == second.rows > 0
        assert {first.was_current, second.was_current} == {True, False}, first.name
    assert Region.objects.filter(parent=None).count() == 1
