"""Adds a body that heads a tree of its own: a new ministry, state company, province, regency or city."""

import re
from datetime import datetime

from django.db import connection, transaction

from lapor.records.agencies.agency import Agency
from lapor.records.places.region import Region
from lapor.rules.access import Actor
from lapor.rules.administration import TOP_KINDS, Deed, is_national
from lapor.rules.agencies import COORDINATORS, AgencyKind
from lapor.rules.refusals import Forbidden, Refused
from lapor.steps._amend import amend
from lapor.steps.agencies._details import AgencyDetails, fields_of, vouched

_STEM = "T"
# Two who add at once wait for each other: the running number is theirs in turn.
_LOCK = 0x1A903


def add_top_agency(
    *,
    actor: Actor,
    kind: AgencyKind,
    details: AgencyDetails,
    coordinator_code: str,
    region_code: str = "",
    now: datetime,
) -> str:
    """Stores the body and returns its code. `coordinator_code` names who decides its disputes.

    Raises Forbidden for everybody but the national desk, and Refused: a kind that heads no tree, a name that
    is there already, a coordinator or a place that isn't.
    """
    if not is_national(actor):
        raise Forbidden("only the national desk adds the top of a tree")
    if kind not in TOP_KINDS:
        raise Refused("kind_not_below", "kind")
    fields = fields_of(details)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        if Agency.objects.filter(parent=None, name__iexact=fields["name"], is_active=True).exists():
            raise Refused("agency_name_taken", "name")
        coordinator = _coordinator(coordinator_code)
        agency = Agency.objects.create(
            code=_next_code(),
            kind=kind,
            coordinated_by=coordinator,
            region=_region(region_code),
            **fields,
            **vouched(now),
        )
        agency.path, agency.root = f"/{agency.pk}/", agency
        agency.save(update_fields=["path", "root"])
        changes = {"name": ["", agency.name], "coordinated_by": ["", coordinator.name]}
        amend(actor, Deed.ADDED, agency, agency_id=agency.pk, changes=changes, now=now)
    return agency.code


def _coordinator(code: str) -> Agency:
    found = Agency.objects.filter(code=code, kind__in=COORDINATORS, is_active=True).first()
    if found is None:
        raise Refused("coordinator_unknown", "coordinator")
    return found


def _region(code: str) -> Region | None:
    if not code:
        return None
    region = Region.objects.filter(code=code, is_active=True).first()
    if region is None:
        raise Refused("place_unknown", "region")
    return region


def _next_code() -> str:
    codes = Agency.objects.filter(code__startswith=_STEM).values_list("code", flat=True)
    numbers = [int(found[1]) for code in codes if (found := re.fullmatch(rf"{_STEM}(\d+)", code))]
    return f"{_STEM}{max(numbers, default=0) + 1}"
