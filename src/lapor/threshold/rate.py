"""How often this visitor may try: counted in PostgreSQL, so that all web processes agree."""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils import timezone

from lapor.rules.attempts import Allowance
from lapor.steps.accounts.count_attempt import count_attempt
from lapor.threshold.actor import actor_of


class TooManyAttempts(BadRequest):
    """The allowance of this window is used up (429)."""


def place_of(request: HttpRequest) -> str:
    """Where the request comes from. Behind a proxy that is named in the settings, what the proxy says."""
    if settings.TRUST_PROXY:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")[-1].strip()
        if forwarded:
            return forwarded
    return str(request.META.get("REMOTE_ADDR", ""))


def within(request: HttpRequest, allowance: Allowance, place: str | None = None) -> bool:
    """Counts this attempt; False once there were too many from this place in the window."""
    return count_attempt(
        actor=actor_of(request), allowance=allowance, place=place or place_of(request), now=timezone.now()
    )


def demand(request: HttpRequest, allowance: Allowance, place: str | None = None) -> None:
    """Raises TooManyAttempts once there were too many."""
    if not within(request, allowance, place):
        raise TooManyAttempts(allowance.name)
