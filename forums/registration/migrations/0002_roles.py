from django.db import migrations

from core.roles import ADMINISTRATORS, CHIEF_EDITORS, ORGANISERS, grant

MANAGERS = {
    "registration.Registration": ("manage",),
    "registration.RegistrationPeriod": ("add", "change", "view"),
}


class Migration(migrations.Migration):
    dependencies = [
        ("registration", "0001_initial"),
        ("core", "0501_roles"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [grant({ORGANISERS: MANAGERS, CHIEF_EDITORS: MANAGERS, ADMINISTRATORS: MANAGERS})]
