"""From the valid form to what the step takes."""

from collections.abc import Iterable
from uuid import UUID

from lapor.desk.intake.form import IntakeForm
from lapor.rules.kinds import Door, Kind
from lapor.steps.reports.receive import Contact, ReportDetails
from lapor.ui.privacy_choices import flags_of


def details_of(form: IntakeForm, attachment_keys: Iterable[UUID]) -> ReportDetails:
    clean, agency = form.cleaned_data, form.chosen["agency"].code
    is_anonymous, is_secret = flags_of(clean["privacy"])
    return ReportDetails(
        idempotency_key=clean["key"],
        door=Door(clean["door"]),
        text=clean["text"],
        kind=Kind(clean["kind"]),
        happened_on=form.happened.on,
        happened_text=form.happened.text,
        place_text=clean["street"],
        region_code=form.chosen["place"].code,
        category_code=form.chosen["category"].code,
        agency_id=int(agency) if agency else None,
        is_anonymous=is_anonymous,
        is_secret=is_secret,
        contact=Contact(
            name=clean["name"], email=clean["email"], phone=clean["phone"], address=clean["address"]
        ),
        attachment_keys=tuple(attachment_keys),
        language=clean["language"],
    )
