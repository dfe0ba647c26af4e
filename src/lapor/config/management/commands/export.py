"""`export`: public data of all published reports, as CSV or JSON lines."""

import csv
import json
import os
import sys
from datetime import datetime
from typing import Any, TextIO, cast

from django.core.management.base import BaseCommand, CommandParser

from lapor.queries.reports.public_export import export_columns, export_rows


class Command(BaseCommand):
    """Writes to the standard output, row by row."""

    help = "Exports the public data of published reports: no identities, no secret reports."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", choices=("csv", "jsonl"), default="csv")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self._write(options["format"])
        except BrokenPipeError:  # whoever reads has seen enough, as `head` does
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _write(self, form: str) -> None:
        out = cast(TextIO, self.stdout)  # its lines end as they are written
        if form == "jsonl":
            for row in export_rows():
                out.write(json.dumps(row, ensure_ascii=False, default=_plain) + "\n")
            return
        writer = csv.DictWriter(out, fieldnames=export_columns(), lineterminator="\n")
        writer.writeheader()
        for row in export_rows():
            writer.writerow({name: _safe(_plain(value)) for name, value in row.items()})


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


def _safe(value: Any) -> Any:
    """Spreadsheets run a cell that begins like a formula; people write public titles."""
    return f"'{value}" if isinstance(value, str) and value[:1] in tuple("=+-@\t\r") else value
