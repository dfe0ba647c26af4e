"""Addresses of public lists: always the same parameters in the same order, and none that is empty."""

from django.urls import reverse
from django.utils.http import urlencode

from lapor.portal.browse.words import word_of
from lapor.queries.reports.public_filters import PublicFilters


def query_of(filters: PublicFilters) -> dict[str, str]:
    """The filters as parameters."""
    given = {
        "q": filters.text,
        "tempat": filters.place,
        "instansi": filters.agency,
        "kategori": filters.category,
        "jenis": word_of(filters.kind),
        "keadaan": word_of(filters.state),
        "dari": filters.since.isoformat() if filters.since else "",
        "sampai": filters.until.isoformat() if filters.until else "",
    }
    return {name: value for name, value in given.items() if value}


def address_of(filters: PublicFilters, name: str = "browse", *, after: str = "") -> str:
    """The list (or, by its name, the feed) with these filters; `after` is a cursor."""
    query = query_of(filters) | ({"sesudah": after} if after else {})
    return f"{reverse(name)}?{urlencode(query)}" if query else reverse(name)
