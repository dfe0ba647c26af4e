"""`assemble`: put together what the web server hands out, from what lies in the source tree."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from lapor.ui import bundle, catalogues


class Command(BaseCommand):
    help = "Builds style and script bundles, compiles the message catalogues, collects static files."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        bundle.build_if_stale()
        catalogues.compile_all()
        call_command("collectstatic", interactive=False, verbosity=0)
