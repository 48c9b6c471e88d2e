"""The database as one file, and back: SQLite through its own online copying, PostgreSQL through its tools."""

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

from django.db import connection

from .manifest import BackupError


def dump(target: Path) -> str:
    """Write the database into the folder ``target`` while the site goes on; the file's name."""
    if connection.vendor == "sqlite":
        return _dump_sqlite(target / "database.sqlite3")
    if connection.vendor == "postgresql":
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target / 'database.dump'}")
        _run("pg_restore", "--list", str(target / "database.dump"), connected=False)
        return "database.dump"
    raise BackupError(f"There is no way yet to back a {connection.vendor} database up.")


def _dump_sqlite(copy: Path) -> str:
    with sqlite3.connect(connection.settings_dict["NAME"], timeout=60) as source, sqlite3.connect(copy) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")  # all in one file
        (verdict,) = target.execute("PRAGMA integrity_check").fetchone()
    source.close()
    target.close()
    if verdict != "ok":
        raise BackupError(f"SQLite finds the copied database damaged: {verdict}")
    return copy.name


def is_empty() -> bool:
    """Whether the site's database holds nothing yet."""
    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        if not path.exists() or path.stat().st_size == 0:
            return True
    return not connection.introspection.table_names()


def load(file: Path) -> None:
    """Fill the site's empty database from ``file``."""
    if connection.vendor == "sqlite":
        connection.close()
        path = Path(connection.settings_dict["NAME"])
        for rest in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            rest.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, path)
    else:
        name = connection.settings_dict["NAME"]
        _run("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", f"--dbname={name}", str(file))


def _run(program: str, *arguments: str, connected: bool = True) -> None:
    """Run one of PostgreSQL's programs; the password goes through the environment, which other users cannot read."""
    settings: dict[str, Any] = connection.settings_dict
    environment = dict(os.environ)
    if connected:
        names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
        environment |= {name: str(settings[key]) for name, key in names.items() if settings.get(key)}
    try:
        done = subprocess.run(  # noqa: S603 (our own arguments)
            [program, *arguments], env=environment, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as error:
        raise BackupError(f"{program} is not installed. It comes with PostgreSQL's client programs.") from error
    if done.returncode:
        raise BackupError(f"{program} failed: {done.stderr.strip()}")
