"""A draft that came back, put into its form again: words, audience and files as they were."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from lapor.desk.acting import Handed
from lapor.desk.inbox.shown import photos_of
from lapor.desk.inbox.trail import Trail
from lapor.queries.reports.desk_proposal import Draft, desk_draft
from lapor.queries.reports.desk_summary import DeskSummary
from lapor.rules.kinds import ProposalKind
from lapor.rules.lifecycle import Move

_ASKED = "perbaiki"
_FORMS: dict[str, tuple[Move, str]] = {
    ProposalKind.FOLLOW_UP: (Move.FOLLOW_UP, "desk-follow-up"),
    ProposalKind.SETTLEMENT: (Move.SETTLE, "desk-settle"),
    ProposalKind.EXTENSION: (Move.PROPOSE, "desk-extend"),
}


@dataclass(frozen=True, slots=True)
class ShownDraft:
    """A draft beside its report; `mend_url` leads to its form, "" where it waits or is not his to send."""

    draft: Draft
    photos: list[dict[str, Any]]
    mend_url: str


def shown_drafts(drafts: tuple[Draft, ...], summary: DeskSummary, trail: Trail) -> list[ShownDraft]:
    return [ShownDraft(draft, photos_of(draft.files), _mend_url(draft, summary, trail)) for draft in drafts]


def draft_to_mend(handed: Handed, kind: ProposalKind) -> Draft | None:
    """The draft that the officer asked to mend; None where he begins anew."""
    if _ASKED not in handed.request.GET:
        return None
    draft = desk_draft(handed.actor, handed.code, {kind})
    return None if draft is None or draft.is_waiting else draft


def words_of(draft: Draft | None) -> dict[str, Any]:
    """For the fields of its form."""
    if draft is None:
        return {}
    words = {"text": draft.text, "no_evidence_reason": draft.no_evidence_reason, "days": draft.days}
    return words if draft.is_extension else words | {"audience": draft.audience}


def _mend_url(draft: Draft, summary: DeskSummary, trail: Trail) -> str:
    move, name = _FORMS[draft.kind]
    if draft.is_waiting or not summary.is_mine or move not in summary.moves:
        return ""
    asked = urlencode({_ASKED: 1})
    return f"{reverse(name, args=[summary.code])}{trail.query}{'&' if trail else '?'}{asked}"
