"""Neither amendments nor disclosures can be changed, removed or emptied; identities have a limit of their own."""

from pathlib import Path

from django.db import migrations, models

TRIGGERS = Path(__file__).resolve().parents[1] / "triggers"


class Migration(migrations.Migration):
    dependencies = [("lapor", "0007_proved_addresses")]
    operations = [
        migrations.RunSQL((TRIGGERS / "append_only.sql").read_text(), migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="deadline",
            name="clock",
            field=models.CharField(
                max_length=20,
                choices=[
                    ("verification", "verification"),
                    ("first_follow_up", "first_follow_up"),
                    ("finish", "finish"),
                    ("completion", "completion"),
                    ("confirmation", "confirmation"),
                    ("answer_by_law", "answer_by_law"),
                    ("hand_back", "hand_back"),
                    ("return", "return"),
                    ("decision", "decision"),
                    ("archive_objection", "archive_objection"),
                    ("contest", "contest"),
                    ("rate", "rate"),
                    ("identity_kept", "identity_kept"),
                ],
            ),
        ),
    ]
