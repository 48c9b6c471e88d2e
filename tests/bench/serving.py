"""Serving: our pages, kept and made anew, beside a bare Django view and a stock Wagtail page, in several servers."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import databases
from tests.bench.load import ROOT, SERVERS, Measured, header_of, measure, server

#: Pages of the demo: what is asked for with nothing kept.
UNCACHED = {
    "front page": "/",
    "news": "/news/practice-borrowed/",
    "project list": "/projects/",
    "resolution": "/forums/forum-3/resolution/",
    "recommendation": "/forums/forum-3/resolution/1-1/",
    "since the last forum": "/forums/forum-4/progress/",
}
BROTLI = {"Accept-Encoding": "br, gzip"}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seconds", type=float, default=4, help="how long each address is asked for (default: 4)")
    parser.add_argument("--clients", type=int, default=8, help="connections at once (default: 8)")


def run(options: argparse.Namespace) -> list[str]:
    """The table, as lines of Markdown."""
    lines = [
        "## Serving",
        "",
        f"{options.clients} connections, {os.cpu_count()} processors shared by server and client. **ratio**: answers a",
        "second, the bare Django view in the same server = 1. **cpu**: milliseconds of the server's processors for one",
        "answer. **p99**: milliseconds.",
        "",
    ]
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        demo = shutil.copytree(databases.demo_folder(), Path(folder) / "demo")
        _stock_database(Path(folder))
        for name in SERVERS:
            lines += [f"### {name}", "", "| what | answers/s | ratio | cpu | p99 |", "|---|--:|--:|--:|--:|"]
            rows = _measure_server(name, Path(folder), demo, options)
            bare = rows["bare Django view"].per_second
            for what, found in rows.items():
                lines.append(
                    f"| {what} | {found.per_second:.0f} | {found.per_second / bare:.3f} "
                    f"| {found.cpu_ms:.2f} | {found.p99_ms:.1f} |"
                )
            lines.append("")
            print("\n".join(lines[-len(rows) - 4 :]), flush=True)
    return lines


def _measure_server(name: str, folder: Path, demo: Path, options: argparse.Namespace) -> dict[str, Measured]:
    found: dict[str, Measured] = {}

    def ask(what: str, group: int, path: str, **headers: str) -> None:
        wanted = BROTLI | {key.replace("_", "-"): value for key, value in headers.items()}
        found[what] = measure(group, path, wanted, clients=options.clients, seconds=options.seconds)

    strangers = {"DJANGO_SETTINGS_MODULE": "tests.bench.bare.settings", "DATA_DIR": str(folder)}
    with server(name, "tests.bench.bare.wsgi", {**strangers, "BARE": "1"}) as group:
        ask("bare Django view", group, "/")
    with server(name, "tests.bench.bare.wsgi", strangers) as group:
        ask("stock Wagtail page", group, "/")
    ours = {
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "DATABASE_URL": f"sqlite:///{demo / 'db.sqlite3'}",
        "TESTS_MEDIA_ROOT": str(demo / "media"),
        "DATA_DIR": str(folder),
        "LOG_LEVEL": "ERROR",
    }
    with server(name, "config.wsgi", {**ours, "PAGE_CACHE_MEGABYTES": "64"}) as group:
        ask("front page, kept", group, "/")
        ask("front page, 304", group, "/", If_None_Match=header_of("/", "ETag"))
    with server(name, "config.wsgi", {**ours, "PAGE_CACHE_MEGABYTES": "0"}) as group:
        for what, path in UNCACHED.items():
            ask(f"{what}, made anew", group, path)
    return found


def _stock_database(folder: Path) -> None:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.bench.bare.settings", "DATA_DIR": str(folder)}
    command = [sys.executable, "-m", "django", "migrate", "--noinput", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env={**environment, "PYTHONPATH": str(ROOT)}, check=True)
