"""``manage.py purge_uploads``: delete files under review whose time is over. For a daily timer."""

from typing import Any

from django.core.management.base import BaseCommand

from core.models import PendingUpload


class Command(BaseCommand):
    help = "Delete uploaded files that nobody has reviewed for 30 days, and those that were applied so long ago."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{PendingUpload.objects.purge()} deleted.")
