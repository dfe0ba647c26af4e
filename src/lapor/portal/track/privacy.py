"""The reporter changes who may know, at any time."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lapor.portal.reporter import reporter_of
from lapor.portal.track.forms import PrivacyForm
from lapor.portal.track.start import closed_door
from lapor.queries.reports.tracking import tracking_page
from lapor.rules.refusals import NotFound
from lapor.steps.reports.set_privacy import set_privacy
from lapor.threshold.access import own
from lapor.threshold.kept import kind_when_down
from lapor.threshold.mending import form_page
from lapor.threshold.posted import posted
from lapor.ui.privacy_choices import choice_of, flags_of, privacy_options


@own
@kind_when_down
@require_http_methods(["GET", "HEAD", "POST"])
def privacy(request: HttpRequest, code: str) -> HttpResponse:
    """The same choices as in the form, with what each means."""
    page = tracking_page(reporter_of(request), code, timezone.now())
    if page is None and request.method == "POST":
        raise NotFound(code)
    if page is None:
        return closed_door(request, code)
    now = choice_of(page.is_anonymous, page.is_secret)
    form = PrivacyForm(posted(request), initial={"privacy": now})
    if request.method != "POST" or not form.is_valid():
        context = {"page": page, "form": form, "choices": privacy_options(), "here": "lacak"}
        return form_page(request, "portal/track/privacy.html", context)
    is_anonymous, is_secret = flags_of(form.cleaned_data["privacy"])
    set_privacy(
        actor=reporter_of(request),
        code=code,
        is_anonymous=is_anonymous,
        is_secret=is_secret,
        now=timezone.now(),
    )
    messages.success(request, _("Privasi laporan ini sudah diubah."))
    return redirect("track", code=code)
