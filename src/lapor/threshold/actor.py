"""Who is asking: the actor behind a request."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils import timezone

from lapor.queries.accounts.actor import actor_for
from lapor.rules.access import STRANGER, Actor

_ACCOUNT = "account"
_UNLOCKED = "unlocked"
_ACTOR = "_lapor_actor"


def actor_of(request: HttpRequest) -> Actor:
    """The actor behind the request, looked up once per request; a stranger costs no statement."""
    found: Actor | None = getattr(request, _ACTOR, None)
    if found is None:
        found = _look_up(request)
        setattr(request, _ACTOR, found)
    return found


def unlock(request: HttpRequest, code: str) -> None:
    """Remembers in the session that this browser knows the report's access code."""
    codes = [known for known in request.session.get(_UNLOCKED, []) if known != code]
    request.session[_UNLOCKED] = [*codes, code][-50:]
    _forget(request)


def sign_in(request: HttpRequest, account_id: int) -> None:
    """Signs the account in; the session gets a new key, so that a planted one is worthless."""
    request.session.cycle_key()
    request.session[_ACCOUNT] = account_id
    _forget(request)


def sign_out(request: HttpRequest) -> None:
    request.session.flush()
    _forget(request)


def _look_up(request: HttpRequest) -> Actor:
    session = getattr(request, "session", None)
    if session is None or not has_session(request):
        return STRANGER
    account_id: int | None = session.get(_ACCOUNT)
    unlocked: Iterable[str] = session.get(_UNLOCKED, [])
    return actor_for(account_id, unlocked=unlocked, today=timezone.localdate())


def has_session(request: HttpRequest) -> bool:
    """Whether this browser has a session at all."""
    # Without the cookie there is nothing to load; asking the database would cost every stranger a statement.
    return bool(request.session.session_key) or request.session.modified


def _forget(request: HttpRequest) -> None:
    if hasattr(request, _ACTOR):
        delattr(request, _ACTOR)
