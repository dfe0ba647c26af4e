"""Who is asking: the actor behind a request, and how long a browser is believed."""

from datetime import UTC, datetime

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.utils import timezone

from lapor.queries.accounts.actor import actor_for
from lapor.queries.accounts.seal import seal_of
from lapor.rules.access import STRANGER, Actor, ActorKind
from lapor.rules.sessions import is_asleep, is_to_renew

_ACCOUNT = "account"
_SEAL = "seal"
_PROVED = "proved"
_SEEN = "seen"
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
    """Remembers in the session that this browser knows the report's access code.

    As when signing in, the session gets a new key, so that a planted one is worthless.
    """
    request.session.cycle_key()
    codes = [known for known in request.session.get(_UNLOCKED, []) if known != code]
    request.session[_UNLOCKED] = [*codes, code][-50:]
    request.session[_SEEN] = _seconds(timezone.now())
    _forget(request)


def lock(request: HttpRequest, code: str) -> None:
    """This browser no longer opens the report without its code; whoever is signed in stays so."""
    left = [known for known in request.session.get(_UNLOCKED, []) if known != code]
    if left or request.session.get(_ACCOUNT):
        request.session[_UNLOCKED] = left
    else:
        request.session.flush()
    _forget(request)


def sign_in(request: HttpRequest, account_id: int, *, by_link: bool = False) -> None:
    """Signs the account in; the session gets a new key, so that a planted one is worthless.

    Whoever had opened reports or begun one before takes them along; what belongs to another account goes.
    """
    session = request.session
    if session.get(_ACCOUNT, account_id) != account_id:
        session.flush()
    else:
        session.cycle_key()
    now = _seconds(timezone.now())
    session[_ACCOUNT], session[_SEAL], session[_SEEN] = account_id, seal_of(account_id), now
    session.pop(_PROVED, None)
    if by_link:
        session[_PROVED] = now
    _forget(request)


def sign_out(request: HttpRequest) -> None:
    """This browser knows nothing any more: neither the account nor reports that were opened with a code."""
    request.session.flush()
    _forget(request)


def proved_at(request: HttpRequest) -> datetime | None:
    """When this browser signed in with a one-time link, if it did."""
    seconds = request.session.get(_PROVED)
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _look_up(request: HttpRequest) -> Actor:
    session = getattr(request, "session", None)
    if session is None or not has_session(request):
        return STRANGER
    account_id: int | None = session.get(_ACCOUNT)
    actor = actor_for(
        account_id,
        seal=session.get(_SEAL, ""),
        unlocked=session.get(_UNLOCKED, []),
        today=timezone.localdate(),
    )
    now = _seconds(timezone.now())
    idle = now - session.get(_SEEN, now)
    is_officer = actor.kind is ActorKind.OFFICER
    if account_id is not None and (actor.account_id is None or is_asleep(idle, is_officer=is_officer)):
        session.flush()
        return STRANGER
    if actor is not STRANGER:
        _renew(session, now, is_officer=is_officer)
    return actor


def has_session(request: HttpRequest) -> bool:
    """Whether this browser has a session at all."""
    # Without the cookie there is nothing to load; asking the database would cost every stranger a statement.
    return bool(request.session.session_key) or request.session.modified


def _renew(session: SessionBase, now: int, *, is_officer: bool) -> None:
    """Lets the session last as long again, written only now and then: most requests write nothing."""
    if _SEEN not in session or is_to_renew(now - session[_SEEN], is_officer=is_officer):
        session[_SEEN] = now


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _forget(request: HttpRequest) -> None:
    if hasattr(request, _ACTOR):
        delattr(request, _ACTOR)
