"""Real processes on a database of their own: the server, the worker, commands."""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests import databases

ROOT = Path(__file__).resolve().parents[2]
#: Seconds that anything asked of a process may take before a test gives up.
PATIENCE = 120


@dataclass
class Answer:
    status: int
    headers: Any
    body: str


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def wait_until(true: Callable[[], Any], what: str) -> Any:
    """The first true value of ``true``, asked again and again."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if value := true():
            return value
        time.sleep(0.1)
    raise AssertionError(f"{what}: not within {PATIENCE} s")


def ask(address: str, *, data: bytes | None = None, headers: dict[str, str] | None = None) -> Answer:
    request = urllib.request.Request(address, data=data, headers=headers or {})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:  # noqa: S310
            return Answer(response.status, response.headers, response.read().decode(errors="replace"))
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.headers, error.read().decode(errors="replace"))


@dataclass
class Town:
    """A site with its database and files in ``folder``; what it starts, it ends."""

    folder: Path
    environment: dict[str, str]
    running: list[subprocess.Popen] = field(default_factory=list)

    @property
    def database(self) -> Path:
        return self.folder / "db.sqlite3"

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def start(self, *command: str, **environment: str) -> subprocess.Popen:
        """Start a process in a group of its own."""
        with (self.folder / "log").open("a") as log:
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**self.environment, **environment},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.running.append(process)
        return process

    def serve(self, **environment: str) -> str:
        """Start the server; its address."""
        port = free_port()
        self.start(
            *(sys.executable, "-m", "gunicorn", "--chdir", "site", "config.wsgi"),
            *("--bind", f"127.0.0.1:{port}", "--workers", "1", "--threads", "4"),
            **environment,
        )
        address = f"http://127.0.0.1:{port}"
        wait_until(lambda: self._answers(address), "the server answers")
        return address

    def _answers(self, address: str) -> bool:
        try:
            ask(f"{address}/-/live/")
        except OSError:
            return False
        return True

    def worker(self, **environment: str) -> subprocess.Popen:
        return self.start(sys.executable, "manage.py", "worker", TASK_QUEUE="1", **environment)

    def manage(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env={**self.environment, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def python(self, code: str, **environment: str) -> str:
        """What a piece of code prints that is run in the site's shell."""
        done = self.manage("shell", "-v", "0", "-c", code, **environment)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def sql(self, statement: str, *values: Any) -> list[tuple]:
        with sqlite3.connect(self.database, timeout=PATIENCE) as opened:
            rows = opened.execute(statement, values).fetchall()
        opened.close()
        return rows

    def end(self) -> None:
        for process in self.running:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGCONT)
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A migrated, empty site."""
    (tmp_path / "media").mkdir()
    (tmp_path / "db.sqlite3").write_bytes(databases.migrated_file().read_bytes())
    environment = {
        **{name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")},
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "DATA_DIR": str(tmp_path),
        "TESTS_MEDIA_ROOT": str(tmp_path / "media"),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
    }
    made = Town(tmp_path, environment)
    yield made
    made.end()


@pytest.fixture
def postgresql_places() -> Iterator[tuple[str, str]]:
    """Addresses of two empty PostgreSQL databases on the server of DATABASE_URL."""
    address = os.environ.get("DATABASE_URL", "")
    if not address.startswith("postgres"):
        pytest.skip("DATABASE_URL names no PostgreSQL server")
    names = [f"forum_served_{kind}_{os.getpid()}" for kind in ("from", "to")]
    with psycopg.connect(address, autocommit=True) as server:
        for name in names:
            server.execute(f"CREATE DATABASE {name}")
        yield tuple(urlunsplit(urlsplit(address)._replace(path=f"/{name}")) for name in names)
        for name in names:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")
