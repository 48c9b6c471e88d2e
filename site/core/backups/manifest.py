"""What stands in a backup: a list of its files with sizes and digests, by which it is checked."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

MANIFEST = "manifest.json"
MEDIA = "media"
CHUNK = 1024 * 1024


class BackupError(Exception):
    """A backup cannot be made, is damaged, or may not be put back there; says what to do."""


@dataclass
class Manifest:
    """``files`` are paths within the backup with their sizes and SHA-256 digests."""

    made_at: str
    version: str
    vendor: str
    database: str
    migrations: list[str]
    with_media: bool
    files: dict[str, tuple[int, str]] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True)
        (folder / MANIFEST).write_text(text, encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "Manifest":
        try:
            return cls(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise BackupError(f"{folder} is no backup: its {MANIFEST} cannot be read ({error}).") from error


def digest_of(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def verify(folder: Path) -> Manifest:
    """Look at every file of a backup. Raises :class:`BackupError` that names what is missing or different."""
    manifest = Manifest.read(folder)
    wrong = []
    for name, (size, digest) in manifest.files.items():
        path = folder / name
        if not path.is_file():
            wrong.append(f"{name} is missing")
        elif path.stat().st_size != size or digest_of(path) != digest:
            wrong.append(f"{name} is not what was written")
    if wrong:
        raise BackupError(f"{folder}: {'; '.join(wrong[:5])}; {len(wrong)} in all. Take another backup.")
    return manifest


def all_backups(place: Path) -> list[Path]:
    """Whole backups in ``place``, the oldest first."""
    return sorted(path.parent for path in place.glob(f"*/{MANIFEST}") if not path.parent.name.startswith("."))


def latest(place: Path) -> Path | None:
    found = all_backups(place)
    return found[-1] if found else None
