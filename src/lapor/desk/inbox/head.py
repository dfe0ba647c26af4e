"""What stands around the rows: the views with their counts, and the filters that are set."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from lapor.desk.inbox.address import SLUGS, parameters_of
from lapor.queries.agencies.tree import agency_by_id
from lapor.queries.catalogue.categories import category_by_code
from lapor.queries.places.regions import region_by_code
from lapor.queries.reports.inbox import Inbox, Selection
from lapor.queries.reports.inbox_counts import CAP
from lapor.queries.reports.inbox_saved import SavedInbox
from lapor.queries.reports.inbox_views import REST, WAITING, WORK, InboxView, views_for
from lapor.rules.access import Actor
from lapor.ui.labels import label
from lapor.ui.wording import number


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter that is set, with the address that takes it off."""

    label: str
    without: str


def groups(
    actor: Actor, selection: Selection, page: Inbox, saved: tuple[SavedInbox, ...]
) -> list[dict[str, Any]]:
    """The views as the side of the inbox shows them; a group without views is left out."""
    mine = views_for(actor)
    here = parameters_of(selection)
    found = [
        {
            "title": title,
            "views": [_view(view, page, here) for view in views if view in mine],
        }
        for title, views in (
            (_("Kerja hari ini"), WORK),
            (_("Menunggu orang lain"), WAITING),
            (_("Lainnya"), REST),
        )
    ]
    if saved:
        views = [_saved(one, page.saved_counts.get(one.name), here) for one in saved]
        found.append({"title": _("Tersimpan"), "views": views})
    return [group for group in found if group["views"]]


def _view(view: InboxView, page: Inbox, here: dict[str, str]) -> dict[str, Any]:
    parameters = {"tampilan": SLUGS[view]}
    return _link(label(view), parameters, page.counts.get(view), here)


def _saved(one: SavedInbox, count: int | None, here: dict[str, str]) -> dict[str, Any]:
    return _link(one.name, one.parameters, count, here)


def _link(text: str, parameters: dict[str, str], count: int | None, here: dict[str, str]) -> dict[str, Any]:
    return {
        "href": f"{reverse('inbox')}?{urlencode(parameters)}",
        "label": text,
        "count": count,
        "is_here": parameters == here,
    }


def count_words(shown: int, count: int | None) -> str:
    """ "11 dari 23"; from the cap on "25 dari 1.000 atau lebih"."""
    if count is None:
        return ""
    if count >= CAP:
        return _("%(shown)s dari %(count)s atau lebih") % {"shown": number(shown), "count": number(count)}
    return _("%(shown)s dari %(count)s") % {"shown": number(shown), "count": number(count)}


def filters_set(selection: Selection) -> list[Filter]:
    """One statement each for a place, a category and a holder."""
    words = {
        "q": f"“{selection.filters.text}”",
        "jenis": label(selection.filters.kind, "kind"),
        "keadaan": label(selection.filters.state, "state_desk"),
        "tanda": selection.filters.tag,
        "pengawasan": label("supervisory", "report_class"),
        "prioritas": _("Didahulukan"),
    }
    parameters = parameters_of(selection)
    if code := parameters.get("kategori"):
        category = category_by_code(code)
        words["kategori"] = category.name if category else code
    if code := parameters.get("tempat"):
        place = region_by_code(code)
        words["tempat"] = place.name if place else code
    if key := selection.filters.holder:
        agency = agency_by_id(key)
        words["pemegang"] = agency.name if agency else str(key)
    return [
        Filter(str(words[name]), f"{reverse('inbox')}?{urlencode(_without(parameters, name))}")
        for name in parameters
        if name in words
    ]


def _without(parameters: dict[str, str], name: str) -> dict[str, str]:
    return {key: value for key, value in parameters.items() if key != name}
