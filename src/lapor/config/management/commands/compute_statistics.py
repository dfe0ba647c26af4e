"""`compute_statistics`: the weekly figures, for weeks that lie back as well."""

from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from lapor.jobs.figures import compute_weeks


class Command(BaseCommand):
    """Replaces the figures of the last full weeks."""

    help = "Computes the figures of the last N full weeks."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--weeks", type=int, default=1, metavar="N")

    def handle(self, *args: Any, **options: Any) -> None:
        rows = compute_weeks(options["weeks"], now=datetime.now(UTC))
        self.stdout.write(f"{options['weeks']} × minggu, {rows} baris.")
