"""The one visibility rule for reports, in queryset form: lists, single reads and search go through it."""

from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet

from lapor.records.guard import GuardedManager
from lapor.rules.access import Actor, ActorKind, Desk, Role

if TYPE_CHECKING:
    from lapor.records.reports.report import Report

NOTHING = Q(pk__in=[])


def _desk_scope(desk: Desk) -> Q:
    """The reports that one desk may read; mirrors `rules.access._stands_as`."""
    if desk.role is Role.NATIONAL_DESK:
        return Q()
    if desk.role is Role.SYSTEM_ADMINISTRATOR:
        return NOTHING
    is_coordinator = desk.role is Role.COORDINATOR
    held = _coordinated(desk) if is_coordinator else _below(desk)
    found = NOTHING
    if desk.handles(is_supervisory=True) and not is_coordinator:
        found |= Q(is_supervisory=True) & held
    if desk.handles(is_supervisory=False):
        found |= Q(is_supervisory=False) & (held | _has("Copy", agency_id=desk.agency_id))
    return found


def _coordinated(desk: Desk) -> Q:
    return Q(holder_root__coordinated_by_id=desk.agency_id) | Q(held_by_id=desk.agency_id)


def _has(model: str, **conditions: object) -> Q:
    """A row about the report exists. Never a join: it would repeat rows and forbid locking them."""
    rows = apps.get_model("lapor", model)._base_manager.filter(report_id=OuterRef("pk"), **conditions)
    return Q(Exists(rows))


def _below(desk: Desk) -> Q:
    """Held by the desk's agency or a unit below it; a top agency needs no look at the tree."""
    if desk.agency_id == desk.root_id:
        return Q(holder_root_id=desk.root_id)
    return Q(held_by__path__startswith=desk.path)


def scope(actor: Actor) -> Q:
    """What `actor` may read beyond what is public."""
    if actor.kind is ActorKind.SYSTEM:
        return Q()
    if any(desk.role is Role.NATIONAL_DESK for desk in actor.desks):
        return Q()
    found = NOTHING
    for desk in actor.desks:
        found |= _desk_scope(desk)
    if actor.account_id is not None:
        found |= _has("ReporterIdentity", account_id=actor.account_id)
    if actor.unlocked:
        found |= Q(code__in=actor.unlocked)
    return found


class ReportManager(GuardedManager["Report"]):
    """The guarded way to reports."""

    def visible_to(self, actor: Actor) -> QuerySet["Report"]:
        """The reports whose inside `actor` may read: his own, or those his desks are concerned with."""
        return self.scoped("within what the actor may see").filter(scope(actor))

    def published(self) -> QuerySet["Report"]:
        """What everybody may read. Say only public fields of it: `queries/reports/public_*`."""
        return self.scoped("published reports are for everybody").filter(is_published=True)
