"""Gives stored files to a report and the event they came with."""

from collections.abc import Iterable
from uuid import UUID

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.event import Event
from lapor.rules.kinds import Audience
from lapor.rules.refusals import Refused

MAX_FILES = 5


def attach(event: Event, keys: Iterable[UUID], audience: Audience) -> int:
    """Attaches the stored, still unused files `keys` to the event; returns how many.

    Raises Refused when one of them is gone, so that nobody believes a file was sent that was not.
    """
    wanted = set(keys)
    if not wanted:
        return 0
    if len(wanted) > MAX_FILES:
        raise Refused("too_many_files", "attachments")
    found = Attachment.objects.filter(key__in=wanted, is_stored=True, report=None).update(
        report_id=event.report_id, event=event, audience=audience, draft=None
    )
    if found != len(wanted):
        raise Refused("file_gone", "attachments")
    return found
