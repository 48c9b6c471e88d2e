"""``manage.py backup``: database and uploads into a new folder, checked; the oldest ones go."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.backups import BackupError, make_backup, rotate, verify


class Command(BaseCommand):
    help = "Back up the database and the uploads as one set, while the site goes on. --check looks at one again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path, default=settings.BACKUP_DIR, help="default: BACKUP_DIR (%(default)s)")
        parser.add_argument("--keep", type=int, default=settings.BACKUP_KEEP, help="how many stay (%(default)s)")
        parser.add_argument("--check", type=Path, metavar="BACKUP", help="check this backup and make none")

    def handle(self, *args: Any, to: Path, keep: int, check: Path | None, **options: Any) -> None:
        try:
            folder = check or make_backup(to)
            manifest = verify(folder)
        except BackupError as error:
            raise CommandError(str(error)) from error
        size = sum(size for size, _digest in manifest.files.values())
        self.stdout.write(f"{folder}: {len(manifest.files)} files, {size / 1_000_000:.1f} MB, as they should be.")
        if not manifest.with_media:
            self.stdout.write("Uploads stand in a bucket: keep its versions, they are not in the backup.")
        if not check:
            for gone in rotate(to, keep):
                self.stdout.write(f"{gone} is gone.")
