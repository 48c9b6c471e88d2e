from django.db import migrations

from core.roles import ADMINISTRATORS, CHIEF_EDITORS, EDITORS, grant

SENDERS = {"subscriptions.Newsletter": ("send",)}


class Migration(migrations.Migration):
    dependencies = [
        ("subscriptions", "0001_initial"),
        ("core", "0501_roles"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [grant({EDITORS: SENDERS, CHIEF_EDITORS: SENDERS, ADMINISTRATORS: SENDERS})]
