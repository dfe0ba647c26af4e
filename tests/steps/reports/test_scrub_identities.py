"""Who reported is forgotten long after the end; what was reported is not."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, InternalError, connection, transaction

from lapor.jobs.tidying import forget_identities
from lapor.queries.accounts.actor import actor_for
from lapor.queries.calendar.limits import forget_limits
from lapor.queries.reports.tracking import tracking_page
from lapor.records.accounts.account import Account
from lapor.records.calendar.day_limit import DayLimit
from lapor.records.reports.identity import Disclosure, ReporterIdentity
from lapor.records.reports.report import Report
from lapor.rules.kinds import ArchiveReason
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.receive import Contact
from lapor.steps.reports.withdraw import withdraw_report
from tests.builders.world import World, received, reporter_of, routed, row

SITI = Contact(name="Siti Rahma", email="siti@contoh.test", phone="+6281234567890", address="Jalan Pandan 7")
FIVE_YEARS = timedelta(days=5 * 365 + 1)


def identity(code: str) -> ReporterIdentity:
    return ReporterIdentity.objects.scoped("the test looks").get(report__code=code)


def known(code: str) -> tuple[str, str, str, str, int | None]:
    found = identity(code)
    return (found.name, found.email, found.phone, found.address, found.account_id)


def ended(world: World, **changes: object) -> str:
    code = received(world, **({"contact": SITI} | changes)).code  # type: ignore[arg-type]
    withdraw_report(actor=reporter_of(code), code=code, now=world.now)
    return code


def test_an_identity_goes_when_its_time_is_over_and_the_report_stays(world: World) -> None:
    code, fresh = ended(world), ""
    assert forget_identities(world.now + FIVE_YEARS) == 0, "the day itself still counts"
    world.later(days=1)
    fresh = ended(world)
    before = Report.objects.scoped("the test looks").values().get(code=code)
    assert forget_identities(world.now + FIVE_YEARS - timedelta(minutes=1)) == 1
    assert known(code) == ("", "", "", "", None)
    assert known(fresh)[0] == "Siti Rahma"
    assert Report.objects.scoped("the test looks").values().get(code=code) == before
    assert tracking_page(reporter_of(code), code, world.now + FIVE_YEARS) is not None
    assert forget_identities(world.now + FIVE_YEARS - timedelta(minutes=1)) == 0


def test_an_open_report_keeps_its_reporter_however_old_it_is(world: World) -> None:
    code = routed(world)
    assert forget_identities(world.now + 3 * FIVE_YEARS) == 0
    assert known(code)[0] == "Siti Rahma"


@pytest.mark.parametrize("is_active", [True, False])
def test_an_account_finds_its_own_for_as_long_as_it_is_open(world: World, is_active: bool) -> None:
    account = Account.objects.create(login="siti@contoh.test", email="siti@contoh.test", name="Siti Rahma")
    code = received(world, actor=actor_for(account.pk, today=world.now.date()), contact=SITI).code
    archive_report(
        actor=world.officers["nasional"],
        code=code,
        reason=ArchiveReason.SPAM,
        words="Ini bukan laporan.",
        now=world.now,
    )
    Account.objects.update(is_active=is_active)
    assert forget_identities(world.now + FIVE_YEARS + timedelta(days=1)) == 1
    assert known(code) == ("", "", "", "", account.pk if is_active else None)
    assert forget_identities(world.now + FIVE_YEARS + timedelta(days=1)) == 0


def test_how_long_is_a_dated_row_and_without_one_nothing_goes(world: World) -> None:
    code = ended(world)
    DayLimit.objects.filter(clock="identity_kept").delete()
    forget_limits()
    assert forget_identities(world.now + 9 * FIVE_YEARS) == 0
    DayLimit.objects.create(
        clock="identity_kept", days=30, unit="calendar_day", valid_from=world.now.date(), legal_basis="Uji"
    )
    forget_limits()
    assert forget_identities(world.now + timedelta(days=31)) == 1
    assert known(code)[0] == ""
    forget_limits()


def test_that_an_identity_was_opened_is_final(world: World) -> None:
    solok = world.officers["solok"]
    Disclosure.objects.create(
        report=row(routed(world)),
        account_id=solok.account_id,
        agency=world.agencies["Kota Solok"],
        reason="Menelepon pelapor.",
        at=world.now,
        until=world.now,
    )

    def emptied(table: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET CONSTRAINTS ALL IMMEDIATE; TRUNCATE {table}")

    for write in (
        lambda: Disclosure.objects.update(reason="lain"),
        lambda: Disclosure.objects.all().delete(),
        lambda: emptied("lapor_disclosure"),
        lambda: emptied("lapor_amendment"),
    ):
        with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
            write()
