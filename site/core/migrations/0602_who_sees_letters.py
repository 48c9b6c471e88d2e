"""Administrators see the ledger of letters, send failed ones again, lift suspensions."""

from django.db import migrations

from core.roles import ADMINISTRATORS, grant


class Migration(migrations.Migration):
    dependencies = [("core", "0602_reply_to")]
    operations = [
        grant({ADMINISTRATORS: dict.fromkeys(("core.Letter", "core.BouncingAddress"), ("view", "change"))}),
    ]
