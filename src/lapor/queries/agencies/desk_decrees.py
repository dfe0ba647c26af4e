"""Decrees of an agency for its desk: all of them, one to be corrected, and the file of its scan."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from django.core.files.storage import default_storage

from lapor.queries.agencies.profile import Member
from lapor.records.agencies.agency import Agency
from lapor.records.agencies.decree import Decree
from lapor.rules.access import Actor
from lapor.rules.administration import manages
from lapor.rules.refusals import NotFound

_FORMATS = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}


@dataclass(frozen=True, slots=True)
class DecreeLine:
    """A decree with its team, in force or not on the day that was asked for."""

    id: int
    number: str
    dated_on: date
    valid_to: date | None
    is_in_force: bool
    has_file: bool
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """An open scan with the name and kind under which it is handed out."""

    file: BinaryIO
    name: str
    mime: str


@dataclass(frozen=True, slots=True)
class DecreeChoice:
    """A decree by which a role may be given; `agency` says whose, where it is not the agency's own."""

    id: int
    number: str
    dated_on: date
    agency: str


def decrees_of(agency_id: int, *, today: date) -> tuple[DecreeLine, ...]:
    """All of them, the youngest first; two statements."""
    rows = Decree.objects.filter(agency=agency_id).prefetch_related("members")
    return tuple(_line(row, today) for row in rows.order_by("-dated_on", "-id"))


def managed_decree(actor: Actor, code: str, decree_id: int, *, today: date) -> DecreeLine:
    """Raises NotFound unless it is a decree of this agency, and the agency is the actor's to manage."""
    row = Decree.objects.select_related("agency").filter(pk=decree_id, agency__code=code).first()
    if row is None or not manages(actor, row.agency.path):
        raise NotFound(decree_id)
    return _line(row, today)


def decree_choices(agency_ids: Iterable[int]) -> tuple[DecreeChoice, ...]:
    """The decrees of these agencies, the youngest first."""
    rows = Decree.objects.filter(agency__in=set(agency_ids)).select_related("agency")
    return tuple(
        DecreeChoice(row.pk, row.number, row.dated_on, row.agency.name)
        for row in rows.order_by("-dated_on", "-id")
    )


def decree_scan(actor: Actor, decree_id: int) -> Scan:
    """The scan, for officers of the tree it belongs to and for whoever manages it. Raises NotFound."""
    rows = Decree.objects.select_related("agency__root").exclude(file="")
    row = rows.filter(pk=decree_id).first()
    if row is None or not _may_read(actor, row.agency):
        raise NotFound(decree_id)
    name = row.file.name or ""
    extension = name.rpartition(".")[2]
    try:
        file: BinaryIO = default_storage.open(name, "rb")  # type: ignore[assignment]
    except OSError as error:
        raise NotFound(decree_id) from error
    return Scan(file, f"SK {row.number}.{extension}", _FORMATS.get(extension, "application/octet-stream"))


def _may_read(actor: Actor, agency: Agency) -> bool:
    """A decree names colleagues: whoever works in the same tree may read it, and whoever coordinates it."""
    top = agency.root or agency
    colleagues = (top.pk, top.coordinated_by_id)
    return manages(actor, agency.path) or any(desk.root_id in colleagues for desk in actor.desks)


def _line(row: Decree, today: date) -> DecreeLine:
    return DecreeLine(
        id=row.pk,
        number=row.number,
        dated_on=row.dated_on,
        valid_to=row.valid_to,
        is_in_force=row.dated_on <= today and (row.valid_to is None or row.valid_to >= today),
        has_file=bool(row.file),
        members=tuple(Member(member.name, member.position, member.role) for member in row.members.all()),
    )
