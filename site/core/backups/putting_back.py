"""Putting a backup back, into an empty place only."""

import shutil
from pathlib import Path

from django.conf import settings
from django.db import connection

from . import databases
from .manifest import MEDIA, BackupError, Manifest, verify


def put_back(folder: Path) -> Manifest:
    """Check the backup, then fill the empty database and the empty folder of uploads from it."""
    manifest = verify(folder)
    if manifest.vendor != connection.vendor:
        raise BackupError(f"The backup is of {manifest.vendor}, the site's database is {connection.vendor}.")
    if not databases.is_empty():
        raise BackupError(
            "The site's database is not empty. Put a backup back into a new one: another DATA_DIR or DATABASE_URL."
        )
    root = Path(settings.MEDIA_ROOT)
    if root.is_dir() and any(root.iterdir()):
        raise BackupError(f"{root} is not empty. Put a backup back into a new folder: another DATA_DIR.")
    databases.load(folder / manifest.database)
    if manifest.with_media and (folder / MEDIA).is_dir():
        shutil.copytree(folder / MEDIA, root, dirs_exist_ok=True)
    return manifest
