"""Writes the outbox rows of a move, in the move's own transaction."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils import timezone

from lapor.queries.reports.facts import situation_of
from lapor.records.accounts.membership import Membership, handling
from lapor.records.messages.notice import Notice
from lapor.records.reports.event import Event
from lapor.records.reports.identity import ReporterIdentity
from lapor.records.reports.report import Report
from lapor.rules.access import Role
from lapor.rules.conditions import hindrance
from lapor.rules.deadlines import due_on
from lapor.rules.lifecycle import Move, State
from lapor.rules.notices import NoticeChannel, NoticeState, Recipient, Telling, tellings
from lapor.steps._clocks import finish_ends_at

# Who works on what an agency holds.
_WORKERS = (Role.NATIONAL_DESK, Role.AGENCY_DESK, Role.LIAISON, Role.INSPECTORATE, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class ToReporter:
    """Whether and where the reporter wants to be told."""

    account_id: int | None
    email: str


def tell(
    event: Event, report: Report, move: Move, *, now: datetime, reporter: ToReporter | None = None
) -> None:
    """One row per person and channel; the same event never reaches anybody twice through one channel.

    Whoever was told something narrower about it before, as the author of a draft, keeps that.
    A reporter with an account who left an address has two channels for one notice: the letter tells him that
    there is news, and his page keeps it. Officers are told on their page only.
    `reporter` saves looking it up where the caller knows it.
    """
    rows: list[Notice] = []
    told = {telling.recipient: telling for telling in tellings(move)}
    if to_reporter := told.pop(Recipient.REPORTER, None):
        rows += _to_reporter(event, report, to_reporter, reporter or reporter_of(report), now)
    if told:
        rows += _to_officers(event, report, told, now)
    Notice.objects.bulk_create(rows, ignore_conflicts=True)


def tell_accounts(
    event: Event, report: Report, telling: Telling, accounts: Iterable[int], *, now: datetime
) -> None:
    """Tells these officers, on their pages, what concerns them about the event; never who did it himself."""
    told = set(accounts) - {event.account_id}
    rows = [_notice(event, report, telling, NoticeChannel.PAGE, account_id, now) for account_id in told]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)


def reporter_of(report: Report) -> ToReporter:
    """Where the reporter wants to be told, from the sealed table."""
    found = (
        ReporterIdentity.objects.scoped("whether and where the reporter wants to be told")
        .filter(report=report)
        .values_list("account_id", "email")
        .first()
    )
    return ToReporter(*found) if found else ToReporter(None, "")


def _to_reporter(
    event: Event, report: Report, telling: Telling, reporter: ToReporter, now: datetime
) -> Iterator[Notice]:
    if reporter.email:
        yield _notice(event, report, telling, NoticeChannel.EMAIL, None, now)
    if reporter.account_id:
        yield _notice(event, report, telling, NoticeChannel.PAGE, reporter.account_id, now)


def _to_officers(
    event: Event, report: Report, told: dict[Recipient, Telling], now: datetime
) -> Iterator[Notice]:
    """All of them in one statement; whoever holds the report isn't told of his copy."""
    wanted, holders = _wanted(event, report, told), told.keys() - {Recipient.COPIED}
    members = (
        Membership.objects.at_work(timezone.localdate(now))
        .filter(wanted)
        .values_list("account_id", "agency_id")
        .distinct()
    )
    held = {account_id for account_id, agency_id in members if agency_id == report.held_by_id}
    for account_id in dict.fromkeys(account_id for account_id, _agency in members):
        if account_id == event.account_id:  # nobody is told what he has just done himself
            continue
        recipient = next(iter(holders)) if account_id in held else Recipient.COPIED
        yield _notice(event, report, told[recipient], NoticeChannel.PAGE, account_id, now)


def _wanted(event: Event, report: Report, told: dict[Recipient, Telling]) -> Q:
    """Whose desks these are: the holder's, and those that an event gives a copy."""
    wanted = Q(agency_id=report.held_by_id)
    if Recipient.COPIED in told and not report.is_supervisory:
        wanted |= Q(agency_id__in=event.details.get("copied", ()))
    return wanted & Q(role__in=_WORKERS) & handling(is_supervisory=report.is_supervisory)


def _notice(
    event: Event,
    report: Report,
    telling: Telling,
    channel: NoticeChannel,
    account_id: int | None,
    now: datetime,
) -> Notice:
    return new_notice(
        report,
        event=event,
        telling=telling,
        channel=channel,
        account_id=account_id,
        once=f"event:{event.pk}:{account_id or ''}:{channel}",
        now=now,
    )


def new_notice(
    report: Report,
    *,
    event: Event | None,
    telling: Telling,
    channel: NoticeChannel,
    account_id: int | None,
    once: str,
    now: datetime,
) -> Notice:
    """The row of one notice, with who holds the report and until when as it is told now.

    On a page it has arrived as soon as it is there; everything else waits for the worker.
    """
    is_page = channel is NoticeChannel.PAGE
    return Notice(
        report=report,
        event=event,
        recipient=telling.recipient,
        account_id=account_id,
        channel=channel,
        template=telling.template,
        context={
            "holder": report.held_by.name,
            "due_on": _last_day(report, telling, now),
        },
        once=once,
        state=NoticeState.SENT if is_page else NoticeState.PENDING,
        sent_at=now if is_page else None,
        send_after=now,
        created_at=now,
    )


def _last_day(report: Report, telling: Telling, now: datetime) -> str:
    """Of the clock that runs; after the end, of what the reporter may still say against it, if he may."""
    if end := finish_ends_at(report) if telling.of_finish else report.due_at:
        return due_on(end, ZoneInfo(report.held_by.time_zone)).isoformat()
    against = Move.CONTEST if report.state == State.CLOSED else Move.OBJECT
    facts = situation_of(report, now=now)
    if against not in facts.last_days or hindrance(against, facts):
        return ""
    return facts.last_days[against].isoformat()
