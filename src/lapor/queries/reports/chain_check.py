"""Verifies that nobody changed, removed or slipped in an event behind the program's back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from django.db.models import F, OuterRef, Q, Subquery

from lapor.records.reports.event import Event
from lapor.records.reports.report import Report
from lapor.rules.chain import event_hash

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


@dataclass(frozen=True, slots=True)
class BrokenChain:
    """The first fault of one report; `number` is the event where it shows, 0 for the report itself."""

    code: str
    number: int
    fault: Fault


def broken_chains(progress: Progress = lambda events: None) -> Iterator[BrokenChain]:
    """Recomputes the hash of every event of every report, streaming; yields the reports that don't hold."""
    yield from _without_events()
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


def _without_events() -> Iterator[BrokenChain]:
    rows = Report.objects.scoped("verify all chains").filter(events=None).values_list("code", flat=True)
    for code in rows.iterator(chunk_size=_BATCH):
        yield BrokenChain(code, 0, Fault.NO_EVENTS)


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
