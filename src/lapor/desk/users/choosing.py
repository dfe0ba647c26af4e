"""At which agency: asked first, because roles and decrees depend on it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from lapor.desk.agencies.lists import found_within
from lapor.desk.menu import desk_page
from lapor.queries.agencies.desk_agency import ManagedAgency, managed_agency
from lapor.queries.agencies.tree import agency_by_id
from lapor.rules.administration import is_national, managed_tops
from lapor.threshold.actor import actor_of

HERE = "desk-officers"
_SHOWN = 12


def chosen_agency(request: HttpRequest) -> ManagedAgency | None:
    """The managed agency that the address names; an agency desk begins at its own top.

    Raises NotFound for one that is not his.
    """
    actor, code = actor_of(request), request.GET.get("instansi", "")
    if code:
        return managed_agency(actor, code)
    own = managed_tops(actor)
    asks = "instansi_text" in request.GET or "pilih" in request.GET or is_national(actor)
    if asks or len(own) != 1:
        return None
    top = agency_by_id(own[0].agency_id)
    return managed_agency(actor, top.code) if top else None


def ask_agency(request: HttpRequest, title: str) -> HttpResponse:
    """A page that asks for the agency; without script it lists what was found."""
    typed = request.GET.get("instansi_text", "").strip()
    found = found_within(actor_of(request), typed, _SHOWN)
    note = _("Tidak ditemukan. Periksa ejaannya.") if typed and not found else ""
    context = {"title": title, "typed": typed, "found": found, "note": note}
    return desk_page(request, "desk/users/choose.html", context, here=HERE)
