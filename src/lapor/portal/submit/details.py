"""From the valid form to what the step takes."""

from collections.abc import Iterable
from uuid import UUID

from django.utils import translation

from lapor.portal.submit.form import ReportForm
from lapor.rules.kinds import Kind
from lapor.steps.reports.receive import Contact, ReportDetails
from lapor.ui.privacy_choices import flags_of


def details_of(form: ReportForm, attachment_keys: Iterable[UUID]) -> ReportDetails:
    clean, point = form.cleaned_data, None if form.cleaned_data["nowhere"] else form.point
    is_anonymous, is_secret = flags_of(clean["privacy"])
    return ReportDetails(
        idempotency_key=clean["key"],
        text=clean["text"],
        kind=Kind(clean["kind"]),
        happened_on=form.happened.on,
        happened_text=form.happened.text,
        place_text=clean["street"],
        region_code=form.chosen["place"].code,
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        agency_id=int(form.chosen["agency"].code) if form.chosen["agency"].code else None,
        category_code=form.chosen["category"].code,
        is_anonymous=is_anonymous,
        is_secret=is_secret,
        contact=Contact(name=clean["name"], email=clean["email"], phone=clean["phone"]),
        attachment_keys=tuple(attachment_keys),
        language=(translation.get_language() or "id")[:2],
    )
