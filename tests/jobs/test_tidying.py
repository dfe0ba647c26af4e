"""What is only needed for a while goes; nothing else does."""

from datetime import timedelta
from uuid import uuid4

from django.contrib.sessions.models import Session

from lapor.jobs.tidying import tidy
from lapor.records.accounts.account import Account
from lapor.records.accounts.attempt import Attempt
from lapor.records.accounts.login_link import LoginLink
from lapor.records.reports.draft import Draft
from lapor.records.reports.report import Report
from lapor.records.reports.report_link import ReportLink
from tests.builders.world import World, received, row


def test_traces_go_after_their_time(world: World) -> None:
    report = row(received(world).code)
    now, day = world.now, timedelta(days=1)
    account = Account.objects.create(login="a@contoh.test", email="a@contoh.test", name="A")
    for age, name in ((20 * day, "old"), (timedelta(), "new")):
        Draft.objects.create(key=uuid4(), created_at=now - age, updated_at=now - age)
        Attempt.objects.create(key=name, window=now - age)
        Session.objects.create(session_key=name, expire_date=now - age + day)
        LoginLink.objects.create(
            account=account, token_hash=name, created_at=now, expires_at=now - 2 * age + day
        )
        ReportLink.objects.create(
            report=report, token_hash=name, created_at=now, expires_at=now - 2 * age + day
        )
    assert tidy(now) == 5
    assert (Draft.objects.count(), Attempt.objects.get().key, Session.objects.get().session_key) == (
        1,
        "new",
        "new",
    )
    assert LoginLink.objects.get().token_hash == "new"
    assert ReportLink.objects.get().token_hash == "new"
    assert Report.objects.scoped("nothing else went").count() == 1
    assert tidy(now) == 0
