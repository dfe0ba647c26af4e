"""Agencies that are given a copy are told."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("lapor", "0004_two_kinds_of_drafts")]
    operations = [
        migrations.AlterField(
            model_name="notice",
            name="recipient",
            field=models.CharField(
                choices=[
                    ("reporter", "reporter"),
                    ("holder", "holder"),
                    ("approver", "approver"),
                    ("copied", "copied"),
                ],
                max_length=10,
            ),
        ),
    ]
