"""Answers with files: follow-up, settlement and extension, sent at once or handed to whoever approves."""

from typing import Any, Self

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lapor.desk.acting import Handed, MovePage, Unfinished, limit_of, move_view
from lapor.desk.answering.drafts import draft_to_mend, words_of
from lapor.desk.answering.files import HandedFiles, handed_files, is_only_removing
from lapor.desk.answering.forms import AnswerForm, ExtensionForm, SettlementForm
from lapor.queries.calendar.promises import longest_extension
from lapor.queries.reports.desk_answer import answer_needs, ready_text
from lapor.rules.deadlines import Clock
from lapor.rules.kinds import Audience, ProposalKind
from lapor.rules.lifecycle import Move
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.propose import Draft, propose
from lapor.steps.reports.settle import Settlement, settle_report


class WithFiles(Unfinished, forms.Form):
    """A form that carries the files handed in with it; a file that could not be kept is its mistake.

    A draft that was given back is put into it where the officer asks for that.
    """

    kind: ProposalKind | None = None
    attachments = forms.Field(label=_("Lampiran"), required=False)

    def __init__(self, handed: Handed, data: Any = None) -> None:
        draft = draft_to_mend(handed, self.kind) if data is None and self.kind else None
        super().__init__(data, initial=words_of(draft))
        self.handed = HandedFiles(draft.files if draft else ())
        if data is None:
            return
        self.handed = handed_files(handed.request, handed.actor, code=handed.code)
        self.is_unfinished = is_only_removing(handed.request) or "pakai" in data

    def clean(self) -> dict[str, Any]:
        if self.handed.error:
            self.add_error("attachments", self.handed.error)
        return self.cleaned_data

    def renewed(self, fresh: Self) -> Self:
        fresh.handed = self.handed
        fresh.initial = {name: self.data.get(name, "") for name in fresh.fields if name != "attachments"}
        return fresh


class AnswerPage(WithFiles, AnswerForm):
    """A follow-up. "Pakai" puts a ready text behind what is written."""

    kind = ProposalKind.FOLLOW_UP

    def renewed(self, fresh: Self) -> Self:
        fresh = super().renewed(fresh)
        if "pakai" in self.data:
            written, ready = str(fresh.initial["text"]).strip(), ready_text(self.data.get("templat", ""))
            fresh.initial["text"] = "\n\n".join(part for part in (written, ready) if part)
        return fresh


class SettlementPage(WithFiles, SettlementForm):
    """A settlement; its files are the evidence."""

    kind = ProposalKind.SETTLEMENT
    attachments = forms.Field(
        label=_("Bukti"), help_text=_("Foto atau dokumen. Umum dapat melihatnya."), required=False
    )


def _needs(handed: Handed) -> dict[str, Any]:
    needs = answer_needs(handed.actor, handed.summary, timezone.now())
    waits = handed.summary.waiting.answer
    return {
        "texts": needs.texts,
        "ready_options": [(text.id, text.title) for text in needs.texts],
        "needs_approval": needs.needs_approval,
        "is_blocked": needs.needs_approval and waits,
        "may_propose": Move.PROPOSE in handed.summary.moves and needs.has_approver and not waits,
    }


def _wants_approval(handed: Handed) -> bool:
    return "ajukan" in handed.request.POST


def _answer(handed: Handed, form: AnswerPage) -> None:
    text, audience = form.cleaned_data["text"], Audience(form.cleaned_data["audience"])
    keys, now = form.handed.keys, timezone.now()
    if _wants_approval(handed):
        draft = Draft(kind=ProposalKind.FOLLOW_UP, text=text, audience=audience, attachment_keys=keys)
        propose(actor=handed.actor, code=handed.code, details=draft, now=now)
        return
    answer = Answer(text=text, audience=audience, attachment_keys=keys)
    follow_up(actor=handed.actor, code=handed.code, details=answer, now=now)


def _settle(handed: Handed, form: SettlementPage) -> None:
    words, keys, now = form.cleaned_data, form.handed.keys, timezone.now()
    said = {"text": words["text"], "attachment_keys": keys, "no_evidence_reason": words["no_evidence_reason"]}
    if _wants_approval(handed):
        draft = Draft(kind=ProposalKind.SETTLEMENT, **said)
        propose(actor=handed.actor, code=handed.code, details=draft, now=now)
        return
    settle_report(actor=handed.actor, code=handed.code, details=Settlement(**said), now=now)


def _extension_form(handed: Handed, data: Any) -> ExtensionForm:
    draft = None if data is not None else draft_to_mend(handed, ProposalKind.EXTENSION)
    longest = longest_extension(timezone.localdate(), is_formal=handed.summary.is_formal)
    return ExtensionForm(data, longest=longest, initial=words_of(draft))


def _extend(handed: Handed, form: ExtensionForm) -> None:
    words = form.cleaned_data
    draft = Draft(kind=ProposalKind.EXTENSION, text=words["text"], days=words["days"])
    propose(actor=handed.actor, code=handed.code, details=draft, now=timezone.now())


follow_up_page = move_view(
    MovePage(
        move=Move.FOLLOW_UP,
        title=_("Tulis tindak lanjut"),
        button=_("Kirim tindak lanjut"),
        fields="desk/answering/fields/follow_up.html",
        buttons="desk/answering/fields/send_or_propose.html",
        form=AnswerPage,
        act=_answer,
        context=_needs,
    )
)
settle_page = move_view(
    MovePage(
        move=Move.SETTLE,
        title=_("Nyatakan selesai"),
        button=_("Nyatakan selesai"),
        fields="desk/answering/fields/settle.html",
        buttons="desk/answering/fields/send_or_propose.html",
        form=SettlementPage,
        act=_settle,
        context=lambda handed: _needs(handed) | {"wait": limit_of(handed, Clock.CONFIRMATION)},
    )
)
extend_page = move_view(
    MovePage(
        move=Move.PROPOSE,
        title=_("Minta perpanjangan tenggat"),
        button=_("Ajukan perpanjangan"),
        fields="desk/answering/fields/extend.html",
        form=_extension_form,
        act=_extend,
    )
)
