"""The form of a report as its reporter fills it in: with a pin on the map and his account's contact data."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from lapor.queries.accounts.contact import OwnContact
from lapor.queries.choosing import is_elsewhere
from lapor.rules.disclosure import unmasked
from lapor.rules.kinds import Kind
from lapor.threshold.fields import line
from lapor.threshold.telling import LONGEST_STREET, NAME_TOO_LONG, TellingForm
from lapor.ui.labels import label
from lapor.ui.privacy_choices import CHOICES

SOUTH_NORTH, WEST_EAST = (-12.0, 8.0), (94.0, 142.0)


class Degrees(forms.FloatField):
    """A coordinate that a script wrote; whatever is no number counts as none, for nobody typed it."""

    def clean(self, value: Any) -> float | None:
        try:
            return super().clean(value)
        except forms.ValidationError:
            return None


class ReportForm(TellingForm):
    """A masked value comes from the account that is signed in (`own`), and stands for its real one."""

    place_latitude = Degrees(required=False)
    place_longitude = Degrees(required=False)
    street = line(
        _("Jalan atau patokan"), longest=LONGEST_STREET, hint=_("Misalnya: Jalan Pandan Ujung, di depan SD.")
    )
    name = line(_("Nama Anda"), longest=120, too_long=NAME_TOO_LONG)
    phone = line(_("Nomor HP"), longest=40, hint=_("Bila petugas perlu menelepon Anda."))

    def __init__(
        self, data: QueryDict | None = None, *, own: OwnContact | None = None, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.own = own
        self.is_fresh = False
        self.fields["kind"].label = _("Apa yang Anda harapkan?")
        self.fields["kind"].initial, self.fields["privacy"].initial = Kind.COMPLAINT.value, CHOICES[0]

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude of the pin, if it stands in Indonesia."""
        latitude, longitude = (self.cleaned_data.get(f"place_{name}") for name in ("latitude", "longitude"))
        if latitude is None or longitude is None:
            return None
        inside = SOUTH_NORTH[0] <= latitude <= SOUTH_NORTH[1] and WEST_EAST[0] <= longitude <= WEST_EAST[1]
        return (latitude, longitude) if inside else None

    def _typed_line(self, field: str) -> str:
        value = unmasked(super()._typed_line(field), getattr(self.own, field, ""))
        if value is None:
            raise forms.ValidationError(label("masked_in_part", "refusal"))
        return value

    def _choose_place(self) -> None:
        super()._choose_place()
        if self.point and is_elsewhere(self.point, self.chosen["place"].code):
            self._forget_point()

    def _forget_point(self) -> None:
        for name in ("place_latitude", "place_longitude"):
            self.cleaned_data[name] = None
            self.write(name, "")
