"""``manage.py check_links``: try the links of all published pages; the worker does it every night."""

from typing import Any

from django.core.management.base import BaseCommand

from core.link_check import check_links


class Command(BaseCommand):
    help = "Try the links of all published pages and list the dead ones in the admin's report."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{check_links()} dead.")
