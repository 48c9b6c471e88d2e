"""Erase what has outlived its use: unconfirmed requests, used links, old counters and letters. For a clock to run."""

from django.core.management.base import BaseCommand

from core.contacts.erasure import erase_expired


class Command(BaseCommand):
    help = "Erase unconfirmed requests, old links and letters, and what rooms keep for a time only. Run it daily."

    def handle(self, **options) -> None:
        for name, count in erase_expired().items():
            self.stdout.write(f"{name}: {count} erased")
