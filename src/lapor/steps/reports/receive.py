"""Receives a report: stored, numbered, receipted, in one transaction, exactly once."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from lapor.queries.reports.access_code import access_code_for, access_hash
from lapor.queries.reports.first_reader import desk_of_choice
from lapor.records.agencies.agency import Agency
from lapor.records.catalogue.category import Category
from lapor.records.places.region import Region
from lapor.records.reports.draft import Draft
from lapor.records.reports.identity import ReporterIdentity
from lapor.records.reports.report import Report
from lapor.rules.access import RECEIVING_ROLES, Actor, ActorKind, Desk, Relation
from lapor.rules.agencies import NATIONAL_DESK_CODE, AgencyKind
from lapor.rules.kinds import OFFICER_DOORS, Audience, Door, Kind
from lapor.rules.lifecycle import Move, State
from lapor.rules.refusals import Forbidden, Refused
from lapor.rules.text import clean_text, short_title
from lapor.rules.tracking_code import new_tracking_code
from lapor.steps._attach import Files
from lapor.steps._open import Opened
from lapor.steps._outbox import ToReporter
from lapor.steps._record import record_receipt

MIN_TEXT, MAX_TEXT = 10, 8000
_CODE_TRIES = 5


@dataclass(frozen=True, slots=True)
class Contact:
    """Who reports and how to reach him; every field may be empty."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDetails:
    """What was told. `idempotency_key` makes sending twice the same as sending once."""

    idempotency_key: UUID
    text: str
    kind: Kind = Kind.COMPLAINT
    door: Door = Door.WEB
    title: str = ""
    happened_on: date | None = None
    happened_text: str = ""
    place_text: str = ""
    region_code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    agency_id: int | None = None
    category_code: str = ""
    is_anonymous: bool = False
    is_secret: bool = False
    contact: Contact = Contact()
    attachment_keys: tuple[UUID, ...] = ()
    language: str = "id"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the reporter gets at once. `is_new` is False when the same sending had arrived before."""

    code: str
    access_code: str
    is_new: bool


def receive_report(*, actor: Actor, details: ReportDetails, now: datetime) -> Receipt:
    """Stores the report and returns its receipt. Raises Refused for what the person can mend.

    An officer receives on somebody's behalf; then `details.door` says how it came to him.
    """
    if (details.door in OFFICER_DOORS) != (actor.kind is ActorKind.OFFICER):
        raise Forbidden(Move.RECEIVE)
    if actor.kind is ActorKind.OFFICER and _desk(actor) is None:
        raise Forbidden(Move.RECEIVE)
    text = clean_text(details.text)
    if not MIN_TEXT <= len(text) <= MAX_TEXT:
        raise Refused("text_too_short" if len(text) < MIN_TEXT else "text_too_long", "text")
    for _ in range(_CODE_TRIES):
        try:
            with transaction.atomic():
                report = _insert(actor, details, text, now)
            return Receipt(report.code, access_code_for(details.idempotency_key), True)
        except IntegrityError:
            # Sent before, or the drawn number is taken: asked only now, because it is rare.
            if (again := _sent_before(details.idempotency_key)) is not None:
                return again
    raise RuntimeError("no free tracking number found")


def _sent_before(key: UUID) -> Receipt | None:
    code = (
        Report.objects.scoped("was this sending received before")
        .filter(idempotency_key=key)
        .values_list("code", flat=True)
        .first()
    )
    return Receipt(code, access_code_for(key), False) if code else None


def _insert(actor: Actor, details: ReportDetails, text: str, now: datetime) -> Report:
    chosen = _chosen(details.agency_id)
    desk = desk_of_choice(chosen, timezone.localdate(now)) if chosen else None
    holder = desk or Agency.objects.get(code=NATIONAL_DESK_CODE)
    code = new_tracking_code(secrets.randbelow)
    access_code = access_code_for(details.idempotency_key)
    report = Report(
        code=code,
        access_hash=access_hash(code, access_code),
        idempotency_key=details.idempotency_key,
        kind=details.kind,
        door=details.door,
        title=clean_text(details.title)[:160] or short_title(text),
        text=text,
        happened_on=details.happened_on,
        happened_text=details.happened_text[:80],
        place_text=clean_text(details.place_text)[:200],
        region=_region(details.region_code),
        latitude=details.latitude,
        longitude=details.longitude,
        category=_category(details.category_code),
        is_anonymous=details.is_anonymous,
        is_secret=details.is_secret,
        is_supervisory=_accuses(chosen, details.kind),
        state=State.RECEIVED,
        held_by=holder,
        holder_root_id=holder.root_id or holder.pk,
        held_since=now,
        received_at=now,
        last_event_at=now,
    )
    opened = Opened(report, actor, frozenset({Relation.REPORTER}), _desk(actor))
    files = Files(details.attachment_keys, Audience.REPORTER)
    record_receipt(opened, now=now, reporter=_to_tell(actor, details), files=files)
    _seal_identity(report, actor, details)
    Draft.objects.filter(key=details.idempotency_key).delete()
    return report


def _desk(actor: Actor) -> Desk | None:
    return next((desk for desk in actor.desks if desk.role in RECEIVING_ROLES), None)


def _chosen(agency_id: int | None) -> Agency | None:
    if agency_id is None:
        return None
    chosen = Agency.objects.select_related("root").filter(pk=agency_id, is_active=True).first()
    if chosen is None:
        raise Refused("agency_unknown", "agency")
    return chosen


def _accuses(chosen: Agency | None, kind: Kind) -> bool:
    """Whoever complains to an inspectorate is shielded from the start; its desk may judge otherwise."""
    return chosen is not None and chosen.kind == AgencyKind.INSPECTORATE and kind is Kind.COMPLAINT


def _region(code: str) -> Region | None:
    if not code:
        return None
    region = Region.objects.filter(code=code).first()
    if region is None:
        raise Refused("place_unknown", "place")
    return region


def _category(code: str) -> Category | None:
    if not code:
        return None
    category = Category.objects.filter(code=code, is_active=True).first()
    if category is None:
        raise Refused("category_unknown", "category")
    return category


def _to_tell(actor: Actor, details: ReportDetails) -> ToReporter:
    account_id = None if actor.kind is ActorKind.OFFICER else actor.account_id
    return ToReporter(account_id, details.contact.email)


def _seal_identity(report: Report, actor: Actor, details: ReportDetails) -> None:
    contact, is_officer = details.contact, actor.kind is ActorKind.OFFICER
    ReporterIdentity.objects.create(
        report=report,
        account_id=None if is_officer else actor.account_id,
        told_to_id=actor.account_id if is_officer else None,
        name=contact.name[:120],
        email=contact.email,
        phone=contact.phone,
        address=contact.address[:200],
        language=details.language,
    )
