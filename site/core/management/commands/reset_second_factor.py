"""``manage.py reset_second_factor USER``: for somebody who lost the telephone and the recovery codes."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.accounts.second_factor import turn_off


class Command(BaseCommand):
    help = "Forget a user's second factor; where the role requires one, the next sign-in sets up a new one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no user {username}.")
        turn_off(user)
        self.stdout.write(f"{username} signs in with the password alone until a second factor is set up anew.")
