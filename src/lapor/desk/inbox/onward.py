"""After a step: says what was done, then leads to the next report of the list the officer came from."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lapor.desk.inbox.told import done_words, gone_words
from lapor.desk.inbox.trail import Trail, address_of, trail_at, trail_of
from lapor.queries.reports.desk_done import done_step
from lapor.queries.reports.inbox import next_in
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import NotFound
from lapor.rules.tracking_code import is_valid
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of

# After these the officer goes on with the same report.
_STAYS = frozenset(
    {
        Move.NOTE,
        Move.EDIT_PUBLIC_TEXT,
        Move.SET_PRIVACY,
        Move.REVEAL_IDENTITY,
        Move.PROPOSE,
        Move.SEND_BACK,
        Move.TAKE_BACK,
    }
)


def after_step(code: str, trail: Trail) -> HttpResponseRedirect:
    """Where every form of the desk goes once its step is done."""
    asked = {"selesai": code, "dari": trail.origin, "posisi": trail.place}
    return HttpResponseRedirect(f"{reverse('desk-onward')}?{urlencode(asked)}")


@officer()
@require_safe
def onward(request: HttpRequest) -> HttpResponse:
    """Stays with the report after a small step or without a list, else goes on to the next one."""
    actor, trail, now = actor_of(request), trail_of(request), timezone.now()
    code = request.GET.get("selesai", "")
    if not is_valid(code):
        raise NotFound(code)
    done = done_step(actor, code, now)
    messages.success(request, done_words(done) if done else gone_words(code))
    if done and (not trail or done.move in _STAYS):
        return redirect(reverse("desk-report", args=[code]) + trail.query)
    if not trail:
        return redirect("inbox")
    following = next_in(actor, trail.selection(actor), trail.cursor, now, without=code)
    if following is None:
        messages.info(request, _("Itu yang terakhir di daftar ini."))
        return redirect(trail.back)
    row, place = following
    messages.info(request, _("Berikutnya: %(title)s") % {"title": row.title})
    return redirect(address_of(row, trail_at(trail.origin, place)))
