"""Two lines of migrations meet."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0404_clicks"), ("search", "0501_roles")]

    operations = []
