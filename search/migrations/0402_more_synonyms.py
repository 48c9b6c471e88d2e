"""The groups of synonyms that came since the site was made; those that editors have stay as they are."""

from django.db import migrations
from django.utils import timezone

from search.query.synonyms import missing


def add(apps, _schema_editor):
    model = apps.get_model("search", "Synonyms")
    now = timezone.now()
    known = model.objects.values_list("words", flat=True)
    model.objects.bulk_create(model(words="\n".join(group), changed_at=now) for group in missing(known))


class Migration(migrations.Migration):
    dependencies = [("search", "0401_time_and_files")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
