"""How often this visitor may try: counted in PostgreSQL, so that all web processes agree."""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils import timezone

from lapor.rules.attempts import Allowance, network_of
from lapor.steps.accounts.count_attempt import count_attempt
from lapor.threshold.actor import actor_of


class TooManyAttempts(BadRequest):
    """The allowance of this window is used up (429)."""


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
    """Raises TooManyAttempts once there were too many."""
    if not within(request, allowance, place):
        raise TooManyAttempts(allowance.name)


def demand_here(request: HttpRequest, allowance: Allowance, what: str) -> None:
    """The same for one thing (a login) from this place alone."""
    demand(request, allowance, f"{place_of(request)} {what}")
