"""The views of the desk's inbox: which reports belong to each, for the desks of one officer.

A view is a condition; what the officer may see at all is `Report.objects.visible_to`. Every condition begins
with columns of a partial index of `records/reports/report.py`, and says its predicate word by word.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import reduce
from operator import or_
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, OuterRef, Q

from lapor.queries.reports.inbox_holders import ANYBODY, Holders, in_sight_of, own, tree_of
from lapor.records.reports.copy import Copy
from lapor.records.reports.proposal import waiting
from lapor.records.reports.visibility import NOTHING
from lapor.rules.access import Actor, Desk, Role
from lapor.rules.answering import ANSWERS, EXTENSIONS
from lapor.rules.deadlines import Clock
from lapor.rules.kinds import ProposalKind
from lapor.rules.lifecycle import Move, State

# "Today" of an inbox over several time zones: that of the capital.
_ZONE = ZoneInfo("Asia/Jakarta")


class InboxView(StrEnum):
    """What an officer looks at; the first six are work of today."""

    NEEDS_ME = "needs_me"
    LATE = "late"
    TODAY = "today"
    UNVERIFIED = "unverified"
    RETURNED = "returned"
    APPROVAL = "approval"
    UNITS = "units"
    REPORTER = "reporter"
    CONFIRMATION = "confirmation"
    COPIES = "copies"
    ENDED = "ended"
    ALL = "all"


V = InboxView
WORK = (V.NEEDS_ME, V.LATE, V.TODAY, V.UNVERIFIED, V.RETURNED, V.APPROVAL)
WAITING = (V.UNITS, V.REPORTER, V.CONFIRMATION)
REST = (V.COPIES, V.ENDED, V.ALL)
#: Newest first instead of by clock: no clock runs, or not only. They grow without an end (`inbox_first`).
BY_RECEIPT = frozenset({V.COPIES, V.ENDED, V.ALL})
UNCOUNTED = frozenset({V.ENDED, V.ALL})

_OPEN = Q(is_open=True)
_IN_HAND = _OPEN & Q(state__in=[State.RECEIVED, State.ROUTED, State.IN_PROGRESS])
_CAME_BACK = _OPEN & Q(came_by__in=[Move.HAND_BACK.value, Move.RETURN.value])
_DISPUTED = Q(clock=Clock.DECISION)

_HOLDING = frozenset({Role.NATIONAL_DESK, Role.AGENCY_DESK, Role.LIAISON, Role.INSPECTORATE})
_VERIFYING = frozenset({Role.NATIONAL_DESK, Role.AGENCY_DESK, Role.INSPECTORATE})
_DECIDING = frozenset({Role.NATIONAL_DESK, Role.COORDINATOR})
_LOOKING_DOWN = frozenset(Role) - {Role.NATIONAL_DESK, Role.SYSTEM_ADMINISTRATOR}
_EVERYBODY = frozenset(Role) - {Role.SYSTEM_ADMINISTRATOR}

_ROLES: dict[InboxView, frozenset[Role]] = {
    V.NEEDS_ME: _HOLDING | {Role.COORDINATOR, Role.APPROVER},
    V.LATE: _EVERYBODY,
    V.TODAY: _EVERYBODY,
    V.UNVERIFIED: _VERIFYING | {Role.OVERSEER},
    V.RETURNED: _HOLDING | {Role.COORDINATOR},
    V.APPROVAL: _HOLDING | {Role.COORDINATOR, Role.APPROVER},
    V.UNITS: _LOOKING_DOWN,
    V.REPORTER: _EVERYBODY,
    V.CONFIRMATION: _EVERYBODY,
    V.COPIES: _LOOKING_DOWN,
    V.ENDED: _EVERYBODY,
    V.ALL: _EVERYBODY,
}


def views_for(actor: Actor) -> tuple[InboxView, ...]:
    """The views that mean something for this officer's roles, in their order."""
    return tuple(view for view in (*WORK, *WAITING, *REST) if actor.has_role(*_ROLES[view]))


def first_view(actor: Actor) -> InboxView:
    """Where the day begins: what needs him, for an overseer what the units have."""
    return V.NEEDS_ME if actor.has_role(*_ROLES[V.NEEDS_ME]) else V.UNITS


