"""Gives stored files to a report and the event they came with."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.event import Event
from lapor.records.reports.proposal import of_draft
from lapor.rules.answering import RETURNED
from lapor.rules.kinds import Audience, ProposalState
from lapor.rules.refusals import Refused

MAX_FILES = 5


def attach(event: Event, keys: Iterable[UUID], audience: Audience) -> int:
    """Attaches the stored, still unused files `keys` to the event; returns how many.

    Those of a draft that was approved or given back go along with what is sent now.
    Raises Refused when one of them is gone, so that nobody believes a file was sent that was not.
    """
    wanted = set(keys)
    if not wanted:
        return 0
    if len(wanted) > MAX_FILES:
        raise Refused("too_many_files", "attachments")
    unused = Q(report=None) | Q(of_draft(ProposalState.APPROVED, *RETURNED), report_id=event.report_id)
    found = Attachment.objects.filter(unused, key__in=wanted, is_stored=True).update(
        report_id=event.report_id, event=event, audience=audience, draft=None
    )
    if found != len(wanted):
        raise Refused("file_gone", "attachments")
    return found
