"""How long the reporter may come back after the end is what the dated rows say, each window its own."""

from datetime import date

import pytest

from lapor.queries.calendar.limits import forget_limits
from lapor.queries.reports.tracking import tracking_page
from lapor.records.calendar.day_limit import DayLimit
from lapor.rules.conditions import Hindrance, MoveHindered
from lapor.rules.deadlines import Clock, DayUnit
from lapor.rules.kinds import Outcome
from lapor.rules.lifecycle import Move
from lapor.steps.reports.confirm import confirm_report
from lapor.steps.reports.contest import contest_report
from lapor.steps.reports.rate import rate_report
from tests.builders.world import World, reporter_of, settled


@pytest.fixture
def short(world: World) -> World:
    DayLimit.objects.filter(clock=Clock.CONTEST).update(days=10)
    DayLimit.objects.filter(clock=Clock.RATE).update(days=5, unit=DayUnit.WORKING_DAY)
    forget_limits()
    return world


def test_each_window_ends_on_its_own_day(short: World) -> None:
    code = settled(short)
    confirm_report(actor=reporter_of(code), code=code, now=short.now)
    # Closed on Thursday, 19 November.
    page = tracking_page(reporter_of(code), code, short.now)
    assert page is not None and page.last_days[Move.CONTEST] == date(2026, 11, 29)
    assert page.last_days[Move.RATE] == date(2026, 11, 26)
    assert page.line.next == "rate" and page.line.next_by == page.last_days[Move.RATE]
    late = short.later(days=9)
    with pytest.raises(MoveHindered) as over:
        rate_report(actor=reporter_of(code), code=code, rating=4, outcome=Outcome.SOLVED, words="", now=late)
    assert over.value.hindrance is Hindrance.WINDOW_OVER
    page = tracking_page(reporter_of(code), code, late)
    assert page is not None and Move.CONTEST in page.moves and Move.RATE not in page.moves
    contest_report(actor=reporter_of(code), code=code, reason="Berlubang lagi.", now=late)


def test_a_contest_after_its_window_is_refused(short: World) -> None:
    code = settled(short)
    confirm_report(actor=reporter_of(code), code=code, now=short.now)
    with pytest.raises(MoveHindered) as over:
        contest_report(actor=reporter_of(code), code=code, reason="Berlubang.", now=short.later(days=11))
    assert over.value.hindrance is Hindrance.WINDOW_OVER
