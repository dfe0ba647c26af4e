"""Moves that need nothing but words: ask, note, archive, merge, privacy, identity."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lapor.desk.acting import Handed, MovePage, limit_of, move_view
from lapor.desk.answering.forms import (
    ArchiveForm,
    MergeForm,
    NoteForm,
    PrivacyForm,
    QuestionForm,
    RevealForm,
)
from lapor.queries.reports.identity import hears_of_news
from lapor.rules.deadlines import Clock
from lapor.rules.kinds import ArchiveReason
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.rules.tracking_code import BadTrackingCode, normalise
from lapor.steps.reports.archive import archive_report
from lapor.steps.reports.ask import ask_reporter
from lapor.steps.reports.merge import merge_report
from lapor.steps.reports.note import add_note
from lapor.steps.reports.reveal_identity import reveal_identity
from lapor.steps.reports.set_privacy import set_privacy
from lapor.ui.labels import label

PRIVACY = {
    "ordinary": (False, False),
    "anonymous": (True, False),
    "secret": (False, True),
    "anonymous_secret": (True, True),
}


def more_private(is_anonymous: bool, is_secret: bool, *, with_present: bool) -> list[tuple[str, str]]:
    """The privacy choices that take nothing away from what the reporter chose."""
    return [
        (name, label(name, "privacy_choice"))
        for name, (anonymous, secret) in PRIVACY.items()
        if anonymous >= is_anonymous
        and secret >= is_secret
        and (with_present or (anonymous, secret) != (is_anonymous, is_secret))
    ]


def _ask(handed: Handed, form: QuestionForm) -> None:
    question = form.cleaned_data["question"]
    ask_reporter(actor=handed.actor, code=handed.code, question=question, now=timezone.now())


def _note(handed: Handed, form: NoteForm) -> None:
    add_note(actor=handed.actor, code=handed.code, text=form.cleaned_data["text"], now=timezone.now())


def _archive(handed: Handed, form: ArchiveForm) -> None:
    words = form.cleaned_data
    archive_report(
        actor=handed.actor,
        code=handed.code,
        reason=ArchiveReason(words["archive_reason"]),
        words=words["words"],
        competent_body=words["competent_body"],
        other_code=words["other_code"],
        now=timezone.now(),
    )


def _merge(handed: Handed, form: MergeForm) -> None:
    try:
        into = normalise(form.cleaned_data["into_code"])
    except BadTrackingCode as error:
        raise Refused("merge_target_unknown", "into_code") from error
    reason = form.cleaned_data["reason"]
    merge_report(actor=handed.actor, code=handed.code, into_code=into, reason=reason, now=timezone.now())


def _privacy_form(handed: Handed, data: Any) -> PrivacyForm:
    summary = handed.summary
    return PrivacyForm(
        data, choices=more_private(summary.is_anonymous, summary.is_secret, with_present=False)
    )


def _privacy(handed: Handed, form: PrivacyForm) -> None:
    is_anonymous, is_secret = PRIVACY[form.cleaned_data["privacy"]]
    set_privacy(
        actor=handed.actor,
        code=handed.code,
        is_anonymous=is_anonymous,
        is_secret=is_secret,
        reason=form.cleaned_data["reason"],
        now=timezone.now(),
    )


def _reveal(handed: Handed, form: RevealForm) -> None:
    reason = form.cleaned_data["reason"]
    reveal_identity(actor=handed.actor, code=handed.code, reason=reason, now=timezone.now())


ask_page = move_view(
    MovePage(
        move=Move.ASK,
        title=_("Tunda dan tanya pelapor"),
        button=_("Kirim pertanyaan"),
        fields="desk/answering/fields/ask.html",
        form=lambda handed, data: QuestionForm(data),
        act=_ask,
        context=lambda handed: {
            "hears_of_news": hears_of_news(handed.actor, handed.code),
            "wait": limit_of(handed, Clock.COMPLETION),
        },
    )
)
note_page = move_view(
    MovePage(
        move=Move.NOTE,
        title=_("Tulis catatan"),
        button=_("Simpan catatan"),
        fields="desk/answering/fields/note.html",
        form=lambda handed, data: NoteForm(data),
        act=_note,
    )
)
archive_page = move_view(
    MovePage(
        move=Move.ARCHIVE,
        title=_("Arsipkan laporan"),
        button=_("Arsipkan"),
        fields="desk/answering/fields/archive.html",
        form=lambda handed, data: ArchiveForm(data, is_withdrawn=handed.summary.is_withdrawn),
        act=_archive,
    )
)
merge_page = move_view(
    MovePage(
        move=Move.MERGE,
        title=_("Gabungkan dengan laporan lain"),
        button=_("Gabungkan"),
        fields="desk/answering/fields/merge.html",
        form=lambda handed, data: MergeForm(data),
        act=_merge,
    )
)
privacy_page = move_view(
    MovePage(
        move=Move.SET_PRIVACY,
        title=_("Tutup lebih rapat"),
        button=_("Ubah privasi"),
        fields="desk/answering/fields/privacy.html",
        form=_privacy_form,
        act=_privacy,
    )
)
identity_page = move_view(
    MovePage(
        move=Move.REVEAL_IDENTITY,
        title=_("Buka identitas pelapor"),
        button=_("Buka identitas"),
        fields="desk/answering/fields/identity.html",
        form=lambda handed, data: RevealForm(data),
        act=_reveal,
    )
)
