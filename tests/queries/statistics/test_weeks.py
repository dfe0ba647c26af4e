"""The honest numbers of whole weeks."""

from datetime import date, timedelta

import pytest

from lapor.queries.statistics.weeks import last_week, latest_agencies, weeks_of
from lapor.records.agencies.agency import Agency
from lapor.records.statistics.statistics import Statistics
from tests.builders.world import World

MONDAY = date(2026, 11, 9)
TODAY = date(2026, 11, 18)


def store(world: World, week_from: date, agency: Agency | None = None, **numbers: int) -> None:
    Statistics.objects.create(week_from=week_from, agency=agency, computed_at=world.now, **numbers)


def test_the_last_week_is_the_newest_that_is_over(world: World) -> None:
    assert last_week(TODAY) is None
    store(world, MONDAY, received=10, answered_in_time=5, answered_late=2, rated=3, rating_sum=10)
    store(world, MONDAY + timedelta(days=7), received=4)
    store(world, MONDAY, world.agencies["Kota Solok"], received=99)
    week = last_week(TODAY)
    assert week is not None
    assert (week.week_from, week.week_to, week.received) == (MONDAY, date(2026, 11, 15), 10)
    assert (week.answered, week.in_time_of_100, week.rating) == (7, 71, 3.3)


def test_a_week_without_answers_claims_nothing(world: World) -> None:
    store(world, MONDAY, received=10)
    week = last_week(TODAY)
    assert week is not None
    assert (week.in_time_of_100, week.rating) == (None, None)


@pytest.mark.parametrize("count", [1, 3])
def test_weeks_of_an_agency_run_from_old_to_new(world: World, count: int) -> None:
    city = world.agencies["Kota Solok"]
    for back in range(4):
        store(world, MONDAY - timedelta(weeks=back), city, received=back)
    assert [week.received for week in weeks_of(city.pk, TODAY, count=count)] == [2, 1, 0][-count:]
    assert weeks_of(world.agencies["Kota Padang"].pk, TODAY) == ()


def test_the_latest_agencies_stand_first(world: World) -> None:
    store(world, MONDAY, world.agencies["Kota Solok"], late_now=3, open_now=4)
    store(world, MONDAY, world.agencies["Kota Padang"], late_now=7, open_now=9)
    store(world, MONDAY, world.agencies["Provinsi"], late_now=0)
    store(world, MONDAY, None, late_now=10)
    assert [(line.name, line.week.late_now) for line in latest_agencies(MONDAY)] == [
        ("Kota Padang", 7),
        ("Kota Solok", 3),
    ]