@dataclass(frozen=True, slots=True)
class Way:
    """One way for a report into a view: who holds it, and what else is so."""

    holders: Holders
    rest: Q

    @property
    def condition(self) -> Q:
        return self.holders.condition & self.rest


def ways(view: InboxView, actor: Actor, now: datetime) -> list[Way]:
    """Of all desks of the actor."""
    desks = [desk for desk in actor.desks if desk.role in _ROLES[view]]
    found = [_of_desk(view, desk, now) for desk in desks]
    if view is V.ALL:
        found += [_of_desk(V.COPIES, desk, now) for desk in desks if desk.role in _ROLES[V.COPIES]]
    if view is V.APPROVAL:
        found += [_extensions_of_tops(desk) for desk in desks if desk.role is Role.NATIONAL_DESK]
    return found


def condition(view: InboxView, actor: Actor, now: datetime) -> Q:
    """The reports of the view over all ways into it."""
    conditions = [way.condition for way in ways(view, actor, now)]
    # An empty condition holds for all; joined by OR it would vanish.
    found = reduce(or_, conditions, NOTHING) if all(conditions) else Q()
    if view is V.APPROVAL:
        # Few drafts wait at a time: named before the ways, they are what the search begins with.
        found &= Q(pk__in=waiting(ANSWERS | EXTENSIONS).values("report_id"))
    return found


def _of_desk(view: InboxView, desk: Desk, now: datetime) -> Way:
    if view is V.NEEDS_ME:
        return _needs(desk)
    if view is V.RETURNED:
        return Way(own(desk), _CAME_BACK & _IN_HAND)
    if view is V.APPROVAL and desk.role is Role.APPROVER:
        return _needs(desk)
    if view is V.APPROVAL and desk.role is Role.COORDINATOR:
        # What other governments answer is theirs to approve; more time is his to grant.
        return Way(tree_of(desk), _OPEN & _waits(EXTENSIONS))
    if view is V.COPIES:
        return Way(ANYBODY, _copied(desk))
    if view is V.ALL:
        return Way(in_sight_of(desk), Q())
    if view is V.UNITS:
        # An overseer holds nothing himself.
        others = Q() if desk.role is Role.OVERSEER else ~own(desk).condition
        return Way(tree_of(desk), _IN_HAND & others)
    return Way(tree_of(desk), _plain(view, now))


def _plain(view: InboxView, now: datetime) -> Q:
    """What does not depend on the desk."""
    midnight = (now.astimezone(_ZONE) + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    conditions = {
        V.LATE: _IN_HAND & Q(due_at__lt=now),
        # A calendar-day clock that ends at midnight ends today.
        V.TODAY: _IN_HAND & Q(due_at__gte=now, due_at__lte=midnight),
        V.UNVERIFIED: _OPEN & Q(state=State.RECEIVED),
        V.APPROVAL: _OPEN & _waits(ANSWERS | EXTENSIONS),
        V.REPORTER: _OPEN & Q(state=State.INCOMPLETE),
        V.CONFIRMATION: _OPEN & Q(state=State.SETTLED),
        V.ENDED: Q(is_open=False),
    }
    return conditions[view]


def _needs(desk: Desk) -> Way:
    if desk.role is Role.APPROVER:
        return Way(tree_of(desk), _OPEN & _waits(ANSWERS))
    # A dispute is decided by the coordinator; the agency's own desk can do nothing about it.
    return Way(own(desk), _IN_HAND & (Q() if desk.role in _DECIDING else ~_DISPUTED))


def _waits(kinds: Collection[ProposalKind]) -> Q:
    return Q(Exists(waiting(kinds).filter(report_id=OuterRef("pk"))))


def _extensions_of_tops(desk: Desk) -> Way:
    """What the national desk decides for holders with nobody else above: tops, and whatever is shielded."""
    nobody_else = Q(holder_root__coordinated_by=None) | Q(holder_root__coordinated_by=desk.agency_id)
    is_top = Q(held_by=F("holder_root")) & nobody_else
    # A list instead of a condition on each report of the nation: few extensions wait at a time.
    asked = Q(pk__in=waiting(EXTENSIONS).values("report_id"))
    return Way(ANYBODY, _OPEN & asked & (Q(is_supervisory=True) | is_top) & ~own(desk).condition)


def _copied(desk: Desk) -> Q:
    return Q(pk__in=Copy.objects.filter(agency_id=desk.agency_id).values("report_id"))
