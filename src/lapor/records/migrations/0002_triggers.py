"""Append-only events, no state without an event, search words of what is public."""

from pathlib import Path

from django.db import migrations

TRIGGERS = Path(__file__).resolve().parents[1] / "triggers"


class Migration(migrations.Migration):
    dependencies = [("lapor", "0001_initial")]
    operations = [
        migrations.RunSQL((TRIGGERS / "events.sql").read_text(), migrations.RunSQL.noop),
        migrations.RunSQL((TRIGGERS / "search.sql").read_text(), migrations.RunSQL.noop),
    ]
