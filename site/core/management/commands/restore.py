"""``manage.py restore BACKUP``: put a backup back into an empty database and an empty folder of uploads."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.backups import BackupError, latest, put_back


class Command(BaseCommand):
    help = "Put a backup back into an empty place (a new DATA_DIR or DATABASE_URL); without a name the newest one."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("backup", nargs="?", type=Path)

    def handle(self, *args: Any, backup: Path | None, **options: Any) -> None:
        folder = backup or latest(settings.BACKUP_DIR)
        if folder is None:
            raise CommandError(f"There is no backup in {settings.BACKUP_DIR}.")
        try:
            manifest = put_back(folder)
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{folder} is back: version {manifest.version} of {manifest.made_at}.\n"
            "Now: manage.py migrate, manage.py reindex, start the site."
        )
