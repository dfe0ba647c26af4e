"""Somebody has the same problem and supports a published report instead of repeating it."""

import hashlib
from datetime import datetime

from django.db import transaction

from lapor.records.reports.report import Report
from lapor.records.reports.support import Support
from lapor.rules.access import Actor
from lapor.rules.refusals import NotFound


def support_report(*, actor: Actor, code: str, browser_token: str, now: datetime) -> bool:
    """True if the support is new. Counted once per account, without one once per browser token."""
    with transaction.atomic():
        # Locked, so that of two who press at once the second counts the first.
        published = Report.objects.published().select_for_update().filter(code=code)
        report_id = published.values_list("pk", flat=True).first()
        if report_id is None:
            raise NotFound(code)
        token_hash = "" if actor.account_id else hashlib.sha256(browser_token.encode()).hexdigest()
        Support.objects.bulk_create(
            [Support(report_id=report_id, account_id=actor.account_id, token_hash=token_hash, at=now)],
            ignore_conflicts=True,
        )
        return _counted(report_id, Support.objects.filter(report_id=report_id).count())


def _counted(report_id: int, count: int) -> bool:
    rows = Report.objects.scoped("count supporters of a published report").filter(pk=report_id)
    return bool(rows.exclude(supporter_count=count).update(supporter_count=count))
