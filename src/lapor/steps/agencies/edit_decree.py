"""Corrects a recorded decree: its dates, its team, its scan."""

from datetime import datetime

from django.db import transaction

from lapor.records.agencies.decree import Decree
from lapor.rules.access import Actor
from lapor.rules.administration import Deed
from lapor.rules.refusals import NotFound
from lapor.steps._amend import amend, assign
from lapor.steps.agencies._decree import DecreeDetails, fields_of, members_of, write_members, written
from lapor.steps.agencies._open import open_agency
from lapor.steps.attachments._files import erase


def edit_decree(*, actor: Actor, code: str, decree_id: int, details: DecreeDetails, now: datetime) -> None:
    """Stores what is different. Raises NotFound, and Refused at a field."""
    with written(details.file) as name, open_agency(actor, code) as agency:
        decree = Decree.objects.select_for_update().filter(pk=decree_id, agency=agency).first()
        if decree is None:
            raise NotFound(decree_id)
        replaced = decree.file.name or ""
        changes = assign(decree, fields_of(details, agency.pk, decree.pk, now))
        before = members_of(decree)
        after = write_members(decree, details.members)
        if before != after:
            changes["members"] = [before, after]
        if name:
            decree.file.name = name
            decree.save(update_fields=["file"])
            changes["file"] = ["", ""]
            # Only once the new name is safely stored: a decree is never left without the scan it had.
            transaction.on_commit(lambda: erase(replaced) and None)
        if changes:
            amend(actor, Deed.EDITED, decree, agency_id=agency.pk, changes=changes, now=now)
