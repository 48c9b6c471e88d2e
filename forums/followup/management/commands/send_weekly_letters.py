"""``manage.py send_weekly_letters``: this week's letter to each responsible contact that owes a report."""

from typing import Any

from forums.followup.management.letters import LettersCommand
from forums.followup.weekly import write_weekly_letters


class Command(LettersCommand):
    help = "Write one letter to each responsible contact with all that it owes, once a week."

    def handle(self, *args: Any, **options: Any) -> None:
        self.write(write_weekly_letters, options["dry_run"])
