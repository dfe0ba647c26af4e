"""What every page knows about whoever is asking."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from lapor.queries.messages.page_notices import unread_count
from lapor.rules.access import ActorKind
from lapor.threshold.actor import actor_of


@dataclass(frozen=True, slots=True)
class Asking:
    """For the head of a page: who is signed in, and at which desk."""

    is_signed_in: bool
    is_officer: bool
    name: str
    agency_name: str
    unread: int


def asking(request: HttpRequest) -> dict[str, object]:
    """Looked up only if a template asks, so that plain pages cost nothing."""
    return {"asking": SimpleLazyObject(lambda: _asking(request))}


def _asking(request: HttpRequest) -> Asking:
    actor = actor_of(request)
    desk = actor.desk
    return Asking(
        is_signed_in=actor.account_id is not None,
        is_officer=actor.kind is ActorKind.OFFICER,
        name=actor.name,
        agency_name=desk.agency_name if desk else "",
        unread=unread_count(actor),
    )
