"""The worker's tasks that tie two floors together; procrastinate finds them by this module's name."""

from django.urls import reverse
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from lapor.channels.email.login_letter import login_letter
from lapor.channels.email.report_link_letter import report_link_letter
from lapor.rules.access import SYSTEM
from lapor.steps.accounts._login_link import LINK_TASK, REPORT_LINK_TASK
from lapor.steps.accounts.make_login_link import make_login_link
from lapor.steps.accounts.make_report_link import make_report_link

_PATIENCE = RetryStrategy(max_attempts=4, wait=20, exponential_wait=3)


@app.task(name=LINK_TASK, retry=_PATIENCE)
def send_login_link(login: str) -> None:
    """Makes the link where it is sent, so that its token is stored nowhere. Nobody there: nothing is sent."""
    link = make_login_link(actor=SYSTEM, login=login, now=timezone.now())
    if link is not None:
        login_letter(link, reverse("use-link", args=[link.token])).send()


@app.task(name=REPORT_LINK_TASK, retry=_PATIENCE)
def send_report_link(code: str, email: str) -> None:
    """The same for a link to one report. Number and address do not fit: nothing is sent."""
    link = make_report_link(actor=SYSTEM, code=code, email=email, now=timezone.now())
    if link is not None:
        report_link_letter(link, reverse("track-use-link", args=[link.token])).send()
