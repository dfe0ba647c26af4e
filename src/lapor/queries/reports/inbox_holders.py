"""Whose reports a desk looks at: its own, its tree's, or those of the agencies it coordinates."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from lapor.records.agencies.agency import Agency
from lapor.rules.access import Desk, Role


@dataclass(frozen=True, slots=True)
class Holders:
    """Holders of reports: one agency by its id, or all agencies that fit; without either, anybody.

    `column` is `held_by`, or `holder_root` for an agency with all below it.
    """

    column: str = ""
    one: int | None = None
    fitting: Q | None = None

    @property
    def many(self) -> QuerySet[Agency] | None:
        return None if self.fitting is None else Agency.objects.filter(self.fitting)

    @property
    def condition(self) -> Q:
        if self.many is not None:
            # A list instead of a join: the index by holder is used for each of them.
            return Q((f"{self.column}__in", self.many.values("pk")))
        return Q() if self.one is None else Q((f"{self.column}_id", self.one))


ANYBODY = Holders()


def own(desk: Desk) -> Holders:
    return Holders("held_by", desk.agency_id)


def tree_of(desk: Desk) -> Holders:
    """The desk's agency and the units below it; the national desk's own, never the whole nation."""
    if desk.role in (Role.NATIONAL_DESK, Role.INSPECTORATE):
        return own(desk)
    if desk.role is Role.COORDINATOR:
        coordinated = Q(coordinated_by=desk.agency_id) | Q(pk=desk.agency_id)
        return Holders("holder_root", fitting=coordinated)
    return _below(desk)


def in_sight_of(desk: Desk) -> Holders:
    """All that the desk may read but copies; for the national desk the whole nation."""
    if desk.role is Role.NATIONAL_DESK:
        return ANYBODY
    return _below(desk) if desk.role is Role.INSPECTORATE else tree_of(desk)


def _below(desk: Desk) -> Holders:
    if desk.agency_id == desk.root_id:
        return Holders("holder_root", desk.root_id)
    return Holders("held_by", fitting=Q(path__startswith=desk.path))
