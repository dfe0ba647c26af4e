"""Agencies a report may be handed to, each with whether somebody works there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from lapor.queries.agencies.agency_line import AgencyLine
from lapor.queries.agencies.find_agencies import find_agencies
from lapor.queries.agencies.tree import agencies_by_id
from lapor.records.accounts.membership import Membership


@dataclass(frozen=True, slots=True)
class Destination:
    """An agency as a choice; `officers` counts who is active there today."""

    id: int
    name: str
    government: str
    officers: int
    is_generated: bool


def find_destinations(
    text: str, *, near: str | None = None, below: int | None = None, today: date, limit: int = 8
) -> tuple[Destination, ...]:
    """The best agencies for what was typed: those of the region `near` first, or only those `below`."""
    found = find_agencies(
        text, near=near, below=below, with_coordinated=True, with_unlisted=True, limit=limit
    )
    return _with_officers(found, today)


def destinations_by_id(ids: Iterable[int], *, today: date) -> tuple[Destination, ...]:
    """These agencies in the order given; unknown ones are left out."""
    wanted = tuple(dict.fromkeys(ids))
    found = agencies_by_id(wanted) if wanted else {}
    return _with_officers(tuple(found[key] for key in wanted if key in found), today)


def _with_officers(lines: tuple[AgencyLine, ...], today: date) -> tuple[Destination, ...]:
    if not lines:
        return ()
    active = Membership.objects.at_work(today).filter(agency_id__in=[line.id for line in lines])
    counts = dict(
        active.values_list("agency_id").annotate(officers=Count("account_id", distinct=True)).order_by()
    )
    return tuple(
        Destination(line.id, line.name, line.government, counts.get(line.id, 0), line.is_generated)
        for line in lines
    )
