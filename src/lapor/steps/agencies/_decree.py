"""What a decree says, made fit to store, and the file of its scan."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any, BinaryIO
from uuid import uuid4

from django.utils import timezone

from lapor.records.agencies.decree import Decree
from lapor.records.agencies.team_member import TeamMember
from lapor.rules.file_types import JPG, MAX_BYTES, PDF, PNG, size_of, sniff
from lapor.rules.refusals import Refused
from lapor.rules.text import clean_text
from lapor.steps.attachments._files import NotWritten, erase, write
from lapor.steps.attachments._photograph import draw_anew

_ACCEPTED = (PDF, JPG, PNG)
_LONGEST_NUMBER, _LONGEST_LINE, _MOST_MEMBERS = 120, 150, 60


@dataclass(frozen=True, slots=True)
class MemberDetails:
    """An officer as the decree names him; `role` is his task in the decree's own words."""

    name: str
    position: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecreeDetails:
    """The decree (SK) of an agency's team. Without `file` the scan that is there stays."""

    number: str
    dated_on: date
    valid_to: date | None = None
    members: tuple[MemberDetails, ...] = ()
    file: BinaryIO | None = None


def fields_of(details: DecreeDetails, agency_id: int, decree_id: int | None, now: datetime) -> dict[str, Any]:
    """The columns to store. Raises Refused at the field that can't be."""
    number = " ".join(clean_text(details.number).split())
    if not number:
        raise Refused("decree_number_missing", "number")
    if len(number) > _LONGEST_NUMBER:
        raise Refused("line_too_long", "number")
    if details.dated_on > timezone.localdate(now):
        raise Refused("decree_in_future", "dated_on")
    if details.valid_to is not None and details.valid_to < details.dated_on:
        raise Refused("ends_before_start", "valid_to")
    same = Decree.objects.filter(agency=agency_id, number=number).values_list("pk", flat=True).first()
    if same is not None and same != decree_id:
        raise Refused("decree_number_taken", "number")
    return {"number": number, "dated_on": details.dated_on, "valid_to": details.valid_to}


def members_of(decree: Decree) -> list[str]:
    """The team as the log keeps it, a line for each officer."""
    return [_told(row) for row in TeamMember.objects.filter(decree=decree)]


def write_members(decree: Decree, members: tuple[MemberDetails, ...]) -> list[str]:
    """Replaces the team by the named officers in their order; returns it as the log keeps it."""
    if len(members) > _MOST_MEMBERS:
        raise Refused("too_many_members", "members")
    rows = [_member(decree, order, member) for order, member in enumerate(members)]
    TeamMember.objects.filter(decree=decree).delete()
    TeamMember.objects.bulk_create(rows)
    return [_told(row) for row in rows]


def _told(row: TeamMember) -> str:
    return " · ".join(filter(None, (row.name, row.position, row.role)))


def _member(decree: Decree, order: int, member: MemberDetails) -> TeamMember:
    lines = [" ".join(clean_text(text).split()) for text in (member.name, member.position, member.role)]
    if not lines[0]:
        raise Refused("member_name_missing", "members")
    if any(len(line) > _LONGEST_LINE for line in lines):
        raise Refused("line_too_long", "members")
    return TeamMember(decree=decree, order=order, name=lines[0], position=lines[1], role=lines[2])


@contextmanager
def written(file: BinaryIO | None) -> Iterator[str]:
    """Yields the name under which the scan is stored, empty without one; erased again if the step fails.

    Raises Refused at "file": empty, too large, none of PDF, JPEG and PNG, damaged, or not kept.
    """
    if file is None:
        yield ""
        return
    content, extension = _judged(file)
    name = f"decrees/{uuid4()}.{extension}"
    try:
        write(name, content)
    except NotWritten as error:
        raise Refused("file_not_kept", "file") from error
    try:
        yield name
    except BaseException:
        erase(name)
        raise


def _judged(file: BinaryIO) -> tuple[BinaryIO, str]:
    size = size_of(file)
    if size == 0 or size > MAX_BYTES:
        raise Refused("file_too_large" if size else "file_empty", "file")
    kind = sniff(file)
    if kind not in _ACCEPTED:
        raise Refused("decree_file_type", "file")
    if kind is PDF:
        return file, PDF.extension
    try:
        photo = draw_anew(file, kind)
    except Refused as refused:
        raise Refused(refused.reason, "file") from refused
    return BytesIO(photo.content), photo.type.extension
