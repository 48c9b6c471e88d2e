"""Abbreviations of local self-government that residents type; editors go on from here."""

from django.db import migrations
from django.utils import timezone

from search.query.synonyms import FIRST


def add(apps, _schema_editor):
    model = apps.get_model("search", "Synonyms")
    now = timezone.now()
    model.objects.bulk_create(model(words="\n".join(phrases), changed_at=now) for phrases in FIRST)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_engine_index")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
