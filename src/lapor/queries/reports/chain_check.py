"""Verifies that nobody changed what was told, a file, or an event behind the program's back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from django.db.models import F, OuterRef, Q, Subquery

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.event import Event
from lapor.records.reports.report import TOLD, Report
from lapor.rules.chain import event_hash, told_hash

_BATCH = 2000
#: Told how many events have been verified so far.
Progress = Callable[[int], None]


class Fault(StrEnum):
    """What is wrong with a report's history."""

    NO_EVENTS = "no_events"
    NUMBER_MISSING = "number_missing"
    CONTENT_CHANGED = "content_changed"
    LINK_BROKEN = "link_broken"
    HEAD_DIFFERS = "head_differs"
    STATE_DIFFERS = "state_differs"
    TOLD_CHANGED = "told_changed"
    FILE_CHANGED = "file_changed"


@dataclass(frozen=True, slots=True)
class BrokenChain:
    """The first fault of one report; `number` is the event where it shows, 0 for the report itself."""

    code: str
    number: int
    fault: Fault


def broken_chains(progress: Progress = lambda events: None) -> Iterator[BrokenChain]:
    """Recomputes the hash of every event of every report, and of what was told; yields what doesn't hold.

    Streaming; events from before such hashes were kept say nothing about what was told or came with them.
    """
    yield from _without_events()
    yield from _told_otherwise()
    yield from _other_files()
    events = (
        Event.objects.select_related("report")
        .only(*_EVENT_FIELDS, "report__code", "report__state", "report__event_count", "report__last_hash")
        .order_by("report_id", "number")
        .iterator(chunk_size=_BATCH)
    )
    seen = 0
    for _report_id, chain in groupby(events, key=lambda event: event.report_id):
        history = list(chain)
        if found := _fault(history):
            yield found
        if (seen + len(history)) // _BATCH > seen // _BATCH:
            progress(seen + len(history))
        seen += len(history)
    progress(seen)


def broken_heads() -> tuple[BrokenChain, ...]:
    """Reports whose head is not their last event: a quick look, one statement, no hash is recomputed."""
    last = Event.objects.filter(report_id=OuterRef("pk")).order_by("-number")
    rows = (
        Report.objects.scoped("verify the heads of all chains")
        .annotate(
            last_number=Subquery(last.values("number")[:1]), last_event_hash=Subquery(last.values("hash")[:1])
        )
        .filter(Q(last_number=None) | ~Q(last_number=F("event_count")) | ~Q(last_event_hash=F("last_hash")))
        .values_list("code", "last_number")
    )
    return tuple(
        BrokenChain(code, number or 0, Fault.HEAD_DIFFERS if number else Fault.NO_EVENTS)
        for code, number in rows.iterator(chunk_size=_BATCH)
    )


_EVENT_FIELDS = (
    "report_id",
    "number",
    "move",
    "from_state",
    "to_state",
    "at",
    "actor_kind",
    "account_id",
    "agency_id",
    "to_agency_id",
    "audience",
    "note",
    "internal_note",
    "details",
    "previous_hash",
    "hash",
)


_TOLD_FIELDS = tuple(f"report__{name.removesuffix('_id')}" for name in TOLD)


def _without_events() -> Iterator[BrokenChain]:
    rows = Report.objects.scoped("verify all chains").filter(events=None).values_list("code", flat=True)
    for code in rows.iterator(chunk_size=_BATCH):
        yield BrokenChain(code, 0, Fault.NO_EVENTS)


def _told_otherwise() -> Iterator[BrokenChain]:
    receipts = (
        Event.objects.filter(number=1, details__has_key="told")
        .select_related("report")
        .only("report", "number", "details", "report__code", *_TOLD_FIELDS)
        .order_by("report_id")
    )
    for event in receipts.iterator(chunk_size=_BATCH):
        if told_hash(event.report.told()) != event.details["told"]:
            yield BrokenChain(event.report.code, event.number, Fault.TOLD_CHANGED)


def _other_files() -> Iterator[BrokenChain]:
    """A file may have moved on from the event of its draft; wherever it is, that event knows its hash."""
    files = Attachment.objects.filter(event__details__has_key="files").order_by("report_id", "event_id")
    rows = files.values_list("report__code", "event__number", "event__details__files", "sha256")
    for code, number, known, found in rows.iterator(chunk_size=_BATCH):
        if found not in known:
            yield BrokenChain(code, number, Fault.FILE_CHANGED)


def _fault(history: list[Event]) -> BrokenChain | None:
    report, before = history[0].report, ""
    for number, event in enumerate(history, start=1):
        if event.number != number:
            return BrokenChain(report.code, number, Fault.NUMBER_MISSING)
        if event.previous_hash != before:
            return BrokenChain(report.code, number, Fault.LINK_BROKEN)
        if event_hash(event.content(report.code), before) != event.hash:
            return BrokenChain(report.code, number, Fault.CONTENT_CHANGED)
        before = event.hash
    last = history[-1]
    if (report.event_count, report.last_hash) != (last.number, last.hash):
        return BrokenChain(report.code, last.number, Fault.HEAD_DIFFERS)
    if report.state != last.to_state:
        return BrokenChain(report.code, last.number, Fault.STATE_DIFFERS)
    return None
