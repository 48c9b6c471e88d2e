"""``manage.py setup_followup``: groups, permissions and the approval of reports, where they are missing."""

from typing import Any

from django.core.management.base import BaseCommand

from forums.followup.roles import BODIES, ensure_roles


class Command(BaseCommand):
    help = "Make the group of responsible bodies, its permissions and the workflow by which editors approve reports."

    def handle(self, *args: Any, **options: Any) -> None:
        ensure_roles()
        self.stdout.write(f"The group “{BODIES}” and its workflow are ready.")
