"""``python -m tests.bench [part] [options]``: speed and quality, measured on this machine."""

import argparse
import datetime as dt
import os
import platform
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")

import django  # noqa: E402

django.setup()

from tests.bench import listings, search, serving  # noqa: E402

PARTS = {"serving": serving, "listings": listings, "search": search}
#: What the parts that return their tables are written into.
REPORT = ROOT / "docs" / "benchmarks.md"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("part", nargs="?", choices=[*PARTS, "all"], default="all")
    for part in PARTS.values():
        part.arguments(parser)
    parser.add_argument("--write", action="store_true", help="write the tables into docs/benchmarks.md")
    options = parser.parse_args()
    tables = [part.run(options) for name, part in PARTS.items() if options.part in (name, "all")]
    if options.write:
        _write([lines for lines in tables if lines])


def _write(tables: list[list[str]]) -> None:
    head = [
        "# Benchmarks",
        "",
        f"Written by `make bench` on {dt.datetime.now(tz=dt.UTC):%d %B %Y}: {platform.machine()}, {os.cpu_count()}",
        f"processors, Python {platform.python_version()}, SQLite. Both sides of a ratio were measured in one run.",
    ]
    lines = [*head, *(line for table in tables for line in ("", *table))]
    REPORT.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
