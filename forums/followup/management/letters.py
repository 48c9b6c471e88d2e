"""What the commands that write letters have in common."""

from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from core.models import Letter


class LettersCommand(BaseCommand):
    """Writes letters into the ledger, or with ``--dry-run`` prints them and writes nothing."""

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--dry-run", action="store_true", help="print the letters and write nothing")

    def write(self, make: Callable[[], list[Letter]], dry_run: bool) -> None:
        """Do ``make``, and undo it again in a dry run: what is printed is what would be sent."""
        with transaction.atomic():
            letters = make()
            if dry_run:
                transaction.set_rollback(True)
        if not dry_run:
            self.stdout.write(f"{len(letters)} written.")
            return
        for letter in letters:
            self.stdout.write(f"To: {letter.recipient}\nSubject: {letter.subject}\n\n{letter.text}\n{'-' * 72}")
        self.stdout.write(f"{len(letters)} to write; nothing was written.")
