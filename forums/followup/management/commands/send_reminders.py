"""``manage.py send_reminders``: write to those whose reports are due or overdue. The worker does so daily."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from core.models import Letter
from forums.followup.reminders import DAYS_AHEAD, write_reminders


class Command(BaseCommand):
    help = "Write one letter to each responsible contact about reports that are due soon or overdue, each day once."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--dry-run", action="store_true", help="print the letters and write nothing")
        parser.add_argument(
            "--days", type=int, default=DAYS_AHEAD, help="how many days ahead to remind (default %(default)s)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            letters = write_reminders(options["days"])
            if options["dry_run"]:
                transaction.set_rollback(True)
        if not options["dry_run"]:
            self.stdout.write(f"{len(letters)} written.")
            return
        for letter in letters:
            self.stdout.write(self._described(letter))
        self.stdout.write(f"{len(letters)} to write; nothing was written.")

    def _described(self, letter: Letter) -> str:
        return f"To: {letter.recipient}\nSubject: {letter.subject}\n\n{letter.text}\n{'-' * 72}"
