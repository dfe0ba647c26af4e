"""Adds a unit below an agency."""

import re
from datetime import datetime

from lapor.records.agencies.agency import Agency
from lapor.rules.access import Actor
from lapor.rules.administration import KINDS_BELOW, Deed
from lapor.rules.agencies import AgencyKind
from lapor.rules.refusals import Refused
from lapor.steps._amend import amend
from lapor.steps.agencies._details import LONGEST_PATH, AgencyDetails, fields_of, vouched
from lapor.steps.agencies._open import open_agency


def add_unit(
    *, actor: Actor, parent_code: str, kind: AgencyKind, details: AgencyDetails, now: datetime
) -> str:
    """Stores the unit and returns its code.

    Raises NotFound for the parent, and Refused: a kind that can't hang there, a name that is there already.
    """
    fields = fields_of(details)
    with open_agency(actor, parent_code, whole_tree=True) as parent:
        if not parent.is_active:
            raise Refused("parent_inactive", "name")
        if kind not in KINDS_BELOW.get(AgencyKind(parent.kind), ()):
            raise Refused("kind_not_below", "kind")
        if Agency.objects.filter(parent=parent, name__iexact=fields["name"], is_active=True).exists():
            raise Refused("agency_name_taken", "name")
        unit = Agency.objects.create(
            code=_next_code(parent),
            kind=kind,
            parent=parent,
            root_id=parent.root_id,
            region_id=parent.region_id,
            **fields,
            **vouched(now),
        )
        unit.path = f"{parent.path}{unit.pk}/"
        if len(unit.path) > LONGEST_PATH:
            raise Refused("too_deep", "name")
        unit.save(update_fields=["path"])
        changes = {"name": ["", unit.name], "parent": ["", parent.name]}
        amend(actor, Deed.ADDED, unit, agency_id=unit.pk, changes=changes, now=now)
    return unit.code


def _next_code(parent: Agency) -> str:
    """The tree's code with a running number: it stays true when the unit is moved or renamed."""
    top = Agency.objects.get(pk=parent.root_id or parent.pk)
    stem = f"{top.code}-u"
    codes = Agency.objects.filter(code__startswith=stem).values_list("code", flat=True)
    numbers = [int(found[1]) for code in codes if (found := re.fullmatch(rf"{re.escape(stem)}(\d+)", code))]
    return f"{stem}{max(numbers, default=0) + 1}"
