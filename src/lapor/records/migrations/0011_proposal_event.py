"""A draft names the event by which it was handed in; until now both told the same moment."""

import django.db.models.deletion
from django.db import migrations, models

_JOIN = """
UPDATE lapor_proposal p SET event_id = e.id FROM lapor_event e
WHERE e.report_id = p.report_id AND e.move = 'propose' AND e.at = p.proposed_at
  AND e.details ->> 'kind' = p.kind;
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):

    dependencies = [("lapor", "0010_what_always_holds")]

    operations = [
        migrations.AddField(
            model_name="proposal",
            name="event",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="proposal",
                to="lapor.event",
            ),
        ),
        migrations.RunSQL(_JOIN, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name="proposal",
            name="event",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT, related_name="proposal", to="lapor.event"
            ),
        ),
    ]
