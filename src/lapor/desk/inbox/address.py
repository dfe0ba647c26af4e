"""The inbox's address: a view and its filters as people see them in the browser, there and back.

`?tampilan=perlu-saya&jenis=complaint&q=lampu&sesudah=…&buka=583720461`; saved views keep the same parameters.
"""

from collections.abc import Mapping

from django.http import QueryDict
from django.utils.http import urlencode

from lapor.queries.reports.inbox import Selection
from lapor.queries.reports.inbox_filters import InboxFilters
from lapor.queries.reports.inbox_views import InboxView, first_view
from lapor.rules.access import Actor
from lapor.rules.kinds import Kind
from lapor.rules.lifecycle import State
from lapor.rules.text import clean_text

SLUGS = {
    InboxView.NEEDS_ME: "perlu-saya",
    InboxView.LATE: "terlambat",
    InboxView.TODAY: "hari-ini",
    InboxView.UNVERIFIED: "belum-diverifikasi",
    InboxView.RETURNED: "dikembalikan",
    InboxView.APPROVAL: "persetujuan",
    InboxView.UNITS: "unit-kerja",
    InboxView.REPORTER: "pelapor",
    InboxView.CONFIRMATION: "konfirmasi",
    InboxView.COPIES: "tembusan",
    InboxView.ENDED: "selesai",
    InboxView.ALL: "semua",
}
_VIEWS = {slug: view for view, slug in SLUGS.items()}
_LONGEST = 200
_LONGEST_CODE = 160


def selection_from(given: Mapping[str, str], actor: Actor) -> Selection:
    """What an address asks for; what makes no sense in it is left out."""
    filters = InboxFilters(
        text=clean_text(given.get("q", ""))[:_LONGEST],
        kind=_known(given.get("jenis", ""), set(Kind)),
        state=_known(given.get("keadaan", ""), set(State)),
        category=given.get("kategori", "")[:_LONGEST_CODE],
        place=given.get("tempat", "")[:13],
        holder=agency_key(given.get("pemegang", "")),
        tag=clean_text(given.get("tanda", ""))[:40],
        supervisory=given.get("pengawasan") == "1",
        priority=given.get("prioritas") == "1",
    )
    # Words typed in the head of a page look everywhere.
    fallback = InboxView.ALL if filters.text else first_view(actor)
    return Selection(_VIEWS.get(given.get("tampilan", ""), fallback), filters)


def parameters_of(selection: Selection) -> dict[str, str]:
    """The parameters of an address that asks for this selection, without a page."""
    filters = selection.filters
    found = {
        "tampilan": SLUGS[selection.view],
        "q": filters.text,
        "jenis": filters.kind,
        "keadaan": filters.state,
        "kategori": filters.category,
        "tempat": filters.place,
        "pemegang": str(filters.holder or ""),
        "tanda": filters.tag,
        "pengawasan": "1" if filters.supervisory else "",
        "prioritas": "1" if filters.priority else "",
    }
    return {name: value for name, value in found.items() if value}


def query_of(selection: Selection) -> str:
    """The same as text: "tampilan=perlu-saya&jenis=complaint"."""
    return urlencode(parameters_of(selection))


def selection_from_query(text: str, actor: Actor) -> Selection:
    """From what `query_of` gave, after it has travelled through a browser."""
    return selection_from(QueryDict(text[:2000]).dict(), actor)


def agency_key(value: str) -> int | None:
    """The number in an address, if it can be one."""
    return int(value) if value.isdecimal() and len(value) < 10 else None


def _known(value: str, words: set[Kind] | set[State]) -> str:
    return value if value in {word.value for word in words} else ""
