"""Making a backup, and letting go of old ones."""

import datetime as dt
import os
import shutil
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from . import databases
from .manifest import MEDIA, Manifest, all_backups, digest_of, latest


def make_backup(place: Path) -> Path:
    """Make a backup in a new folder of ``place``, which appears under its name only when it is whole."""
    now = dt.datetime.now(dt.UTC)
    before = latest(place)
    making = place / f".{now:%Y-%m-%dT%H%M%S.%fZ}"
    making.mkdir(parents=True, mode=0o700)
    try:
        manifest = Manifest(
            made_at=now.isoformat(),
            version=settings.SITE_VERSION,
            vendor=connection.vendor,
            database="",
            migrations=sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()),
            with_media=isinstance(default_storage._wrapped, FileSystemStorage),  # type: ignore[attr-defined]
        )
        known = Manifest.read(before).files if before else {}
        if manifest.with_media:
            _copy_media(making, before)
        manifest.database = databases.dump(making)
        if manifest.with_media:
            _copy_media(making, before)
        for path in sorted(path for path in making.rglob("*") if path.is_file()):
            name = str(path.relative_to(making))
            manifest.files[name] = (path.stat().st_size, _digest(path, name, before, known))
        manifest.write(making)
        ready = place / making.name.removeprefix(".")
        making.rename(ready)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return ready


def _copy_media(making: Path, before: Path | None) -> None:
    """Copy the uploads that are not copied yet; what the backup before has unchanged is linked and takes no room."""
    root = Path(settings.MEDIA_ROOT)
    for path in root.rglob("*"):
        name = path.relative_to(root)
        target = making / MEDIA / name
        if name.parts[0].startswith(".") or target.exists():
            continue
        try:
            if path.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                _copy(path, target, before / MEDIA / name if before else None)
        except FileNotFoundError:
            continue  # deleted while we looked


def _copy(path: Path, target: Path, earlier: Path | None) -> None:
    if earlier and earlier.is_file():
        now, then = path.stat(), earlier.stat()
        if (now.st_size, now.st_mtime_ns) == (then.st_size, then.st_mtime_ns):
            os.link(earlier, target)
            return
    shutil.copy2(path, target)


def _digest(path: Path, name: str, before: Path | None, known: dict) -> str:
    """A linked file is the same file: its digest is known."""
    if before and name in known and (before / name).is_file() and path.samefile(before / name):
        return known[name][1]
    return digest_of(path)


def rotate(place: Path, keep: int) -> list[Path]:
    """Delete all but the ``keep`` newest backups, and what was left of broken ones; the folders that are gone."""
    gone = all_backups(place)[:-keep] if keep > 0 else []
    limit = dt.datetime.now(dt.UTC).timestamp() - 86_400
    gone += [path for path in place.glob(".*Z") if path.is_dir() and path.stat().st_mtime < limit]
    for folder in gone:
        shutil.rmtree(folder)
    return gone
