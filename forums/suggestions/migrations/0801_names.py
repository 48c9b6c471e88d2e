from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("suggestions", "0001_initial")]

    operations = [
        migrations.AlterModelOptions(
            name="decision",
            options={
                "verbose_name": "decision on a suggestion",
                "verbose_name_plural": "decisions on suggestions",
            },
        ),
    ]
