"""``python -m tests.bench [part] [options]``: speed and quality, measured on this machine."""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")

import django  # noqa: E402

django.setup()

from tests.bench import listings, search  # noqa: E402

PARTS = {"listings": listings, "search": search}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("part", nargs="?", choices=[*PARTS, "all"], default="all")
    for part in PARTS.values():
        part.arguments(parser)
    options = parser.parse_args()
    for name, part in PARTS.items():
        if options.part in (name, "all"):
            part.run(options)


if __name__ == "__main__":
    main()
