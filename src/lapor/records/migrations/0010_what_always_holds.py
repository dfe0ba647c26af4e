"""What was told is final; openness and end go with the state, words have known values; no file ever had a caption."""

from pathlib import Path

from django.db import migrations, models

TRIGGERS = Path(__file__).resolve().parents[1] / "triggers"
# What is only true in a state was left behind by some moves out of it.
LEFT_BEHIND = """
    UPDATE lapor_report SET state_before_ask = '' WHERE state <> 'incomplete' AND state_before_ask <> '';
    UPDATE lapor_report SET settled_at = NULL
      WHERE state NOT IN ('settled', 'closed') AND settled_at IS NOT NULL;
"""


class Migration(migrations.Migration):
    dependencies = [("lapor", "0009_what_can_happen")]
    operations = [
        migrations.RunSQL(LEFT_BEHIND, migrations.RunSQL.noop),
        migrations.RunSQL((TRIGGERS / "told.sql").read_text(), migrations.RunSQL.noop),
        migrations.RemoveField(model_name="attachment", name="caption"),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(
                condition=models.Q(("is_open", False)), fields=["ended_at"], name="report_ended"
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["pending", "sending", "sent", "failed", "skipped"])),
                name="notice_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["pending", "approved", "sent_back", "taken_back", "lapsed"])
                ),
                name="proposal_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["complaint", "aspiration", "information_request"])),
                name="report_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="report",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_at", None),
                        ("is_open", True),
                        ("state__in", ["in_progress", "incomplete", "received", "routed", "settled"]),
                    ),
                    models.Q(
                        ("ended_at__isnull", False),
                        ("is_open", False),
                        ("state__in", ["archived", "closed"]),
                    ),
                    _connector="OR",
                ),
                name="report_open_until_its_end",
            ),
        ),
    ]
