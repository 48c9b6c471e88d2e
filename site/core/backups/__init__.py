"""Backups: database and uploads as one set, checked by digests, put back into an empty place.

Uploads are copied before the database and once more after it. A file is there before the row that names it, and goes
after the row: whatever the copy of the database names is in one of the two, however much is written meanwhile.
"""

from .making import make_backup, rotate
from .manifest import BackupError, Manifest, latest, verify
from .putting_back import put_back

__all__ = ["BackupError", "Manifest", "latest", "make_backup", "put_back", "rotate", "verify"]
