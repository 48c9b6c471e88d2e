"""Databases made once and copied for every run: applying all migrations takes most of a minute, loading the demo more.

The migrated one is made anew when a migration, the search schema or a pinned package changes; the demo's, with its
files, when any module does. SQLite: files in ``var/tests``, copied for each process; PostgreSQL: databases that the
tests' own ones are created from (``CREATE DATABASE … TEMPLATE``).
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.contrib.contenttypes.models import ContentType
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "var" / "tests"
ROOMS = [ROOT / name for name in ("site", "forums", "home", "projects", "search")]


def _digest(sources: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(sources):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


@cache
def state_of_migrations() -> str:
    """A digest of everything that a freshly migrated database follows from."""
    sources = [ROOT / "requirements" / "base.txt", *ROOT.glob("site/core/models/*.py")]
    for folder in ROOMS:
        sources += folder.glob("**/migrations/*.py")
    return _digest([*sources, *(ROOT / "search" / "engines").glob("*.py")])


@cache
def state_of_demo() -> str:
    """A digest of everything that the demo follows from: all modules, messages and pinned packages."""
    sources = [ROOT / "requirements" / "base.txt"]
    for folder in ROOMS:
        sources += [*folder.rglob("*.py"), *folder.rglob("*.po")]
    return _digest(sources)


@contextmanager
def _alone(name: str) -> Iterator[None]:
    """One process at a time makes a database; the others wait and find it made."""
    PLACE.mkdir(parents=True, exist_ok=True)
    with (PLACE / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _manage(*arguments: str, address: str, media: Path | None = None) -> None:
    with tempfile.TemporaryDirectory() as data:
        environment = {
            **os.environ,
            "DATABASE_URL": address,
            "DATA_DIR": data,
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "TESTS_MEDIA_ROOT": str(media or data),
        }
        subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, check=True)


# --- SQLite -----------------------------------------------------------------------------------------------------------


def _in_one_file(database: Path) -> Path:
    """The database without its write-ahead log."""
    with sqlite3.connect(database) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    opened.close()
    return database


def migrated_file() -> Path:
    """The migrated SQLite database; not to be written to."""
    ready = PLACE / f"migrated-{state_of_migrations()}.sqlite3"
    with _alone("sqlite"):
        if not ready.exists():
            for old in PLACE.glob("migrated-*"):
                old.unlink()
            making = PLACE / "making.sqlite3"
            making.unlink(missing_ok=True)
            _manage("migrate", "--noinput", "--verbosity", "0", address=f"sqlite:///{making}")
            _in_one_file(making).rename(ready)
    return ready


def demo_folder() -> Path:
    """A folder with the demo in ``db.sqlite3`` and its files in ``media``; not to be written to."""
    ready = PLACE / f"demo-{state_of_demo()}"
    with _alone("demo"):
        if not ready.exists():
            for old in PLACE.glob("demo-*"):
                shutil.rmtree(old)
            making = PLACE / "demo-in-the-making"
            (making / "media").mkdir(parents=True)
            database = Path(shutil.copy(migrated_file(), making / "db.sqlite3"))
            _manage("demo", address=f"sqlite:///{database}", media=making / "media")
            _in_one_file(database)
            making.rename(ready)
    return ready


def _copied(database: Path) -> Path:
    """A copy in memory where the system offers files there, else in its temporary folder."""
    shared = Path("/dev/shm")  # noqa: S108
    folder = Path(tempfile.mkdtemp(prefix="forum-tests-", dir=shared if shared.is_dir() else None))
    return Path(shutil.copy(database, folder / "test.sqlite3"))


def copy_for_this_process() -> Path:
    """A copy of the migrated database, in a folder of its own."""
    return _copied(migrated_file())


def restore() -> None:
    """Bring the tests' database back to what the migrations leave; for tests that commit.

    Django empties it instead, and with the roots of pages and the groups everything is gone that the tests after
    stand on. For SQLite alone: whatever commits on PostgreSQL too does so in a database of its own (:func:`migrated`).
    """
    connection.ensure_connection()
    with sqlite3.connect(migrated_file()) as source:
        source.backup(connection.connection)
    source.close()
    ContentType.objects.clear_cache()


# --- PostgreSQL -------------------------------------------------------------------------------------------------------


def _template(
    address: str, name: str, of: str = "template1", then: Iterable[str] = (), media: Path | None = None
) -> str:
    """The database ``name``: a copy of ``of`` on which ``manage.py then`` was run, unless it is there already."""
    with psycopg.connect(address, autocommit=True) as server:
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            making = f"{name}_in_the_making"
            server.execute(f"DROP DATABASE IF EXISTS {making}")
            server.execute(f"CREATE DATABASE {making} TEMPLATE {of}")
            _manage(*then, address=urlunsplit(urlsplit(address)._replace(path=f"/{making}")), media=media)
            server.execute(f"ALTER DATABASE {making} RENAME TO {name}")
    return name


def migrated_template(address: str) -> str:
    """The name of a migrated PostgreSQL database on the server of ``address`` (a DATABASE_URL)."""
    with _alone("postgresql"):
        migrate = ("migrate", "--noinput", "--verbosity", "0")
        return _template(address, f"forum_migrated_{state_of_migrations()}", then=migrate)


def demo_template(address: str) -> tuple[str, Path]:
    """The name of a PostgreSQL database with the demo, and the folder of its files."""
    migrated, state = migrated_template(address), state_of_demo()
    media = PLACE / f"postgresql-media-{state}"
    with _alone("postgresql"):
        if not media.exists():
            for old in PLACE.glob("postgresql-media-*"):
                shutil.rmtree(old)
            media.mkdir()
        return _template(address, f"forum_demo_{state}", of=migrated, then=["demo"], media=media), media


# --- for one test -----------------------------------------------------------------------------------------------------


@contextmanager
def migrated() -> Iterator[None]:
    """Run on a migrated database, which nobody else sees and which vanishes."""
    if connection.vendor == "sqlite":
        with _on_copy_of_file(migrated_file()):
            yield
    else:
        with _on_copy_of_template(migrated_template(os.environ["DATABASE_URL"])):
            yield


@contextmanager
def demo() -> Iterator[Path]:
    """Run on a copy of the demo, which nobody else sees and which vanishes; gives the folder with the demo's files."""
    if connection.vendor == "sqlite":
        folder = demo_folder()
        with _on_copy_of_file(folder / "db.sqlite3"):
            yield folder / "media"
    else:
        template, media = demo_template(os.environ["DATABASE_URL"])
        with _on_copy_of_template(template):
            yield media


@contextmanager
def _on_copy_of_file(database: Path) -> Iterator[None]:
    copy = _copied(database)
    with _connected_to(str(copy)):
        yield
    shutil.rmtree(copy.parent)


@contextmanager
def _on_copy_of_template(template: str) -> Iterator[None]:
    name = f"{template}_{os.getpid()}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        with _connected_to(name):
            yield
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def _connected_to(name: str) -> Iterator[None]:
    """Let Django's connection, of this thread and of those started now, lead to another database."""
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    ContentType.objects.clear_cache()
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
        ContentType.objects.clear_cache()
