"""Send the letters whose time has come: put-off ones, and those that a dead process has left. For a clock to run."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from core.mail.sending import send_due_letters


class Command(BaseCommand):
    help = "Send the letters whose time has come. Run it every minute or so."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--limit", type=int, help="at most so many letters in this run")

    def handle(self, **options) -> None:
        sent = send_due_letters(options["limit"])
        self.stdout.write(f"{sent} sent")
