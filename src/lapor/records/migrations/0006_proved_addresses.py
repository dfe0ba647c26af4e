"""An e-mail address is one account's only once it is proved; a link says which address it proves."""

import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("lapor", "0005_report_link")]
    operations = [
        migrations.RemoveConstraint(model_name="account", name="account_email_once"),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"),
                condition=models.Q(models.Q(("email", ""), _negated=True), ("email_confirmed_at__isnull", False)),
                name="account_email_once",
                violation_error_code="unique",
            ),
        ),
        migrations.AddField(
            model_name="loginlink",
            name="proves",
            field=models.EmailField(blank=True, db_default="", default="", max_length=254),
        ),
        migrations.AddField(
            model_name="loginlink",
            name="signs_in",
            field=models.BooleanField(db_default=True, default=True),
        ),
    ]
