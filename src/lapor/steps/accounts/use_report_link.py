"""Opens a report with a one-time link."""

from datetime import datetime

from django.db import transaction

from lapor.records.reports.report_link import ReportLink
from lapor.rules.access import Actor
from lapor.rules.refusals import Refused
from lapor.steps.accounts._login_link import token_hash


def use_report_link(*, actor: Actor, token: str, now: datetime) -> str:
    """The number of the report that is open now. Raises Refused(`link_used_up`)."""
    with transaction.atomic():
        links = ReportLink.objects.select_for_update(of=("self",)).select_related("report")
        link = links.filter(token_hash=token_hash(token), used_at=None, expires_at__gt=now).first()
        if link is None:
            raise Refused("link_used_up")
        link.used_at = now
        link.save(update_fields=["used_at"])
        return link.report.code
