"""States that units taken from the typical structure really are the agency's own."""

from datetime import datetime

from django.db import transaction

from lapor.records.agencies.agency import Agency
from lapor.rules.access import Actor
from lapor.rules.administration import Deed, manages
from lapor.rules.refusals import NotFound, Refused
from lapor.steps._amend import amend_all
from lapor.steps.agencies._details import vouched


def confirm_agencies(*, actor: Actor, codes: tuple[str, ...], now: datetime) -> int:
    """Confirms those of `codes` that are not yet, and returns how many.

    Raises NotFound if one of them is not the actor's to manage: then none is confirmed.
    """
    wanted = set(codes)
    if not wanted:
        raise Refused("no_unit_chosen", "codes")
    with transaction.atomic():
        rows = list(Agency.objects.select_for_update().filter(code__in=wanted).order_by("id"))
        if len(rows) != len(wanted) or not all(manages(actor, row.path) for row in rows):
            raise NotFound(", ".join(sorted(wanted)))
        waiting = [row for row in rows if row.is_active and (row.is_generated or row.confirmed_at is None)]
        Agency.objects.filter(pk__in=[row.pk for row in waiting]).update(**vouched(now))
        amend_all(actor, Deed.CONFIRMED, waiting, now=now)
    return len(waiting)
