"""The ledger of letters knows what was sent and tried: a reminder says only who was told of what, and when."""

import django.utils.timezone
from django.db import migrations, models


def forget_what_failed(apps, schema_editor):
    """Nobody was told of it; it is written anew."""
    apps.get_model("followup.Reminder").objects.filter(sent_at=None).delete()


class Migration(migrations.Migration):
    dependencies = [("followup", "0501_roles")]
    operations = [
        migrations.RunPython(forget_what_failed, migrations.RunPython.noop),
        migrations.RemoveField("reminder", "attempts"),
        migrations.RemoveField("reminder", "last_error"),
        migrations.RenameField("reminder", "sent_at", "told_at"),
        migrations.AlterField(
            "reminder", "told_at", models.DateTimeField("told at", default=django.utils.timezone.now)
        ),
    ]
