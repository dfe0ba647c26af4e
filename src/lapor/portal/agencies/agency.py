"""The page of one agency: its team, doors, performance, and what it holds."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from lapor.portal.browse.address import address_of
from lapor.queries.agencies.public_page import AgencyPage, agency_page
from lapor.queries.reports.first_reader import first_reader
from lapor.queries.reports.public_filters import LATE, PublicFilters
from lapor.queries.reports.public_near import latest_deadlines_missed, newest_of
from lapor.queries.statistics.weeks import Week, weeks_of
from lapor.rules.kinds import Kind
from lapor.threshold.access import public
from lapor.threshold.kept import kind_when_down
from lapor.ui.wording import day_brief, number

_SHOWN = 5
_LABEL_EVERY = 3
_HOURS_TOLD = 48
_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Performance:
    """The newest weeks of a top agency, as bars and as words."""

    last: Week
    bars: tuple[tuple[str, int, int], ...]
    in_words: str
    speed: str
    rating: float | None
    rated: int


@public
@require_safe
@kind_when_down
def agency(request: HttpRequest, code: str) -> HttpResponse:
    """Retired agencies keep their page: old reports point to them."""
    page = agency_page(code, today=timezone.localdate())
    if page is None:
        raise Http404
    return render(request, "portal/agencies/agency.html", _context(page))


def _context(page: AgencyPage) -> dict[str, object]:
    now, line = timezone.now(), page.profile.line
    filters = PublicFilters(agency=line.code)
    late = PublicFilters(agency=line.code, state=LATE)
    return {
        "page": page,
        "agency": line,
        "profile": page.profile,
        "website": page.profile.website if page.profile.website.startswith(_WEB) else "",
        "reader": first_reader(line.id, Kind.COMPLAINT, now),
        "performance": _performance(line.id) if line.parent_id is None else None,
        "newest": newest_of(line, now, size=_SHOWN),
        "late": latest_deadlines_missed(line, now, size=_SHOWN),
        "all_reports": address_of(filters),
        "all_late": address_of(late),
        "feed": address_of(filters, "feed"),
        "here": "instansi",
    }


def _performance(agency_id: int) -> Performance | None:
    weeks = weeks_of(agency_id, timezone.localdate())
    if not weeks:
        return None
    rated = sum(week.rated for week in weeks)
    return Performance(
        last=weeks[-1],
        bars=tuple(_bar(index, week) for index, week in enumerate(weeks)),
        in_words=_in_words(weeks[-1]),
        speed=_speed(weeks[-1].median_answer_hours),
        rating=round(sum(week.rating_sum for week in weeks) / rated, 1) if rated else None,
        rated=rated,
    )


def _bar(index: int, week: Week) -> tuple[str, int, int]:
    label = day_brief(week.week_from) if index % _LABEL_EVERY == 0 else ""
    return label, week.answered_in_time, week.answered_late


def _speed(median_hours: float | None) -> str:
    """The median in words that need no explanation; in days once hours say little."""
    if median_hours is None:
        return ""
    hours = max(1, round(median_hours))
    if hours <= _HOURS_TOLD:
        words = ngettext(
            "Separuh jawaban pertama minggu itu datang dalam %(count)s jam atau kurang.",
            "Separuh jawaban pertama minggu itu datang dalam %(count)s jam atau kurang.",
            hours,
        )
        return words % {"count": number(hours)}
    days = round(median_hours / 24)
    words = ngettext(
        "Separuh jawaban pertama minggu itu datang dalam %(count)s hari atau kurang.",
        "Separuh jawaban pertama minggu itu datang dalam %(count)s hari atau kurang.",
        days,
    )
    return words % {"count": number(days)}


def _in_words(last: Week) -> str:
    """What the drawing shows, for whoever does not see it."""
    return _("Jawaban pertama per minggu. Minggu terakhir: %(in_time)s tepat waktu, %(late)s terlambat.") % {
        "in_time": last.answered_in_time,
        "late": last.answered_late,
    }
