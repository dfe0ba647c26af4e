"""Writes `docs/process/README.md` from the rules."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from lapor.config.process_docs import render


class Command(BaseCommand):
    help = "Write docs/process/README.md from the table of moves."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        page = settings.ROOT / "docs" / "process" / "README.md"
        page.write_text(render())
        self.stdout.write(f"{page.relative_to(settings.ROOT)}")
