"""Who keeps the synonyms of the search."""

from django.db import migrations

from core.roles import ADMINISTRATORS, CHIEF_EDITORS, EDITORS, grant

SYNONYMS = "search.Synonyms"


class Migration(migrations.Migration):
    dependencies = [("search", "0404_clicks"), ("core", "0501_roles")]
    operations = [
        grant(
            {
                EDITORS: {SYNONYMS: ("add", "change")},
                CHIEF_EDITORS: {SYNONYMS: ("add", "change", "delete")},
                ADMINISTRATORS: {SYNONYMS: ("add", "change", "delete")},
            }
        )
    ]
