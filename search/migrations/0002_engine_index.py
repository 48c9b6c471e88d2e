"""The full-text index of the database's own engine: FTS5 tables on SQLite, vectors on PostgreSQL."""

from django.db import migrations

from search.engines.database import create_index, drop_index


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.RunPython(
            lambda _apps, editor: create_index(editor),
            lambda _apps, editor: drop_index(editor),
            elidable=False,
        )
    ]
