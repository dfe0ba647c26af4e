"""Asks for a one-time link to a report whose code is lost."""

from datetime import datetime

from django.db import transaction

from lapor.rules.access import Actor
from lapor.steps.accounts._login_link import ask_for_report_link


def ask_report_link(*, actor: Actor, code: str, email: str, now: datetime) -> None:
    """The worker looks up later and elsewhere whether both fit, so that neither answer nor time tells."""
    with transaction.atomic():
        ask_for_report_link(code, email, now=now)
