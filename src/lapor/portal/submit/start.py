"""How the form opens: empty, with the words from the home page, or with a kept draft."""

from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest

from lapor.portal.reporter import reporter_of
from lapor.portal.submit.form import ReportForm
from lapor.queries.accounts.contact import OwnContact, own_contact
from lapor.queries.agencies.tree import agency_by_code
from lapor.queries.places.regions import region_by_code
from lapor.queries.places.reverse_geocode import PlaceAt, place_at
from lapor.queries.reports.drafts import draft_content, suggested_point
from lapor.rules.disclosure import masked
from lapor.rules.text import clean_text
from lapor.steps.reports.receive import MAX_TEXT


def started(request: HttpRequest) -> ReportForm:
    """A form that is not judged yet. Its key is the draft's, or a fresh one."""
    actor = reporter_of(request)
    own = own_contact(actor)
    key = _uuid(request.GET.get("draf", ""))
    content = draft_content(actor, key) if key else None
    words = (request.POST.get("isi") or request.GET.get("isi", "")).replace("\x00", "")
    before = _prefilled(own) | _asked_for(request)
    initial: dict[str, Any] = before | {"text": words[:MAX_TEXT]} | (content or {})
    initial["key"] = key if key and content is not None else uuid4()
    form = ReportForm(initial=initial, own=own)
    form.is_fresh = content is None
    return form


def reopened(request: HttpRequest, key: UUID) -> ReportForm:
    """The form as it was sent, not judged: to go on writing."""
    typed = {name: request.POST.get(name, "") for name in ReportForm.base_fields}
    return ReportForm(initial=typed | {"key": key}, own=own_contact(reporter_of(request)))


def offered_place(key: UUID) -> PlaceAt | None:
    """Where the last photograph says it was taken, offered where no place was given."""
    point = suggested_point(key)
    return place_at(*point) if point else None


def key_of(request: HttpRequest) -> UUID:
    """The key that came with the form; a fresh one where it is missing or unreadable."""
    return _uuid(request.POST.get("key", "")) or uuid4()


def _prefilled(own: OwnContact | None) -> dict[str, str]:
    """Contact data of the account, masked: whoever looks over the shoulder learns nothing."""
    if own is None:
        return {}
    return {"name": own.name, "email": masked(own.email), "phone": masked(own.phone)}


def _asked_for(request: HttpRequest) -> dict[str, str]:
    """Agency or place of the page from which somebody came, by code; he may still choose another or none."""
    agency_code = clean_text(request.GET.get("instansi", ""))[:40]
    place_code = clean_text(request.GET.get("tempat", ""))[:13]
    agency = agency_by_code(agency_code) if agency_code else None
    place = region_by_code(place_code) if place_code else None
    return ({"agency": str(agency.id), "agency_text": agency.name} if agency and agency.is_active else {}) | (
        {"place": place.code, "place_text": place.label} if place else {}
    )


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
