"""The archives of forums that are there already become the organisers' to fill, as new ones do."""

from django.db import migrations

from core.roles import ORGANISERS, grant_pages


def give_archives(apps, schema_editor):
    for pk in apps.get_model("editions.ForumIndexPage").objects.values_list("pk", flat=True):
        grant_pages(apps, ORGANISERS, pk, ("add", "change", "publish", "lock", "unlock"))


class Migration(migrations.Migration):
    dependencies = [("editions", "0001_initial"), ("core", "0501_roles")]
    operations = [migrations.RunPython(give_archives, migrations.RunPython.noop)]
