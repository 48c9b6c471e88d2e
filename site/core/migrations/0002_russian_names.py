"""What Wagtail names in English when it makes a database gets the names that Russian editors read."""

from django.db import migrations

APPROVAL = {"Moderators approval": "Проверка перед публикацией"}
ROOTS = {"Root": "Корень"}


def _rename(model, field, names):
    for english, russian in names.items():
        model.objects.filter(**{field: english}).update(**{field: russian})


def into_russian(apps, schema_editor):
    for name in ("Workflow", "Task"):
        _rename(apps.get_model("wagtailcore", name), "name", APPROVAL)
    _rename(apps.get_model("wagtailcore", "Collection"), "name", ROOTS)
    pages = apps.get_model("wagtailcore", "Page").objects.filter(depth=1)
    for english, russian in ROOTS.items():
        pages.filter(title=english).update(title=russian, draft_title=russian)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunPython(into_russian, migrations.RunPython.noop)]
