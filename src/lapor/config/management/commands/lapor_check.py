"""`lapor_check`: verifies the chain of events of every report."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from lapor.queries.reports.chain_check import Fault, broken_chains


class Command(BaseCommand):
    """Prints the reports whose history does not hold; exit code 1 if there is one."""

    help = "Verifies the hash chain of every report's history."

    def handle(self, *args: Any, **options: Any) -> None:
        is_terminal, words = self.stdout.isatty(), _words()
        back = "\r" if is_terminal else ""
        events = broken = 0

        def show(seen: int) -> None:
            nonlocal events
            events = seen
            if is_terminal:
                self.stdout.write(f"{back}  {_grouped(seen)} {_('peristiwa diperiksa')}", ending="")
                self.stdout.flush()

        for found in broken_chains(show):
            broken += 1
            place = f"{_('peristiwa')} {found.number}" if found.number else "-"
            self.stdout.write(f"{back}{found.code}  {place}  {words[found.fault]}")
        self.stdout.write(back, ending="")
        if broken:
            raise CommandError(
                _("%(count)s laporan riwayatnya tidak utuh.") % {"count": broken}, returncode=1
            )
        self.stdout.write(_("Semua riwayat utuh: %(count)s peristiwa.") % {"count": _grouped(events)})


def _words() -> dict[Fault, str]:
    return {
        Fault.NO_EVENTS: _("tidak ada peristiwa"),
        Fault.NUMBER_MISSING: _("ada peristiwa yang hilang atau tersisip"),
        Fault.CONTENT_CHANGED: _("isinya diubah"),
        Fault.TOLD_CHANGED: _("isi laporannya diubah"),
        Fault.FILE_CHANGED: _("lampirannya diganti"),
        Fault.LINK_BROKEN: _("rantai ke peristiwa sebelumnya putus"),
        Fault.HEAD_DIFFERS: _("ujung rantai tidak cocok dengan laporannya"),
        Fault.STATE_DIFFERS: _("keadaan laporan tidak cocok dengan riwayatnya"),
    }


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")
