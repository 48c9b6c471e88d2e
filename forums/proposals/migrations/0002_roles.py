from django.db import migrations

from core.roles import ADMINISTRATORS, CHIEF_EDITORS, ORGANISERS, grant

MODERATORS = {
    "proposals.Proposal": ("moderate",),
    "proposals.ProposalPeriod": ("add", "change", "delete", "view"),
}
SETTINGS = {"proposals.ProposalSettings": ("change",)}


class Migration(migrations.Migration):
    dependencies = [
        ("proposals", "0001_initial"),
        ("core", "0501_roles"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        grant(
            {
                ORGANISERS: MODERATORS,
                CHIEF_EDITORS: MODERATORS | SETTINGS,
                ADMINISTRATORS: MODERATORS | SETTINGS,
            }
        )
    ]
