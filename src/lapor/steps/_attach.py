"""Gives stored files to a report and the event they came with."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.event import Event
from lapor.records.reports.proposal import of_draft
from lapor.rules.answering import RETURNED
from lapor.rules.kinds import Audience, ProposalState
from lapor.rules.refusals import Refused

MAX_FILES = 5


@dataclass(frozen=True, slots=True)
class Files:
    """The keys of stored files that come with an event, and who may see them."""

    keys: tuple[UUID, ...] = ()
    audience: Audience = Audience.PUBLIC


NO_FILES = Files()


def hashes_of(files: Files, report_id: int | None) -> dict[str, list[str]]:
    """What the event says of its files: the hash of each. `attach` refuses what is gone."""
    return {"files": sorted(_unused(files, report_id).values_list("sha256", flat=True))} if files.keys else {}


def attach(event: Event, files: Files) -> None:
    """Gives the stored, still unused files to the event.

    Raises Refused when one of them is gone, so that nobody believes a file was sent that was not.
    """
    wanted = set(files.keys)
    if not wanted:
        return
    if len(wanted) > MAX_FILES:
        raise Refused("too_many_files", "attachments")
    found = _unused(files, event.report_id).update(
        report_id=event.report_id, event=event, audience=files.audience, draft=None
    )
    if found != len(wanted):
        raise Refused("file_gone", "attachments")


def _unused(files: Files, report_id: int | None) -> QuerySet[Attachment]:
    """Those of a draft that was approved or given back go along with what is sent now."""
    unused = Q(report=None) | Q(of_draft(ProposalState.APPROVED, *RETURNED), report_id=report_id)
    return Attachment.objects.filter(unused, key__in=files.keys, is_stored=True)
