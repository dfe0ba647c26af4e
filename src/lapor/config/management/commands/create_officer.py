"""`./lapor create-officer`: the first officer of a server, or one more, with a link that signs in once."""

from argparse import ArgumentParser
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone

from lapor.rules.access import SYSTEM, Role
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps.accounts.create_officer import Grant, Invitation, NewOfficer, create_officer
from lapor.ui.labels import label


class Command(BaseCommand):
    help = "Membuat akun petugas dengan satu peran dan mencetak tautan masuk yang berlaku sekali."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True, help="alamat surel, dipakai untuk masuk")
        parser.add_argument("--name", required=True, help="nama lengkap")
        parser.add_argument("--phone", default="", help="nomor telepon")
        parser.add_argument("--agency", required=True, metavar="CODE", help="kode instansi, NASIONAL dsb.")
        parser.add_argument("--role", required=True, choices=[role.value for role in Role], help="peran")
        parser.add_argument("--position", default="", help="jabatan")

    def handle(self, *args: Any, **options: Any) -> None:
        details = NewOfficer(
            name=options["name"],
            email=options["email"],
            phone=options["phone"],
            grant=Grant(
                agency_code=options["agency"], role=Role(options["role"]), position=options["position"]
            ),
        )
        made = _created(details)
        if not made.is_new:
            self.stdout.write("Petugas ini sudah punya akun. Perannya ditambahkan; ia masuk seperti biasa.")
            return
        address = urljoin(settings.BASE_URL + "/", reverse("use-link", args=[made.token]).lstrip("/"))
        self.stdout.write("Petugas dibuat. Tautan masuk, sekali pakai, berlaku tiga hari:")
        self.stdout.write(address)


def _created(details: NewOfficer) -> Invitation:
    """Raises CommandError in words that tell what to mend."""
    grant = details.grant
    try:
        return create_officer(actor=SYSTEM, details=details, now=timezone.now())
    except NotFound as error:
        raise CommandError(
            f"Tidak ada instansi dengan kode {grant.agency_code}. Data acuan: ./lapor load-reference"
        ) from error
    except Forbidden as error:
        raise CommandError(f"Peran {grant.role.value} tidak ada di {grant.agency_code}.") from error
    except Refused as refused:
        field = f"--{refused.field}: " if refused.field else ""
        raise CommandError(f"{field}{label(refused.reason, 'refusal')}") from refused
