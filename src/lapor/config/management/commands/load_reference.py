"""`load_reference`: loads the shipped reference data with a progress bar."""

from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from lapor.config.command.terminal import bar
from lapor.steps.reference.load import load_reference


class Command(BaseCommand):
    """Writes one line per data set; on a terminal the line grows while it loads."""

    help = "Loads regions, agencies, categories, holidays, limits and texts that ship with LAPOR."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--province", action="append", metavar="CODE", help="only this province, e.g. 13 (repeatable)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        titles = _titles()
        provinces = frozenset(options["province"]) if options["province"] else None
        is_terminal = self.stdout.isatty()

        def show(name: str, share: float) -> None:
            if is_terminal:
                self.stdout.write(f"\r  {titles[name]:<22} {bar(share)} {share:>4.0%}", ending="")
                self.stdout.flush()

        started = datetime.now(UTC)
        for loaded in load_reference(progress=show, now=started, provinces=provinces):
            state = _("sudah terbaru") if loaded.was_current else _("dimuat")
            count = f"{loaded.rows:,}".replace(",", ".")
            line = f"  {titles[loaded.name]:<22} {count:>7} {state}"
            self.stdout.write(f"\r{line:<70}" if is_terminal else line)
            if loaded.kept:
                self.stdout.write("  " + _kept(loaded.kept))


def _kept(count: int) -> str:
    words = _(
        "%(count)s yang tidak ada lagi di data baru tetap aktif: masih memegang laporan atau punya petugas."
    )
    return words % {"count": count}


def _titles() -> dict[str, str]:
    return {
        "regions": _("Wilayah"),
        "agencies": _("Instansi"),
        "categories": _("Kategori"),
        "holidays": _("Hari libur"),
        "limits": _("Batas hari"),
        "follow_up_templates": _("Contoh tindak lanjut"),
        "notice_templates": _("Kata pemberitahuan"),
    }
