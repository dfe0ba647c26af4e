"""Takes back a day off that has not come yet."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from lapor.queries.calendar.calendars import forget_calendars
from lapor.records.calendar.holiday import Holiday
from lapor.rules.access import Actor
from lapor.rules.administration import Deed
from lapor.rules.refusals import NotFound, Refused
from lapor.steps._amend import amend, assign
from lapor.steps.calendar._holiday import may_declare


def withdraw_holiday(*, actor: Actor, holiday_id: int, now: datetime) -> None:
    """Raises NotFound where it is not the actor's to declare, Refused for a day that has come."""
    with transaction.atomic():
        row = Holiday.objects.select_for_update().filter(pk=holiday_id, is_active=True).first()
        if row is None or not may_declare(actor, row.region_id):
            raise NotFound(holiday_id)
        if row.on <= timezone.localdate(now):
            raise Refused("day_in_past")
        changes = assign(row, {"is_active": False, "is_shipped": False})
        amend(actor, Deed.DEACTIVATED, row, changes=changes, now=now)
        transaction.on_commit(forget_calendars)
