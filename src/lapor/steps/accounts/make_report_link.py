"""Makes the one-time link to a report that somebody asked for; called by the worker that sends it."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from lapor.records.reports.identity import ReporterIdentity
from lapor.records.reports.report_link import ReportLink
from lapor.rules.access import Actor
from lapor.steps.accounts._login_link import LINK_LIFETIME, token_hash


@dataclass(frozen=True, slots=True)
class ReportLinkToSend:
    """Where it goes and what it opens; the token exists only here and in the message."""

    email: str
    code: str
    language: str
    token: str


def make_report_link(*, actor: Actor, code: str, email: str, now: datetime) -> ReportLinkToSend | None:
    """None unless the report's reporter gave this address, with the report or with his account.

    It goes to the address as he gave it, not as it was typed by whoever asked.
    """
    with transaction.atomic():
        told = ReporterIdentity.objects.scoped("send its reporter the way back to his report")
        has_address = Q(email__iexact=email) | Q(account__email__iexact=email, account__is_active=True)
        found = told.filter(has_address, report__code=code).select_related("account").first()
        if found is None or not email:
            return None
        token = secrets.token_urlsafe(32)
        ReportLink.objects.create(
            report_id=found.report_id,
            token_hash=token_hash(token),
            created_at=now,
            expires_at=now + LINK_LIFETIME,
        )
        own = (
            found.email if found.email.lower() == email.lower() or not found.account else found.account.email
        )
        return ReportLinkToSend(own, code, found.language, token)
