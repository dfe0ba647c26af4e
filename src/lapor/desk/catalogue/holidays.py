"""Days off of a year, and declaring one for one's own region."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lapor.desk.catalogue.forms import HolidayForm
from lapor.desk.catalogue.shelves import HOLIDAYS, shelf_page
from lapor.desk.menu import MANAGERS
from lapor.queries.calendar.desk_holidays import managed_holidays, own_regions
from lapor.queries.places.find_places import find_places
from lapor.rules.access import Actor
from lapor.rules.administration import is_national
from lapor.rules.folding import fold
from lapor.rules.places import LEVEL_STEP, RegionLevel, unabbreviated
from lapor.rules.refusals import Refused
from lapor.steps.calendar.add_holiday import add_holiday
from lapor.steps.calendar.withdraw_holiday import withdraw_holiday
from lapor.threshold.access import officer
from lapor.threshold.actor import actor_of
from lapor.threshold.mending import explain, status_of
from lapor.threshold.posted import posted
from lapor.ui.labels import label

_YEARS = range(2024, 2100)


@officer(*MANAGERS)
@require_http_methods(["GET", "HEAD", "POST"])
def holidays(request: HttpRequest) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    form = HolidayForm(posted(request), places=_places(actor))
    if request.method == "POST" and form.is_valid():
        region = _region(form, request.POST.get("wilayah_text", ""))
        if region is not None:
            try:
                add_holiday(actor=actor, details=form.holiday(region), now=timezone.now())
            except Refused as refused:
                explain(form, refused)
            else:
                messages.success(request, _("Hari libur tercatat. Tenggat yang sudah berjalan tetap."))
                return redirect(f"{reverse(HOLIDAYS)}?tahun={form.cleaned_data['on'].year}")
    year = _year(request.GET.get("tahun", ""), today)
    context = {
        "form": form,
        "may_add": bool(form.fields["where"].choices),  # type: ignore[attr-defined]
        "year": year,
        "rows": managed_holidays(actor, year, today=today),
        "typed": request.POST.get("wilayah_text", ""),
    }
    return shelf_page(
        request, "desk/catalogue/holidays.html", context, shelf=HOLIDAYS, status=status_of(form)
    )


@officer(*MANAGERS)
@require_POST
def withdraw(request: HttpRequest, holiday_id: int) -> HttpResponse:
    try:
        withdraw_holiday(actor=actor_of(request), holiday_id=holiday_id, now=timezone.now())
    except Refused as refused:
        messages.error(request, label(refused.reason, "refusal"))
    else:
        messages.success(request, _("Hari libur dicabut."))
    return redirect(HOLIDAYS)


def _places(actor: Actor) -> list[tuple[str, str]]:
    """Where one may declare: the country for the national desk, else each own region."""
    if is_national(actor):
        kinds = [(kind, label(kind, "holiday_kind")) for kind in ("national", "joint_leave")]
        return [*kinds, ("local", _("Satu daerah saja"))]
    return [(region.code, region.label) for region in own_regions(actor)]


def _region(form: HolidayForm, typed: str) -> str | None:
    """The code of the region, "" for the country; None if the typed name is none, and the form says so."""
    where = form.cleaned_data["where"]
    if where in ("national", "joint_leave"):
        return ""
    if where != "local":
        return str(where)
    found = [place for place in find_places(typed, limit=8) if LEVEL_STEP[place.level] <= _LOWEST]
    words = unabbreviated(fold(typed))
    meant = [place for place in found if words in (fold(place.name), fold(place.label))] or found
    if len(meant) == 1:
        return meant[0].code
    names = "; ".join(place.label for place in meant)
    several = _("Yang mana? Tulis lengkap: %(names)s.") % {"names": names}
    form.add_error("where", several if meant else _("Tulis nama provinsi, kabupaten, atau kotanya."))
    return None


_LOWEST = LEVEL_STEP[RegionLevel.REGENCY]


def _year(typed: str, today: date) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and int(typed) in _YEARS else today.year
