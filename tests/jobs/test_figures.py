"""The weekly figures, counted by hand beside it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command

from lapor.jobs.figures import compute_missing_weeks, compute_weeks
from lapor.queries.statistics.weeks import last_week
from lapor.records.statistics.statistics import Statistics
from lapor.rules.kinds import ArchiveReason, Kind, Outcome
from lapor.rules.weeks import bounds, last_full_week
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.confirm import confirm_report
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.formalise import formalise_request
from lapor.steps.reports.rate import rate_report
from lapor.steps.reports.verify import verify_report
from lapor.steps.statistics.compute import compute_statistics
from tests.builders.world import World, at_office, received, reporter_of, routed, settled, verification

WEEK = date(2026, 11, 16)
NUMBERS = (
    "received",
    "answered_in_time",
    "answered_late",
    "late_now",
    "open_now",
    "closed",
    "archived",
    "contested",
    "rated",
    "rating_sum",
)


def figures(world: World, week: date, agency: str | None) -> tuple[int, ...]:
    row = Statistics.objects.get(week_from=week, agency=world.agencies[agency] if agency else None)
    return tuple(getattr(row, name) for name in NUMBERS)


def test_a_week_is_counted_per_top_agency_and_for_the_nation(world: World) -> None:
    finished, contested = settled(world), settled(world)
    confirm_report(actor=reporter_of(finished), code=finished, now=world.later(hours=1))
    rate_report(
        actor=reporter_of(finished), code=finished, rating=4, outcome=Outcome.SOLVED, now=world.later(hours=1)
    )
    contest_report(
        actor=reporter_of(contested), code=contested, reason="Belum selesai.", now=world.later(hours=1)
    )
    received(world)
    archive_report(
        actor=world.officers["nasional"],
        code=received(world).code,
        reason=ArchiveReason.SPAM,
        words="Ini iklan, bukan laporan.",
        now=world.later(hours=1),
    )
    waiting = at_office(world)
    monday = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
    assert compute_statistics(week_from=WEEK, now=monday) == 3
    assert figures(world, WEEK, "Kota Solok") == (3, 2, 0, 0, 2, 1, 0, 1, 1, 4)
    assert figures(world, WEEK, "Meja Nasional") == (2, 0, 0, 0, 1, 0, 1, 0, 0, 0)
    assert figures(world, WEEK, None) == (5, 2, 0, 0, 3, 1, 1, 1, 1, 4)
    nation = Statistics.objects.get(week_from=WEEK, agency=None)
    assert nation.median_answer_hours == pytest.approx(4.0)
    # Two weeks later: what waited was answered too late, and what nobody read is late.
    late = datetime(2026, 12, 2, 3, 0, tzinfo=UTC)
    follow_up(actor=world.officers["pupr"], code=waiting, details=Answer(text="Maaf."), now=late)
    compute_statistics(week_from=date(2026, 11, 30), now=datetime(2026, 12, 7, tzinfo=UTC))
    assert figures(world, date(2026, 11, 30), "Kota Solok") == (0, 0, 1, 0, 2, 0, 0, 0, 0, 0)
    assert figures(world, date(2026, 11, 30), "Meja Nasional") == (0, 0, 0, 1, 1, 0, 0, 0, 0, 0)
    # The week before is told as it stood then, also when it is computed again now.
    before = figures(world, WEEK, "Kota Solok")
    compute_statistics(week_from=WEEK, now=datetime(2026, 12, 7, tzinfo=UTC))
    assert figures(world, WEEK, "Kota Solok") == before
    compute_statistics(week_from=date(2026, 11, 23), now=datetime(2026, 12, 7, tzinfo=UTC))
    # Routed on a Saturday: the first answer was due on the Monday after that week.
    assert figures(world, date(2026, 11, 23), "Kota Solok")[3] == 0
    assert figures(world, date(2026, 11, 23), "Meja Nasional")[3] == 1


def test_a_formal_request_whose_clock_has_ended_is_late(world: World) -> None:
    code = received(world, kind=Kind.INFORMATION_REQUEST).code
    details = verification(world, kind=Kind.INFORMATION_REQUEST)
    verify_report(actor=world.officers["nasional"], code=code, details=details, now=world.later(hours=1))
    formalise_request(actor=reporter_of(code), code=code, reason="Anggaran.", now=world.later(hours=1))
    solok = world.officers["solok"]
    follow_up(actor=solok, code=code, details=Answer(text="Segera."), now=world.later(hours=1))
    compute_statistics(week_from=date(2026, 12, 7), now=datetime(2026, 12, 14, tzinfo=UTC))
    assert Statistics.objects.get(agency=world.agencies["Kota Solok"]).late_now == 1


def test_an_empty_week_has_a_row_for_the_nation(world: World) -> None:
    assert compute_statistics(week_from=WEEK, now=world.now) == 1
    assert figures(world, WEEK, None) == (0,) * len(NUMBERS)


def test_a_week_costs_two_statements(world: World, django_assert_num_queries: Any) -> None:
    routed(world)
    with django_assert_num_queries(4):  # with the savepoint around them
        compute_statistics(week_from=WEEK, now=world.now)


def test_the_last_full_week_is_computed_once_it_is_over(world: World) -> None:
    routed(world)
    sunday_late = datetime(2026, 11, 22, 16, 59, tzinfo=UTC)
    compute_statistics(week_from=WEEK, now=sunday_late)
    assert compute_missing_weeks(sunday_late) == 1
    assert last_full_week(sunday_late) == date(2026, 11, 9)
    monday = sunday_late + timedelta(minutes=1)
    assert compute_missing_weeks(monday) == 2
    assert compute_missing_weeks(monday + timedelta(days=6)) == 0
    found = last_week(monday.date() + timedelta(days=1))
    assert found is not None and (found.week_from, found.received) == (WEEK, 1)


def test_weeks_missed_while_nothing_ran_are_made_up(world: World, django_assert_num_queries: Any) -> None:
    routed(world)
    compute_statistics(week_from=date(2026, 11, 23), now=datetime(2026, 11, 25, tzinfo=UTC))
    now = datetime(2026, 12, 9, tzinfo=UTC)
    assert compute_missing_weeks(now) == 3 * 2
    weeks = Statistics.objects.filter(agency=None).order_by("week_from").values_list("week_from", flat=True)
    assert list(weeks) == [WEEK, date(2026, 11, 23), date(2026, 11, 30)]
    with django_assert_num_queries(2):
        assert compute_missing_weeks(now) == 0


def test_back_weeks_are_computed_on_demand(world: World) -> None:
    routed(world)
    now = datetime(2026, 12, 2, tzinfo=UTC)
    assert compute_weeks(3, now=now) == 2 + 2 + 1
    assert compute_weeks(3, now=now) == 5
    weeks = Statistics.objects.filter(agency=None).order_by("week_from").values_list("week_from", flat=True)
    assert list(weeks) == [date(2026, 11, 9), WEEK, date(2026, 11, 23)]
    call_command("compute_statistics", weeks=2, verbosity=0)


def test_a_week_begins_on_monday() -> None:
    with pytest.raises(ValueError, match="Monday"):
        bounds(date(2026, 11, 17))
