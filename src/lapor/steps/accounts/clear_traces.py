"""Forgets what is only needed for a while: ended sessions, counted attempts, links that are over."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session

from lapor.records.accounts.attempt import Attempt
from lapor.records.accounts.login_link import LoginLink
from lapor.records.reports.report_link import ReportLink

# Longer than the longest window that attempts are counted in.
_ATTEMPTS_KEPT = timedelta(days=2)
_LINKS_KEPT = timedelta(days=30)


def clear_traces(*, now: datetime) -> int:
    """Returns how many rows went."""
    old = (
        Session.objects.filter(expire_date__lt=now),
        Attempt.objects.filter(window__lt=now - _ATTEMPTS_KEPT),
        LoginLink.objects.filter(expires_at__lt=now - _LINKS_KEPT),
        ReportLink.objects.filter(expires_at__lt=now - _LINKS_KEPT),
    )
    return sum(rows.delete()[0] for rows in old)
