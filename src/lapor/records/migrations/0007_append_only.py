"""Neither amendments nor disclosures can be changed, removed or emptied; identities have a limit of their own."""

from pathlib import Path

from django.db import migrations

TRIGGERS = Path(__file__).resolve().parents[1] / "triggers"


class Migration(migrations.Migration):
    dependencies = [("lapor", "0006_proved_addresses")]
    operations = [
        migrations.RunSQL((TRIGGERS / "append_only.sql").read_text(), migrations.RunSQL.noop),
    ]
