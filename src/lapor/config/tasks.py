"""The worker's tasks that tie two floors together; procrastinate finds them by this module's name."""

from django.urls import reverse
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from lapor.channels.email.login_letter import login_letter
from lapor.rules.access import SYSTEM
from lapor.steps.accounts._login_link import LINK_TASK
from lapor.steps.accounts.make_login_link import make_login_link


@app.task(name=LINK_TASK, retry=RetryStrategy(max_attempts=4, wait=20, exponential_wait=3))
def send_login_link(login: str) -> None:
    """Makes the link where it is sent, so that its token is stored nowhere. Nobody there: nothing is sent."""
    link = make_login_link(actor=SYSTEM, login=login, now=timezone.now())
    if link is not None:
        login_letter(link, reverse("use-link", args=[link.token])).send()
