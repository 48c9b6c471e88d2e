"""``manage.py empty_bin``: delete for good the pages that have been in the bin for 30 days. For a daily timer."""

from typing import Any

from django.core.management.base import BaseCommand

from core.bin import empty_bin


class Command(BaseCommand):
    help = "Delete for good the pages that have been in the bin for 30 days."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{empty_bin()} deleted.")
