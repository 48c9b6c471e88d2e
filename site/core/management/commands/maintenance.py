"""``manage.py maintenance on|off``."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from core.monitoring.maintenance import minutes_left, turn_off, turn_on


class Command(BaseCommand):
    """Switch the page “the site is being mended” on or off; without an argument say which it is."""

    help = "Answer every page with 503 for a while: on, off; without an argument say how it stands."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("state", nargs="?", choices=("on", "off"))
        parser.add_argument("--minutes", type=int, default=10, help="how long it will take (default %(default)s)")

    def handle(self, *args: Any, state: str | None, minutes: int, **options: Any) -> None:
        if state == "on":
            turn_on(minutes)
        elif state == "off":
            turn_off()
        left = minutes_left()
        self.stdout.write("No maintenance." if left is None else f"Maintenance, {left} min left.")
