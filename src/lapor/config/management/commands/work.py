"""`work`: the worker that sends notices and does timed jobs."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from lapor.channels.dispatch import deliver_due
from lapor.jobs.worker import work


class Command(BaseCommand):
    """Runs until it is told to stop."""

    help = "Sends notices and does timed jobs until SIGTERM."

    def handle(self, *args: Any, **options: Any) -> None:
        sys.exit(work(lambda: deliver_due(clock=timezone.now)))
