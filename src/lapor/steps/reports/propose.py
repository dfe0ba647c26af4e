"""An officer hands a follow-up, a settlement or an extension to whoever has to approve it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from lapor.queries.reports.deciders import deciders
from lapor.records.reports.proposal import Proposal
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.answering import is_evidenced
from lapor.rules.conditions import Hindrance, MoveHindered
from lapor.rules.kinds import Audience, ProposalKind
from lapor.rules.lifecycle import Move, State
from lapor.rules.notices import DRAFT_WAITS, EXTENSION_WAITS
from lapor.rules.refusals import Refused
from lapor.steps._attach import Files
from lapor.steps._clocks import finish_ends_at, may_extend_by
from lapor.steps._open import Opened, open_report
from lapor.steps._outbox import tell_accounts
from lapor.steps._record import Said, record
from lapor.steps._words import limited, required


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is to be approved. `days` is for an extension, in days of the finish clock's unit."""

    kind: ProposalKind
    text: str
    audience: Audience = Audience.PUBLIC
    attachment_keys: tuple[UUID, ...] = ()
    no_evidence_reason: str = ""
    days: int | None = None


def propose(*, actor: Actor, code: str, details: Draft, now: datetime) -> None:
    """Keeps the draft for approval; officers see it, nobody else. Whoever may decide is told.

    One answer and one extension wait per report. Raises Refused where nobody could approve it.
    """
    text = required(details.text, "text")
    no_evidence = limited(details.no_evidence_reason, "no_evidence_reason")
    with open_report(actor, Move.PROPOSE, code) as opened:
        _check(opened, details, no_evidence, now)
        asked = _asked(opened, details.kind, now)
        assert opened.desk is not None and actor.account_id is not None
        said = Said(
            internal_note=text,
            audience=Audience.OFFICERS,
            details={"kind": details.kind.value},
            files=Files(details.attachment_keys, Audience.OFFICERS),
        )
        event = record(opened, Move.PROPOSE, now=now, said=said)
        Proposal.objects.create(
            report=opened.report,
            event=event,
            kind=details.kind,
            text=text,
            audience=details.audience,
            no_evidence_reason=no_evidence,
            days=details.days,
            proposed_by_id=actor.account_id,
            proposed_for_id=opened.desk.agency_id,
            proposed_at=now,
        )
        telling = EXTENSION_WAITS if details.kind is ProposalKind.EXTENSION else DRAFT_WAITS
        tell_accounts(event, opened.report, telling, asked, now=now)


def _asked(opened: Opened, kind: ProposalKind, now: datetime) -> set[int]:
    """The accounts of those who may decide; nobody decides on his own draft."""
    found = deciders(opened.report, kind, now).values_list("account_id", flat=True)
    if others := set(found) - {opened.actor.account_id}:
        return others
    raise Refused("nobody_extends" if kind is ProposalKind.EXTENSION else "nobody_approves")


def _check(opened: Opened, details: Draft, no_evidence: str, now: datetime) -> None:
    report = opened.report
    if opened.waiting.has(details.kind):
        raise Refused("extension_waits" if details.kind is ProposalKind.EXTENSION else "proposal_waits")
    if details.kind is ProposalKind.SETTLEMENT:
        if report.state != State.IN_PROGRESS:
            raise Refused("follow_up_first")
        if not is_evidenced(len(details.attachment_keys), no_evidence):
            raise Refused("evidence_missing", "attachments")
    if details.kind is ProposalKind.EXTENSION:
        _check_extension(report, details, now)


def _check_extension(report: Report, details: Draft, now: datetime) -> None:
    if report.is_extended:
        raise MoveHindered(Move.EXTEND, Hindrance.ALREADY_EXTENDED)
    if not may_extend_by(report, details.days or 0, now=now):
        raise Refused("days_out_of_range", "days")
    ends_at = finish_ends_at(report)
    if ends_at is None or ends_at < now:
        raise Refused("clock_over")
