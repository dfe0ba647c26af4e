"""`collect_messages`: bring the English catalogue up to date with what pages and messages say."""

from typing import Any

from django.core.management.base import BaseCommand

from lapor.ui import catalogues


class Command(BaseCommand):
    help = "Collects all texts into src/lapor/ui/locale/en; translations that exist stay."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        found = catalogues.collect()
        missing = catalogues.untranslated()
        self.stdout.write(f"{len(found)} messages, {len(missing)} without English")
        for message in missing:
            self.stdout.write(f"  {message}")
