"""``manage.py send_digests``: write to those whose things have news, go on with newsletters; the worker does both."""

from typing import Any

from django.core.management.base import BaseCommand

from home.subscriptions.digests import send_digests
from home.subscriptions.newsletters import deliver_newsletters


class Command(BaseCommand):
    help = "Write the letters that are due about what residents follow, and newsletters that were sent; each once."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{send_digests()} digests, {deliver_newsletters()} newsletters.")
