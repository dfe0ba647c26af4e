"""What a view allows: every view declares it, and an undeclared one answers 403 (see middleware)."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from lapor.rules.access import Actor, ActorKind, Role
from lapor.rules.refusals import Forbidden
from lapor.threshold.actor import actor_of
from lapor.threshold.kept import View, has_words, kept_while_signed_out, kind_when_down


class Entry(StrEnum):
    """Who may come in at all; what he may do inside is decided by steps and queries."""

    PUBLIC = "public"
    OWN = "own"
    SIGNED_IN = "signed_in"
    OFFICER = "officer"


@dataclass(frozen=True, slots=True)
class Access:
    entry: Entry
    roles: frozenset[Role] = frozenset()


def public(view: View) -> View:
    """Everybody may come in; the view itself asks no more than what is public or the actor's own."""
    view.access = Access(Entry.PUBLIC)  # type: ignore[attr-defined]
    return view


def own(view: View) -> View:
    """Everybody may come in, and finds what is his own: reports that his browser opened with their codes."""
    view.access = Access(Entry.OWN)  # type: ignore[attr-defined]
    return view


def signed_in(view: View) -> View:
    """Anybody with an account; others are shown the way to sign in."""
    return _guarded(view, Access(Entry.SIGNED_IN), lambda actor: actor.account_id is not None)


def officer(*roles: Role) -> Callable[[View], View]:
    """Officers with one of these roles, or with any role if none is named."""
    wanted = frozenset(roles)

    def declare(view: View) -> View:
        return _guarded(view, Access(Entry.OFFICER, wanted), lambda actor: _is_officer(actor, wanted))

    return declare


def _is_officer(actor: Actor, wanted: frozenset[Role]) -> bool:
    if actor.kind is not ActorKind.OFFICER:
        return False
    return not wanted or actor.has_role(*wanted)


def _guarded(view: View, access: Access, admits: Callable[[Actor], bool]) -> View:
    @kind_when_down
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actor = actor_of(request)
        if admits(actor):
            return view(request, *args, **kwargs)
        if actor.account_id is None:
            if has_words(request):
                return kept_while_signed_out(request)
            return HttpResponseRedirect(
                f"{reverse('sign-in')}?{urlencode({'next': request.get_full_path()})}"
            )
        raise Forbidden(access.entry)

    guarded.access = access  # type: ignore[attr-defined]
    return guarded  # type: ignore[return-value]
