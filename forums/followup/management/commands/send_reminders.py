"""``manage.py send_reminders``: write to those whose reports are due or overdue. The worker does so daily."""

from typing import Any

from forums.followup.management.letters import LettersCommand
from forums.followup.reminders import DAYS_AHEAD, write_reminders


class Command(LettersCommand):
    help = "Write one letter to each responsible contact about reports that are due soon or overdue, each day once."

    def add_arguments(self, parser: Any) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--days", type=int, default=DAYS_AHEAD, help="how many days ahead to remind (default %(default)s)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.write(lambda: write_reminders(options["days"]), options["dry_run"])
