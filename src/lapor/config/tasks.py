"""The worker's tasks that tie two floors together; procrastinate finds them by this module's name.

Each of them makes its link where it is sent, so that its token is stored nowhere. Where nobody is there,
nothing is sent.
"""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from lapor.channels.email.login_letter import (
    confirmation_letter,
    invitation_letter,
    login_letter,
    password_letter,
)
from lapor.channels.email.report_link_letter import report_link_letter
from lapor.queries.accounts.own_address import own_address
from lapor.rules.access import SYSTEM
from lapor.steps.accounts._login_link import CONFIRMATION_TASK, LINK_TASK, PASSWORD_TASK, REPORT_LINK_TASK
from lapor.steps.accounts.make_confirmation import make_confirmation
from lapor.steps.accounts.make_login_link import make_login_link
from lapor.steps.accounts.make_report_link import make_report_link

_FIRST_REST, _LONGEST_REST = timedelta(seconds=20), timedelta(minutes=15)


class WhileOfUse(BaseRetryStrategy):
    """Tries again with growing pauses for as long as somebody may still wait for the letter (`until`)."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        now = timezone.now()
        again = now + min(_FIRST_REST * (job.attempts + 1), _LONGEST_REST)
        return RetryDecision(retry_at=again) if again < _moment(job.task_kwargs["until"]) else None


@app.task(name=LINK_TASK, retry=WhileOfUse())
def send_login_link(login: str, until: str, is_invitation: bool = False) -> None:
    """Sends the link to whoever signs in with this address, or has proved it."""
    link = make_login_link(actor=SYSTEM, login=login, is_invitation=is_invitation, now=timezone.now())
    if link is not None:
        letter = invitation_letter if is_invitation else login_letter
        letter(link, reverse("use-link", args=[link.token])).send()


@app.task(name=REPORT_LINK_TASK, retry=WhileOfUse())
def send_report_link(code: str, email: str, until: str) -> None:
    """Sends the link to one report. Number and address do not fit: nothing is sent."""
    link = make_report_link(actor=SYSTEM, code=code, email=email, now=timezone.now())
    if link is not None:
        report_link_letter(link, reverse("track-use-link", args=[link.token])).send()


@app.task(name=CONFIRMATION_TASK, retry=WhileOfUse())
def send_confirmation(account_id: int, until: str) -> None:
    """Sends the link that confirms the address on this account."""
    link = make_confirmation(actor=SYSTEM, account_id=account_id, now=timezone.now())
    if link is not None:
        confirmation_letter(link, reverse("confirm-address", args=[link.token])).send()


@app.task(name=PASSWORD_TASK, retry=WhileOfUse())
def send_password_notice(account_id: int, until: str) -> None:
    """Tells the owner that his password is a new one."""
    if address := own_address(account_id):
        password_letter(*address, reverse("ask-link")).send()


def _moment(text: object) -> datetime:
    return datetime.fromisoformat(str(text))
