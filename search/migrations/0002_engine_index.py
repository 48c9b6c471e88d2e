"""The full-text index of the database's own engine: FTS5 tables on SQLite, vectors on PostgreSQL."""

from django.db import migrations

from search.engines import schema


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.RunPython(
            lambda _apps, editor: schema.create(editor),
            lambda _apps, editor: schema.drop(editor),
            elidable=False,
        )
    ]
