"""What is typed about agencies and their decrees; forms translate, the steps judge."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lapor.queries.agencies.agency_line import AgencyLine
from lapor.queries.agencies.desk_agency import ManagedAgency
from lapor.queries.agencies.desk_decrees import DecreeLine
from lapor.rules.administration import TOP_KINDS
from lapor.rules.agencies import AgencyKind
from lapor.rules.places import CENTRAL, EASTERN, WESTERN
from lapor.steps.agencies._details import AgencyDetails
from lapor.threshold.fields import choice, day, line
from lapor.ui.labels import label

_ZONES = [(zone, label(zone, "time_zone")) for zone in (WESTERN, CENTRAL, EASTERN)]


class AgencyForm(forms.Form):
    """Names and doors."""

    name = line(_("Nama resmi"), owed=_("Tulis nama instansi atau unitnya."))
    abbreviation = line(_("Singkatan"), longest=60, hint=_("Misalnya: Dinas PUPR."))
    address = line(_("Alamat kantor"), longest=300)
    phone = line(_("Telepon"), longest=40)
    email = line(_("Surel"), longest=254)
    website = line(_("Situs"), longest=200)
    time_zone = choice(_("Zona waktu"), _ZONES, owed=_("Pilih WIB, WITA, atau WIT."))
    closing_time = forms.TimeField(
        label=_("Jam tutup"),
        help_text=_("Tenggat hari kerja berakhir pada jam ini."),
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
        error_messages={
            "required": _("Tulis jam tutup, misalnya 16.00."),
            "invalid": _("Tulis jam tutup, misalnya 16.00."),
        },
    )
    is_listed = forms.BooleanField(
        label=_("Warga dapat memilih instansi ini sendiri"),
        help_text=_("Bila tidak, hanya petugas yang meneruskan laporan ke sini."),
        required=False,
    )

    def details(self) -> AgencyDetails:
        return AgencyDetails(**{name: self.cleaned_data[name] for name in AgencyForm.base_fields})


class UnitForm(AgencyForm):
    """A new unit: the same, and what it is."""

    kind = choice(_("Jenis"), (), owed=_("Pilih dari daftar."))

    def __init__(self, data: Any = None, *, parent: ManagedAgency) -> None:
        initial = {"time_zone": parent.time_zone, "closing_time": parent.closing_time, "is_listed": True}
        super().__init__(data, initial=initial)
        self.fields["kind"].choices = [(kind.value, label(kind)) for kind in parent.kinds_below]  # type: ignore[attr-defined]

    def chosen_kind(self) -> AgencyKind:
        return AgencyKind(self.cleaned_data["kind"])


class TopAgencyForm(AgencyForm):
    """A new body at the head of a tree of its own."""

    kind = choice(_("Jenis"), (), owed=_("Pilih dari daftar."))
    coordinator = choice(
        _("Koordinator"),
        (),
        owed=_("Pilih siapa yang memutus sengketanya."),
        hint=_("Memutus bila instansi ini menolak laporan sebagai bukan wewenangnya."),
    )
    region = line(
        _("Kode wilayah"),
        longest=13,
        hint=_("Hanya untuk pemerintah daerah, misalnya 13.72. Kode menurut Kementerian Dalam Negeri."),
    )

    def __init__(self, data: Any, *, coordinators: Iterable[AgencyLine]) -> None:
        super().__init__(data, initial={"time_zone": WESTERN, "closing_time": "16:00", "is_listed": True})
        self.fields["kind"].choices = [(kind.value, label(kind)) for kind in TOP_KINDS]  # type: ignore[attr-defined]
        # Nobody is chosen until somebody chooses: the first in the alphabet decides no disputes by accident.
        listed = [("", _("Pilih")), *((one.code, one.name) for one in coordinators)]
        self.fields["coordinator"].choices = listed  # type: ignore[attr-defined]

    def chosen_kind(self) -> AgencyKind:
        return AgencyKind(self.cleaned_data["kind"])


def initial_of(agency: ManagedAgency) -> dict[str, Any]:
    """What is stored, to be typed over."""
    names = {"name": agency.line.name, "abbreviation": agency.line.abbreviation}
    return names | {name: getattr(agency, name) for name in AgencyForm.base_fields if name not in names}


class MoveForm(forms.Form):
    parent = choice(_("Induk yang baru"), (), owed=_("Pilih induk dari daftar."))


class DecreeForm(forms.Form):
    """Number, dates and scan; the team is typed in rows beside it."""

    number = line(_("Nomor SK"), owed=_("Tulis nomor SK."), longest=120)
    dated_on = day(_("Tanggal SK"), owed=_("Tulis tanggal SK."))
    valid_to = day(_("Berlaku sampai"), hint=_("Kosongkan bila tanpa batas."))
    file = forms.FileField(
        label=_("Berkas SK"),
        help_text=_("PDF, JPG, atau PNG, paling besar 20 MB. Hanya petugas yang dapat membukanya."),
        required=False,
        allow_empty_file=True,
    )


class MemberForm(forms.Form):
    """One officer of the team. A row without a word is no member."""

    name = line(_("Nama"), longest=150)
    position = line(_("Jabatan"), longest=150)
    role = line(_("Tugas dalam tim"), longest=150)


SPARE_ROWS = 3
_Members = forms.formset_factory(MemberForm, extra=SPARE_ROWS, max_num=60, absolute_max=63)


def members_formset(data: Any, decree: DecreeLine | None) -> Any:
    """The team's rows, with some empty ones to add to."""
    members = decree.members if decree else ()
    team = [{"name": one.name, "position": one.position, "role": one.role} for one in members]
    return _Members(data, prefix="tim", initial=team)
