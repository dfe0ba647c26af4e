"""Performance by agency, the latest first: what the number on the home page is made of."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lapor.queries.statistics.weeks import last_week, latest_agencies
from lapor.threshold.access import public
from lapor.threshold.kept import kind_when_down


@public
@require_safe
@kind_when_down
def performance(request: HttpRequest) -> HttpResponse:
    """The top agencies with late reports at the end of the last week that is over."""
    week = last_week(timezone.localdate())
    agencies = latest_agencies(week.week_from) if week else ()
    context = {"week": week, "agencies": agencies, "here": "instansi"}
    return render(request, "portal/agencies/performance.html", context)
