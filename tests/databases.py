"""A migrated database made once and copied for every run: applying all migrations takes most of a minute.

It is made anew when a migration, the search schema or a pinned package changes. SQLite: a file in ``var/tests``, copied
for each process; PostgreSQL: a database that the tests' own ones are created from (``CREATE DATABASE … TEMPLATE``).
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "var" / "tests"


def state_of_migrations() -> str:
    """A digest of everything that a freshly migrated database follows from."""
    digest = hashlib.sha256()
    sources = [ROOT / "requirements" / "base.txt", *ROOT.glob("site/core/models/*.py")]
    for folder in (ROOT / "site" / "core", *(ROOT / name for name in ("forums", "home", "projects", "search"))):
        sources += folder.glob("**/migrations/*.py")
    sources += (ROOT / "search" / "engines").glob("*.py")
    for path in sorted(sources):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def _alone(name: str) -> Iterator[None]:
    """One process at a time makes a database; the others wait and find it made."""
    PLACE.mkdir(parents=True, exist_ok=True)
    with (PLACE / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _migrate(address: str) -> None:
    environment = {**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    command = [sys.executable, "manage.py", "migrate", "--noinput", "--verbosity", "0"]
    with tempfile.TemporaryDirectory() as data:
        subprocess.run(command, cwd=ROOT, env=environment | {"DATA_DIR": data}, check=True)


def migrated_file() -> Path:
    """The migrated SQLite database; not to be written to."""
    state = state_of_migrations()
    ready = PLACE / f"migrated-{state}.sqlite3"
    with _alone("sqlite"):
        if not ready.exists():
            for old in PLACE.glob("migrated-*"):
                old.unlink()
            making = PLACE / "making.sqlite3"
            making.unlink(missing_ok=True)
            _migrate(f"sqlite:///{making}")
            making.rename(ready)
    return ready


def copy_for_this_process() -> Path:
    """A copy in memory where the system offers files there, else in its temporary folder."""
    shared = Path("/dev/shm")  # noqa: S108
    folder = Path(tempfile.mkdtemp(prefix="forum-tests-", dir=shared if shared.is_dir() else None))
    return Path(shutil.copy(migrated_file(), folder / "test.sqlite3"))


def migrated_template(address: str) -> str:
    """The name of a migrated PostgreSQL database on the server of ``address`` (a DATABASE_URL)."""
    name = f"forum_migrated_{state_of_migrations()}"
    with _alone("postgresql"), psycopg.connect(address, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            making = "forum_migrated_in_the_making"
            connection.execute(f"DROP DATABASE IF EXISTS {making}")
            connection.execute(f"CREATE DATABASE {making}")
            _migrate(urlunsplit(urlsplit(address)._replace(path=f"/{making}")))
            connection.execute(f"ALTER DATABASE {making} RENAME TO {name}")
    return name
