"""What is typed about officers and their roles; forms translate, the steps judge."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lapor.queries.agencies.desk_agency import ManagedAgency
from lapor.queries.agencies.desk_decrees import DecreeChoice
from lapor.rules.access import Role
from lapor.steps.accounts.create_officer import Grant, NewOfficer
from lapor.threshold.fields import choice, day, line
from lapor.ui.labels import label


class RoleForm(forms.Form):
    """A role at one agency, with the decrees and roles that fit there."""

    role = choice(_("Peran"), (), owed=_("Pilih perannya."))
    position = line(_("Jabatan"), longest=120, hint=_("Misalnya: Sekretaris dinas."))
    decree = choice(_("Menurut SK"), (), hint=_("SK dicatat di halaman instansi."))
    valid_from = day(_("Mulai"), hint=_("Kosongkan untuk mulai hari ini."))
    valid_to = day(_("Sampai"), hint=_("Kosongkan bila tanpa batas. Hari itu masih termasuk."))

    def __init__(
        self,
        data: Any = None,
        *,
        agency: ManagedAgency,
        roles: tuple[Role, ...],
        decrees: tuple[DecreeChoice, ...],
    ) -> None:
        super().__init__(data)
        self._agency = agency
        self.fields["role"].choices = [(role.value, label(role)) for role in roles]  # type: ignore[attr-defined]
        named = [(str(one.id), _decree_words(one, agency)) for one in decrees]
        self.fields["decree"].choices = [("", _("Tanpa SK")), *named]  # type: ignore[attr-defined]

    def grant(self) -> Grant:
        clean = self.cleaned_data
        return Grant(
            agency_code=self._agency.line.code,
            role=Role(clean["role"]),
            position=clean["position"],
            decree_id=int(clean["decree"]) if clean["decree"] else None,
            valid_from=clean["valid_from"],
            valid_to=clean["valid_to"],
        )


class InvitationForm(RoleForm):
    """A new officer: who he is, his role, and how his link reaches him."""

    name = line(_("Nama lengkap"), owed=_("Tulis nama petugas."), longest=120)
    email = line(
        _("Surel dinas"),
        owed=_("Tulis alamat surelnya."),
        longest=254,
        hint=_("Dengan alamat ini petugas masuk."),
    )
    phone = line(_("Nomor telepon"), longest=30)
    link = choice(
        _("Tautan masuk pertama"),
        [("email", _("Kirim ke surelnya")), ("shown", _("Tampilkan di sini, saya sampaikan sendiri"))],
        owed=_("Pilih salah satu."),
    )

    # As the page shows them: mistakes are listed from above.
    field_order = ("name", "email", "phone")

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.initial["link"] = "email"

    def officer(self) -> NewOfficer:
        clean = self.cleaned_data
        return NewOfficer(
            name=clean["name"],
            email=clean["email"],
            phone=clean["phone"],
            grant=self.grant(),
            by_email=clean["link"] == "email",
        )


class EndForm(forms.Form):
    """When a role ends."""

    when = choice(
        _("Kapan berakhir?"),
        [("now", _("Sekarang juga")), ("day", _("Pada hari tertentu"))],
        owed=_("Pilih salah satu."),
    )
    last_day = day(_("Hari terakhir bertugas"))
    confirmed = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        is_open = self.cleaned_data.get("when") == "day" and not self.cleaned_data.get("last_day")
        if is_open and "last_day" not in self.errors:
            self.add_error("last_day", _("Tulis hari terakhirnya."))
        return self.cleaned_data


def _decree_words(one: DecreeChoice, agency: ManagedAgency) -> str:
    return one.number if one.agency == agency.line.name else f"{one.number} ({one.agency})"
