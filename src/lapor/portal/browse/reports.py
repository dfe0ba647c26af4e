"""The public list: search and filters at one address, without script."""

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lapor.portal.browse.address import address_of
from lapor.portal.browse.form import Asked, asked_of
from lapor.portal.last_place import remember_place
from lapor.queries.reports.public_filters import LATE, Chosen, PublicFilters
from lapor.queries.reports.public_list import PublicPage, cursor_from, public_reports
from lapor.threshold.access import public
from lapor.threshold.kept import kind_when_down
from lapor.threshold.pages import decode_cursor, encode_cursor
from lapor.ui.labels import label
from lapor.ui.wording import day_brief


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A filter that holds, and the address without it."""

    label: str
    without: str


@public
@require_safe
@kind_when_down
def reports(request: HttpRequest) -> HttpResponse:
    """A tracking number goes to its report, what a form sent to its short address, the rest to the list."""
    asked = asked_of(request.GET)
    if asked.tracking_code:
        return redirect("report", asked.tracking_code)
    if not asked.is_canonical and not asked.has_faults:
        return redirect(address_of(asked.filters))
    cursor = cursor_from(decode_cursor(request.GET.get("sesudah"), 2))
    page = public_reports(asked.filters, cursor, timezone.now())
    response = render(request, "portal/browse/reports.html", _context(asked, page, is_first=cursor is None))
    if page.chosen.place:
        remember_place(response, page.chosen.place.code)
    return response


def _context(asked: Asked, page: PublicPage, *, is_first: bool) -> dict[str, object]:
    filters, chosen = asked.filters, page.chosen
    older = address_of(filters, after=encode_cursor(page.next_cursor)) if page.next_cursor else ""
    return {
        "asked": asked,
        "filters": filters,
        "page": page,
        "active": active_filters(filters, chosen),
        "place_text": asked.place.text or (chosen.place.label if chosen.place else ""),
        "agency_text": asked.agency.text or (chosen.agency.name if chosen.agency else ""),
        "is_first": is_first,
        "count": len(page.rows) if is_first and not page.next_cursor else None,
        "newest": "" if is_first else address_of(filters),
        "older": older,
        "feed": address_of(filters, "feed"),
        "here": "laporan",
    }


def active_filters(filters: PublicFilters, chosen: Chosen) -> list[ActiveFilter]:
    """Every filter that holds in words, each with the way to take it off."""
    words = {
        "text": _("“%(words)s”") % {"words": filters.text} if filters.text else "",
        "place": chosen.place.label if chosen.place else filters.place,
        "agency": chosen.agency.name if chosen.agency else filters.agency,
        "category": chosen.category.name if chosen.category else filters.category,
        "kind": label(filters.kind, "kind"),
        "state": label(filters.state, "look" if filters.state == LATE else "state"),
        "since": _("sejak %(day)s") % {"day": day_brief(filters.since)} if filters.since else "",
        "until": _("sampai %(day)s") % {"day": day_brief(filters.until)} if filters.until else "",
    }
    empty = PublicFilters()
    return [
        ActiveFilter(text, address_of(replace(filters, **{name: getattr(empty, name)})))
        for name, text in words.items()
        if text
    ]
