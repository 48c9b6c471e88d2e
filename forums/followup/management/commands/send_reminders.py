"""``manage.py send_reminders``: mail those whose reports are due or overdue. For a daily timer."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from forums.followup.reminders import DAYS_AHEAD, Letter, due_letters, send


class Command(BaseCommand):
    help = "Send one letter to each responsible contact about reports that are due soon or overdue, each day once."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--dry-run", action="store_true", help="print the letters and send nothing")
        parser.add_argument(
            "--days", type=int, default=DAYS_AHEAD, help="how many days ahead to remind (default %(default)s)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        letters = due_letters(options["days"])
        if options["dry_run"]:
            for letter in letters:
                self.stdout.write(self._described(letter))
            self.stdout.write(f"{len(letters)} to send; nothing was sent.")
            return
        failed = [letter for letter in letters if not send(letter)]
        self.stdout.write(f"{len(letters) - len(failed)} sent, {len(failed)} failed.")
        if failed:
            raise CommandError("Some letters could not be sent; they will be tried again at the next run. See the log.")

    def _described(self, letter: Letter) -> str:
        return f"To: {letter.email}\nSubject: {letter.subject}\n\n{letter.text}\n{'-' * 72}"
