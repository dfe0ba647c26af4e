"""Days off as desks manage them: a year's, with who entered them, and the regions one may declare for."""

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q

from lapor.records.accounts.amendment import Amendment
from lapor.records.agencies.agency import Agency
from lapor.records.calendar.holiday import Holiday
from lapor.rules.access import Actor
from lapor.rules.administration import Subject, is_national, managed_tops, may_declare_holidays
from lapor.rules.agencies import GOVERNMENTS, AgencyKind
from lapor.rules.places import chain_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagedHoliday:
    """One day off; `region` is empty for the whole country, `by` for what was shipped."""

    id: int
    on: date
    name: str
    kind: str
    region: str
    by: str
    may_withdraw: bool


@dataclass(frozen=True, slots=True)
class OwnRegion:
    """A region whose government the actor manages."""

    code: str
    label: str


def managed_holidays(actor: Actor, year: int, *, today: date) -> tuple[ManagedHoliday, ...]:
    """The nation's days off and those that concern the actor's own regions: three statements."""
    own = own_regions(actor)
    national = is_national(actor)
    rows = Holiday.objects.filter(_concerning(own, national), is_active=True, on__year=year)
    rows = rows.select_related("region").order_by("on", "region_id")
    found = list(rows)
    authors = _authors([row.pk for row in found])
    return tuple(
        ManagedHoliday(
            id=row.pk,
            on=row.on,
            name=row.name,
            kind=row.kind,
            region=row.region.label if row.region else "",
            by=authors.get(str(row.pk), ""),
            may_withdraw=row.on > today and (national or _is_within(row.region_id, own)),
        )
        for row in found
    )


def own_regions(actor: Actor) -> tuple[OwnRegion, ...]:
    """The regions of the governments he manages; none for the national desk, which declares for all."""
    ids = [desk.agency_id for desk in managed_tops(actor)]
    rows = Agency.objects.filter(pk__in=ids, kind__in=GOVERNMENTS, parent=None).exclude(region=None)
    return tuple(
        OwnRegion(code or "", label)
        for code, label, path, kind in rows.values_list("region_id", "region__label", "path", "kind")
        if may_declare_holidays(actor, path=path, kind=AgencyKind(kind), is_top=True)
    )


def _concerning(own: tuple[OwnRegion, ...], national: bool) -> Q:
    if national:
        return Q()
    parts = [Q(region=None)]
    for region in own:
        parts += [Q(region__in=chain_of(region.code)), Q(region__code__startswith=f"{region.code}.")]
    return reduce(or_, parts)


def _is_within(code: str | None, own: tuple[OwnRegion, ...]) -> bool:
    return any(code == region.code or (code or "").startswith(f"{region.code}.") for region in own)


def _authors(ids: list[int]) -> dict[str, str]:
    keys = [str(id_) for id_ in ids]
    rows = Amendment.objects.filter(subject=Subject.HOLIDAY, subject_key__in=keys).exclude(account=None)
    return {key: name or "" for key, name in rows.order_by("id").values_list("subject_key", "account__name")}
