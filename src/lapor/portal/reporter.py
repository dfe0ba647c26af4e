"""Whoever comes to the portal comes as a reporter, also an officer in his free time."""

from django.http import HttpRequest

from lapor.rules.access import Actor, ActorKind
from lapor.threshold.actor import actor_of


def reporter_of(request: HttpRequest) -> Actor:
    """The actor without his desks: what he does here he does for himself, never for his agency.

    An officer's own reports are not linked to his account, which his agency manages; he follows them with
    number and code.
    """
    actor = actor_of(request)
    if actor.kind is ActorKind.OFFICER:
        return Actor(ActorKind.REPORTER, unlocked=actor.unlocked)
    return actor
