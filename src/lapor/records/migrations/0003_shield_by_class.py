"""The shield follows from the class itself; who took his report back is a mark of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("lapor", "0002_triggers")]
    operations = [
        migrations.RemoveField("report", "is_shielded"),
        migrations.AddField("report", "is_withdrawn", models.BooleanField(default=False)),
        migrations.RunSQL(
            "UPDATE lapor_report SET is_withdrawn = true WHERE archive_reason = 'withdrawn'",
            migrations.RunSQL.noop,
        ),
    ]
