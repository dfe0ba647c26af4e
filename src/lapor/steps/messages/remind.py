"""Reminds a reporter that a clock of his runs out: one notice per channel and run of the clock."""

from datetime import datetime

from lapor.queries.reports.due import reminder_of
from lapor.records.messages.notice import Notice
from lapor.rules.notices import NoticeChannel, Recipient, Reminder, Telling
from lapor.rules.refusals import Refused
from lapor.steps._open import open_for_system
from lapor.steps._outbox import new_notice, reporter_of


def remind_reporter(*, code: str, reminder: Reminder, now: datetime) -> int:
    """How many notices were written: 0 if he was reminded before, or left no way to be told.

    Raises Refused(`not_due`) where this reminder is not the one that is due now.
    """
    with open_for_system(code) as report:
        if reminder_of(report, now=now) is not reminder:
            raise Refused("not_due")
        started = report.clock_started_at
        assert started is not None
        telling, to = Telling(Recipient.REPORTER, reminder.value), reporter_of(report)
        ways: list[tuple[NoticeChannel, int | None]] = [(NoticeChannel.EMAIL, None)] if to.email else []
        if to.account_id:
            ways.append((NoticeChannel.PAGE, to.account_id))
        rows = [
            new_notice(
                report,
                event=None,
                telling=telling,
                channel=channel,
                account_id=account_id,
                once=f"{reminder}:{report.pk}:{started.isoformat()}:{channel}",
                now=now,
            )
            for channel, account_id in ways
        ]
        new = {row.once for row in rows} - set(
            Notice.objects.filter(once__in=[row.once for row in rows]).values_list("once", flat=True)
        )
        Notice.objects.bulk_create([row for row in rows if row.once in new], ignore_conflicts=True)
    return len(new)
