"""The list as an Atom feed, for whoever follows a place, an agency or a topic."""

import hashlib
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from lapor.portal.browse.address import address_of
from lapor.portal.browse.form import asked_of
from lapor.portal.browse.reports import active_filters
from lapor.queries.reports.public_list import PublicPage, public_reports
from lapor.queries.reports.public_row import PublicRow
from lapor.threshold.access import public
from lapor.threshold.kept import kind_when_down
from lapor.ui.labels import label

_SIZE = 30
_MAX_AGE = 300


class _Feed(Atom1Feed):
    """Empty feeds are as old as the day, so that asking again finds them unchanged."""

    def latest_post_date(self) -> datetime:
        if self.items:
            return super().latest_post_date()
        return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


@public
@require_safe
@kind_when_down
def feed(request: HttpRequest) -> HttpResponse:
    """The newest reports of the filters; 304 while nothing that everybody can see has changed."""
    filters = asked_of(request.GET).filters
    page = public_reports(filters, None, timezone.now(), size=_SIZE)
    # One address, one language: readers of feeds have no language switch.
    with translation.override("id"):
        titles = [active.label for active in active_filters(filters, page.chosen)]
        body = _written(page, " · ".join(titles), address_of(filters), address_of(filters, "feed"))
    etag = f'"{hashlib.sha256(body.encode()).hexdigest()[:32]}"'
    changed = int(max(row.changed_at for row in page.rows).timestamp()) if page.rows else None
    response = HttpResponse(body, content_type="application/atom+xml; charset=utf-8")
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age={_MAX_AGE}"
    if changed is not None:
        response["Last-Modified"] = http_date(changed)
    return get_conditional_response(request, etag=etag, last_modified=changed, response=response) or response


def _written(page: PublicPage, subtitle: str, link: str, own: str) -> str:
    document = _Feed(
        title=_("Laporan publik") + (f": {subtitle}" if subtitle else ""),
        link=settings.BASE_URL + link,
        description=_("Laporan yang terbuka untuk umum, yang terbaru dulu."),
        language="id",
        feed_url=settings.BASE_URL + own,
    )
    for row in page.rows:
        url = settings.BASE_URL + reverse("report", args=[row.code])
        document.add_item(
            title=row.title,
            link=url,
            unique_id=url,
            description=_summary(row),
            pubdate=row.received_at,
            updateddate=row.changed_at,
            categories=[label(row.kind, "kind")],
            author_name=row.holder,
        )
    return document.writeString("utf-8")


def _summary(row: PublicRow) -> str:
    parts = (label(row.state, "state"), row.holder, row.place)
    return " · ".join(part for part in parts if part)
