"""What every page knows: who is asking, and whose colours it wears."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject, cached_property

from lapor.queries.messages.page_notices import unread_count
from lapor.rules.access import Actor, ActorKind
from lapor.threshold.actor import actor_of


@dataclass(frozen=True)
class Asking:
    """For the head of a page: who is signed in, and at which desk."""

    actor: Actor

    @property
    def is_signed_in(self) -> bool:
        return self.actor.account_id is not None

    @property
    def is_officer(self) -> bool:
        return self.actor.kind is ActorKind.OFFICER

    @property
    def name(self) -> str:
        return self.actor.name

    @property
    def agency_name(self) -> str:
        return self.actor.desk.agency_name if self.actor.desk else ""

    @cached_property
    def unread(self) -> int:
        """Counted only where a page shows it: the desk's pages show theirs in the menu."""
        return unread_count(self.actor)


def asking(request: HttpRequest) -> dict[str, object]:
    """Looked up only if a template asks, so that plain pages cost nothing."""
    return {"asking": SimpleLazyObject(lambda: Asking(actor_of(request))), "brand": settings.BRAND}
