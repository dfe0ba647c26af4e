"""A role holds from its first to its last day where the people are, not where the clock of the server is."""

from datetime import UTC, date, datetime

import pytest

from lapor.queries.reports.deciders import approvers_of
from lapor.records.accounts.membership import Membership
from lapor.records.messages.notice import Notice
from lapor.rules.access import Role
from tests.builders.world import World, received

# One o'clock at night on the 19th in Western Indonesia.
NIGHT = datetime(2026, 11, 18, 18, 0, tzinfo=UTC)
BEFORE, TODAY, AFTER = date(2026, 11, 18), date(2026, 11, 19), date(2026, 11, 20)


@pytest.mark.parametrize(
    ("first", "last", "holds"),
    [
        (BEFORE, None, True),
        (TODAY, None, True),
        (AFTER, None, False),
        (BEFORE, TODAY, True),
        (BEFORE, BEFORE, False),
    ],
)
def test_whoever_is_not_at_work_is_not_told_and_approves_nothing(
    world: World, first: date, last: date | None, holds: bool
) -> None:
    world.now = NIGHT
    told = world.officer("baru", "Meja Nasional", Role.NATIONAL_DESK).account_id
    world.officer("penyetuju", "PUPR", Role.APPROVER)
    Membership.objects.filter(account__login__in=("baru@contoh.test", "penyetuju@contoh.test")).update(
        valid_from=first, valid_to=last
    )
    received(world)
    assert Notice.objects.filter(account=told).exists() is holds
    assert approvers_of(world.agencies["PUPR"].pk, NIGHT, is_supervisory=False).exists() is holds
