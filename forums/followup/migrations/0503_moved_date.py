"""A report may move the day by which the next one is due."""

from django.db import migrations, models

OUTCOMES = [
    ("in_progress", "Work is under way"),
    ("done", "Done"),
    ("not_started", "Not begun yet"),
    ("kept", "Done this year"),
    ("lapsed", "Not done this year"),
    ("active", "Work goes on"),
    ("quiet", "Nothing was done in the period"),
    ("moved", "The date was moved"),
]


class Migration(migrations.Migration):
    dependencies = [("followup", "0502_reminders_in_the_ledger")]
    operations = [
        migrations.AddField(
            "progressreport",
            "due_moved_to",
            models.DateField(
                "new date",
                blank=True,
                null=True,
                help_text="Only where the date was moved. Say why in the text.",
            ),
        ),
        migrations.AlterField(
            "progressreport", "outcome", models.CharField("outcome", choices=OUTCOMES, max_length=20)
        ),
    ]
