"""Drafts on the desk: whoever decides reads one beside the report, its author takes it back."""

from functools import partial
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lapor.desk.acting import Handed, MovePage, View, move_view
from lapor.desk.answering.forms import SendBackForm, TakeBackForm
from lapor.desk.inbox.shown import photos_of
from lapor.queries.reports.desk_proposal import desk_draft
from lapor.rules.answering import ANSWERS, EXTENSIONS
from lapor.rules.kinds import ProposalKind
from lapor.rules.lifecycle import Move
from lapor.steps.reports.approve import approve_proposal
from lapor.steps.reports.extend import extend_report
from lapor.steps.reports.send_back import send_back_proposal
from lapor.steps.reports.take_back import take_back_proposal
from lapor.ui.labels import label


def _draft(handed: Handed, kinds: frozenset[ProposalKind]) -> dict[str, Any]:
    draft = desk_draft(handed.actor, handed.code, kinds)
    if draft is None or not draft.is_waiting:
        return {"draft": None, "is_own": False}
    is_own = draft.by_id == handed.actor.account_id
    return {"draft": draft, "photos": photos_of(draft.files), "is_own": is_own}


def _decide(handed: Handed, form: SendBackForm, *, is_extension: bool) -> None:
    approve = extend_report if is_extension else approve_proposal
    if "setuju" in handed.request.POST:
        approve(actor=handed.actor, code=handed.code, now=timezone.now())
        return
    send_back_proposal(
        actor=handed.actor,
        code=handed.code,
        reason=form.cleaned_data["reason"],
        is_extension=is_extension,
        now=timezone.now(),
    )


def _own_drafts(handed: Handed, data: Any) -> TakeBackForm:
    found = (desk_draft(handed.actor, handed.code, kinds) for kinds in (ANSWERS, EXTENSIONS))
    own = [draft for draft in found if draft and draft.is_waiting and draft.by_id == handed.actor.account_id]
    choices = [(draft.kind, label(draft.kind, "proposal_kind")) for draft in own]
    return TakeBackForm(data, choices=choices, initial={"kind": choices[0][0] if choices else ""})


def _take_back(handed: Handed, form: TakeBackForm) -> None:
    is_extension = form.cleaned_data["kind"] in EXTENSIONS
    take_back_proposal(actor=handed.actor, code=handed.code, is_extension=is_extension, now=timezone.now())


def _decision(move: Move, title: Promise, button: Promise, *, is_extension: bool) -> View:
    """The page on which a waiting draft is approved or sent back."""
    return move_view(
        MovePage(
            move=move,
            title=title,
            button=button,
            fields="desk/answering/fields/approve.html",
            buttons="desk/answering/fields/approve_buttons.html",
            form=lambda handed, data: SendBackForm(data),
            act=partial(_decide, is_extension=is_extension),
            context=partial(_draft, kinds=EXTENSIONS if is_extension else ANSWERS),
        )
    )


approve_page = _decision(Move.SEND_BACK, _("Periksa konsep"), _("Setujui dan kirim"), is_extension=False)
grant_page = _decision(
    Move.EXTEND, _("Periksa permintaan perpanjangan"), _("Setujui perpanjangan"), is_extension=True
)
take_back_page = move_view(
    MovePage(
        move=Move.TAKE_BACK,
        title=_("Tarik konsep"),
        button=_("Tarik konsep"),
        fields="desk/answering/fields/take_back.html",
        form=_own_drafts,
        act=_take_back,
    )
)
