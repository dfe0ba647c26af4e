"""Day limits as dated rows: what holds, what will, what held; new ones only from tomorrow on."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from lapor.desk.catalogue.forms import LimitForm
from lapor.desk.catalogue.shelves import LIMITS, shelf_page
from lapor.desk.menu import MANAGERS
from lapor.queries.calendar.desk_limits import limit_scopes, scope_of
from lapor.rules.access import Role
from lapor.rules.refusals import NotFound, Refused
from lapor.steps.calendar.set_day_limit import set_day_limit
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.mending import explain, status_of
from lapor.threshold.posted import posted


@officer(*MANAGERS)
@require_safe
def limits(request: HttpRequest) -> HttpResponse:
    scopes = limit_scopes(today=timezone.localdate())
    return shelf_page(request, "desk/catalogue/limits.html", {"scopes": scopes}, shelf=LIMITS)


@officer(Role.NATIONAL_DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def limit(request: HttpRequest, key: str) -> HttpResponse:
    """A new row for one clock."""
    default = scope_of(key)
    if default is None:
        raise NotFound(key)
    scope = next(one for one in limit_scopes(today=timezone.localdate()) if one.key == key)
    form = LimitForm(posted(request), initial={"unit": scope.now.unit.value if scope.now else None})
    if request.method == "POST" and form.is_valid():
        try:
            set_day_limit(actor=actor_of(request), details=form.limit(default), now=timezone.now())
        except Refused as refused:
            explain(form, refused)
        else:
            messages.success(request, _("Jangka waktu baru tersimpan. Tenggat yang sudah berjalan tetap."))
            return redirect(LIMITS)
    context = {"form": form, "scope": scope}
    return shelf_page(request, "desk/catalogue/limit.html", context, shelf=LIMITS, status=status_of(form))
