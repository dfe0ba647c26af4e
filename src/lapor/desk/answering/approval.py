"""The approving official reads a draft beside the report, and approves it or sends it back."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lapor.desk.acting import Handed, MovePage, move_view
from lapor.desk.answering.forms import SendBackForm
from lapor.desk.inbox.shown import photos_of
from lapor.queries.reports.desk_proposal import desk_draft
from lapor.rules.access import Permission, may
from lapor.rules.kinds import ProposalKind
from lapor.rules.lifecycle import Move
from lapor.steps.reports.approve import approve_proposal, send_back_proposal


def _draft(handed: Handed) -> dict[str, Any]:
    draft = desk_draft(handed.actor, handed.code)
    if draft is None:
        return {"draft": None, "may_approve": False}
    is_own = draft.by_id == handed.actor.account_id
    may_extend = may(Permission.EXTEND, handed.summary.having)
    return {
        "draft": draft,
        "photos": photos_of(draft.files),
        "is_own": is_own,
        "may_approve": not is_own and (draft.kind != ProposalKind.EXTENSION or may_extend),
    }


def _decide(handed: Handed, form: SendBackForm) -> None:
    if "setuju" in handed.request.POST:
        approve_proposal(actor=handed.actor, code=handed.code, now=timezone.now())
        return
    reason = form.cleaned_data["reason"]
    send_back_proposal(actor=handed.actor, code=handed.code, reason=reason, now=timezone.now())


approve_page = move_view(
    MovePage(
        move=Move.SEND_BACK,
        title=_("Periksa konsep"),
        button=_("Setujui dan kirim"),
        fields="desk/answering/fields/approve.html",
        buttons="desk/answering/fields/approve_buttons.html",
        form=lambda handed, data: SendBackForm(data),
        act=_decide,
        context=_draft,
    )
)
