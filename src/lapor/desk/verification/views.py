"""Verification: the report as sent on one side, what becomes of it on the other, one button."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lapor.desk.actions import BY_MOVE
from lapor.desk.conflict import conflict
from lapor.desk.inbox.onward import after_step
from lapor.desk.inbox.shown import photos_of
from lapor.desk.inbox.trail import Trail, trail_of
from lapor.desk.menu import desk_page
from lapor.desk.unattended import unattended_words
from lapor.desk.verification.form import VerificationForm
from lapor.queries.calendar.finish_limits import finish_limits
from lapor.queries.calendar.promises import limit_on
from lapor.queries.reports.desk_promise import Promise, promise
from lapor.queries.reports.desk_verification import VerificationSheet, verification_sheet
from lapor.rules.access import may
from lapor.rules.conditions import MoveHindered
from lapor.rules.deadlines import Clock
from lapor.rules.kinds import Kind
from lapor.rules.lifecycle import Move, MoveNotAllowed
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps.reports.verify import verify_report
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.mending import MEND, explain, status_of
from lapor.ui.labels import label
from lapor.ui.wording import day, days

# Beside the one primary action: what else may become of an unread report.
_OTHERS = (Move.ASK, Move.RETURN, Move.ARCHIVE)


@officer()
@require_http_methods(["GET", "POST"])
def verify_page(request: HttpRequest, code: str) -> HttpResponse:
    """GET: everything filled in as far as the report tells. POST: released and routed, or given back."""
    if request.method == "POST":
        return _sent(request, code)
    sheet = verification_sheet(actor_of(request), code, timezone.now())
    if sheet is None:
        raise NotFound(code)
    if not may(Move.VERIFY, sheet.summary.having):
        raise Forbidden(Move.VERIFY)
    if Move.VERIFY not in sheet.summary.moves:
        return redirect(reverse("desk-report", args=[code]) + trail_of(request).query)
    return _page(request, sheet, VerificationForm(sheet=sheet))


def _sent(request: HttpRequest, code: str) -> HttpResponse:
    """The report is not read before the step reads it: releasing and routing stay cheap."""
    form = VerificationForm(request.POST)
    if form.is_adding_copy:
        form.judge_copy_only()
        return _again(request, code, form, status_of(form))
    if not form.is_valid():
        return _again(request, code, form, MEND)
    try:
        verify_report(actor=actor_of(request), code=code, details=form.decided(), now=timezone.now())
    except Refused as refused:
        explain(form, refused)
        return _again(request, code, form, MEND)
    except (Forbidden, MoveNotAllowed, MoveHindered, NotFound):
        return conflict(request, code, Move.VERIFY)
    return after_step(code, trail_of(request))


def _again(request: HttpRequest, code: str, form: VerificationForm, status: int) -> HttpResponse:
    sheet = verification_sheet(actor_of(request), code, timezone.now())
    if sheet is None or Move.VERIFY not in sheet.summary.moves:
        return conflict(request, code, Move.VERIFY)
    form.fit(sheet)
    return _page(request, sheet, form, status)


@officer()
@require_safe
def promise_note(request: HttpRequest, code: str) -> HttpResponse:
    """What the reporter will be told, for the agency that is picked just now; a fragment of the page.

    `?verifikasi` is for the verification's own page; `?turun` for a unit below, for which no clock starts
    anew: then only whether somebody works there.
    """
    picked, kind = request.GET.get("to_agency", ""), request.GET.get("kind", "")
    found = None
    if picked.isdecimal() and len(picked) < 10 and kind in set(Kind):
        is_supervisory = request.GET.get("report_class") == "supervisory"
        found = promise(int(picked), kind=kind, is_supervisory=is_supervisory, now=timezone.now())
    words = unattended_words(found) if "turun" in request.GET else _promise_words(found)
    # Only the verification shows it a second time, beside its button on a telephone.
    context = {"promise_words": words, "is_verifying": "verifikasi" in request.GET}
    return render(request, "desk/verification/promise.html", context)


def _promise_words(found: Promise | None) -> str:
    if found is None:
        return _("Pilih instansi, lalu Anda lihat apa yang dibaca pelapor.")
    told = _("Pelapor diberi tahu: “%(agency)s menjawab paling lambat %(day)s.”") % {
        "agency": found.agency,
        "day": day(found.answer_by),
    }
    return f"{told} {unattended_words(found)}".rstrip()


def _promise(form: VerificationForm) -> str:
    picked = str(form["to_agency"].value() or "")
    if not picked.isdecimal() or len(picked) > 9:
        return _promise_words(None)
    kind = str(form["kind"].value())
    is_supervisory = form["report_class"].value() == "supervisory"
    known = kind if kind in set(Kind) else Kind.COMPLAINT
    found = promise(int(picked), kind=known, is_supervisory=is_supervisory, now=timezone.now())
    return _promise_words(found)


def _page(
    request: HttpRequest, sheet: VerificationSheet, form: VerificationForm, status: int = 200
) -> HttpResponse:
    trail, summary = trail_of(request), sheet.summary
    context = {
        "sheet": sheet,
        "summary": summary,
        "form": form,
        "photos": form.with_release(photos_of(sheet.files)),
        "trail": trail,
        "promise_words": _promise(form),
        "lengths": _lengths(),
        "others": _others(summary.code, summary.moves, trail),
        "report_url": reverse("desk-report", args=[summary.code]) + trail.query,
        "merge_url": reverse("desk-merge", args=[summary.code]),
        "may_merge": Move.MERGE in summary.moves,
    }
    return desk_page(request, "desk/verification/verify.html", context, here="inbox", status=status)


def _lengths() -> str:
    """How long each kind may take, as the limits of today say."""
    today = timezone.localdate()
    severe = limit_on(today, Clock.FINISH, kind=Kind.COMPLAINT, is_supervisory=True)
    parts = [f"{label(kind, 'kind')} {days(*length)}" for kind, length in finish_limits(today).items()]
    return f"{'; '.join(parts)}; {label('supervisory', 'report_class')} {days(severe.days, severe.unit)}"


def _others(code: str, moves: tuple[Move, ...], trail: Trail) -> list[dict[str, Any]]:
    found = [BY_MOVE[move] for move in _OTHERS if move in moves]
    return [
        {
            "label": str(action.label),
            "href": reverse(action.url_name, args=[code]) + trail.query,
            "key": action.key,
        }
        for action in found
    ]
