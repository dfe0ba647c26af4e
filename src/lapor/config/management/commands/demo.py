"""`demo`: builds the demo world once, shows its progress and prints the log-ins."""

import os
import secrets
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from lapor.config.command.places import write_private
from lapor.config.command.terminal import bar
from lapor.config.demo.belongings import Holding, holding
from lapor.config.demo.build import Plan, build_reports
from lapor.config.demo.doors import open_doors
from lapor.config.demo.officers import LOGINS, build_cast
from lapor.config.demo.stage import Told

_WORDS = ("jalan", "lampu", "pasar", "sungai", "kebun", "sekolah", "jembatan", "taman", "sawah", "pelita")


class Command(BaseCommand):
    """Only ever for an empty system: a demo among real reports would be a lie."""

    help = "Builds the demo world: 3 provinces, 6 regencies and cities, 2 ministries, about 2,000 reports."

    def add_arguments(self, parser: CommandParser) -> None:
        many = int(os.environ.get("LAPOR_DEMO_REPORTS") or Plan().reports)
        parser.add_argument("--reports", type=int, default=many, help=f"how many reports (default {many})")
        parser.add_argument("--password", default="", help="for all officers (default: made up and printed)")
        parser.add_argument("--look", action="store_true", help="only tell by exit code whose data are here")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["look"]:
            sys.exit(holding())
        if holding() is not Holding.NOTHING:
            raise CommandError(
                _("Sudah ada laporan atau akun di sini; dunia contoh hanya untuk sistem yang kosong.")
            )
        now = timezone.now()
        password = options["password"] or "-".join(secrets.choice(_WORDS) for _word in range(4))
        self.stdout.write(_("Membuat dunia contoh (sekali saja): petugas, laporan, dan jawabannya …"))
        cast = build_cast(password=password, now=now)
        open_doors(cast, now=now)
        told = build_reports(cast, Plan(reports=options["reports"]), now=now, progress=self._show)
        self._tell(password, told)

    def _show(self, done: int, of: int) -> None:
        if self.stdout.isatty():
            self.stdout.write(f"\r  {_('Laporan'):<22} {bar(done / of)} {done:>5}/{of}", ending="")
            self.stdout.flush()

    def _tell(self, password: str, told: list[Told]) -> None:
        width = max(len(login.login) for login in LOGINS)
        lines = [_("Masuk di /masuk/ dengan kata sandi: {password}").format(password=password)]
        lines += [f"  {login.login:<{width}}  {login.who}" for login in LOGINS]
        lines.append(_("Lacak laporan tanpa akun di /lacak/, dengan nomor dan kode:"))
        lines += [f"  {one.code} + {one.access_code}  ({one.what})" for one in told]
        text = "\n".join(lines)
        self.stdout.write(f"\n{text}")
        path = settings.HOME / "demo-logins.txt"
        write_private(path, text + "\n")
        self.stdout.write(_("Disimpan juga di {path}.").format(path=path))
