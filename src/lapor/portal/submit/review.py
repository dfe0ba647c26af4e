"""What will be sent, who reads it first and until when: shown before it is sent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone

from lapor.portal.submit.form import ReportForm
from lapor.queries.reports.first_reader import FirstReader, first_reader
from lapor.rules.when import When
from lapor.ui.privacy_choices import privacy_words


@dataclass(frozen=True, slots=True)
class Review:
    """The facts of one report before it exists. `hidden` sends everything on, unchanged."""

    text: str
    kind: str
    place: str
    street: str
    happened: When
    agency: str
    category: str
    privacy: str
    name: str
    email: str
    phone: str
    reader: FirstReader | None
    hidden: tuple[tuple[str, str], ...]


def review_of(form: ReportForm) -> Review:
    """Contact data is shown as it was typed: masked where it comes from the account."""
    agency, clean = form.chosen["agency"], form.cleaned_data
    reader = first_reader(int(agency.code) if agency.code else None, clean["kind"], timezone.now())
    return Review(
        text=clean["text"],
        kind=clean["kind"],
        place=form.chosen["place"].label,
        street=clean["street"],
        happened=form.happened,
        agency=agency.label,
        category=form.chosen["category"].label,
        privacy=privacy_words(clean["privacy"]),
        name=clean["name"],
        email=str(form.data.get("email", "")),
        phone=str(form.data.get("phone", "")),
        reader=reader,
        hidden=tuple(hidden_pairs(form, form.fields)),
    )


def hidden_pairs(form: ReportForm, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Name and value of everything that was typed, for hidden inputs."""
    for name in names:
        if value := form.data.get(name):
            yield name, str(value)
