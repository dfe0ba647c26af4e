"""How often this visitor may try: counted in PostgreSQL, so that all web processes agree."""

from collections.abc import Iterable
from datetime import datetime
from math import ceil

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils import timezone

from lapor.queries.accounts.attempts import used_up
from lapor.rules.attempts import Allowance, network_of
from lapor.steps.accounts.count_attempt import count_attempt
from lapor.threshold.actor import actor_of

Counted = Iterable[tuple[Allowance, str]]


class TooManyAttempts(BadRequest):
    """The allowance of this window is used up (429); `seconds` and `minutes` are left of the window."""

    def __init__(self, allowance: Allowance, now: datetime) -> None:
        super().__init__(allowance.name)
        self.seconds = max(1, ceil((allowance.ends_at(now) - now).total_seconds()))

    @property
    def minutes(self) -> int:
        return ceil(self.seconds / 60)


def place_of(request: HttpRequest) -> str:
    """Where the request comes from. Behind a proxy that is named in the settings, what the proxy says.

    Of a list only the last address is the proxy's own word; whatever stands before it anybody can write.
    """
    address = str(request.META.get("REMOTE_ADDR", ""))
    if settings.TRUST_PROXY:
        address = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")[-1].strip() or address
    return network_of(address)


def within(request: HttpRequest, allowance: Allowance, place: str | None = None) -> bool:
    """Counts this attempt; False once there were too many from this place in the window."""
    return count_attempt(
        actor=actor_of(request), allowance=allowance, place=place or place_of(request), now=timezone.now()
    )


def demand(request: HttpRequest, allowance: Allowance, place: str | None = None) -> None:
    """Counts this attempt. Raises TooManyAttempts once there were too many."""
    if not within(request, allowance, place):
        raise TooManyAttempts(allowance, timezone.now())


def demand_here(request: HttpRequest, allowance: Allowance, what: str) -> None:
    """The same for one thing (a login) from this place alone."""
    demand(request, allowance, f"{place_of(request)} {what}")


def demand_unspent(counted: Counted) -> None:
    """Counts nothing: what fails is counted afterwards. Raises TooManyAttempts if too much has failed."""
    now = timezone.now()
    spent = used_up(counted, now)
    if spent is not None:
        raise TooManyAttempts(spent, now)
