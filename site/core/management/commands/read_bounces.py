"""Read the reports on letters that came back, out of a mailbox on this machine."""

import mailbox
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from core.mail.bounces import read_report


class Command(BaseCommand):
    help = "Read delivery reports out of a Maildir folder or an mbox file; what was read is taken out of it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("path", type=Path, help="a Maildir folder, or an mbox file")
        parser.add_argument("--keep", action="store_true", help="leave the reports where they are")

    def handle(self, path: Path, keep: bool = False, **options) -> None:
        if not path.exists():
            raise CommandError(f"{path} is not there: name a Maildir folder or an mbox file")
        box = mailbox.Maildir(path, create=False) if path.is_dir() else mailbox.mbox(path, create=False)
        box.lock()
        counted = 0
        try:
            for key in list(box.keys()):
                if read_report(box[key]):
                    counted += 1
                    if not keep:
                        box.remove(key)
        finally:
            box.close()
        self.stdout.write(f"{counted} letters came back")
