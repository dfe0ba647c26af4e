"""One published report, and what stands in its place where there is none."""

from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from lapor.portal.browse.browser_token import browser_token
from lapor.portal.browse.history import told_history
from lapor.portal.browse.line import line_with_reason
from lapor.portal.browse.outline import outline_around
from lapor.queries.reports.public_near import reports_near, reports_with
from lapor.queries.reports.public_report import PublicReport, public_report
from lapor.queries.reports.public_support import has_supported
from lapor.rules.search_query import as_tracking_code
from lapor.threshold.access import public
from lapor.threshold.actor import actor_of
from lapor.threshold.kept import kind_when_down

_BESIDE = 4
_LONGEST = 20


@public
@require_safe
@kind_when_down
def report(request: HttpRequest, code: str) -> HttpResponse:
    """404 alike for what does not exist and what is not for everybody, with the way to one's own report."""
    number = as_tracking_code(code)
    if number and number != code:
        return redirect("report", number)
    found = public_report(number, timezone.now()) if number else None
    if found is None:
        return not_public(request, code)
    return render(request, "portal/browse/report.html", _context(request, found))


def not_public(request: HttpRequest, code: str) -> HttpResponse:
    """A number that no report can have is called mistyped; of all others it is not said why."""
    context = {"code": code[:_LONGEST], "is_number": bool(as_tracking_code(code)), "here": "laporan"}
    return render(request, "portal/browse/not_public.html", context, status=404)


def _context(request: HttpRequest, found: PublicReport) -> dict[str, object]:
    now, url = timezone.now(), settings.BASE_URL + reverse("report", args=[found.code])
    near = reports_near(found.place_code, now, size=_BESIDE, without=found.code)
    beside = (found.code, *(row.code for row in near))
    return {
        "report": found,
        "line": line_with_reason(found),
        "history": told_history(found),
        "outline": outline_around(*found.point, found.place_code) if found.point else None,
        "near": near,
        "same_agency": reports_with(found.holder_id, now, size=_BESIDE, without=beside),
        "has_supported": _has_supported(request, found.code),
        "url": url,
        "image": _image(found),
        "share_text": quote(f"{found.title} {url}"),
        "here": "laporan",
    }


def _image(found: PublicReport) -> str:
    """The first released photograph, small, for whoever shows a link to the report."""
    photo = next(iter(found.photos), None)
    return settings.BASE_URL + reverse("thumbnail", args=[photo.key]) if photo else ""


def _has_supported(request: HttpRequest, code: str) -> bool:
    account_id = actor_of(request).account_id
    return has_supported(code, account_id=account_id, browser_token=browser_token(request))
