"""Collect interface strings into the catalogues: ``make messages``.

Needs GNU gettext. Run it after adding or changing a string, then translate what is empty in ``ru``.
The English catalogue repeats the source, since English is what the code is written in.
"""

import subprocess
import sys
from pathlib import Path

import polib

LOCALE_ROOT = Path(__file__).resolve().parent
PROJECT_ROOT = LOCALE_ROOT.parents[1]
COMMAND = [
    sys.executable,
    "manage.py",
    "makemessages",
    "--locale=ru",
    "--locale=en",
    "--no-obsolete",
    "--add-location=file",
    "--ignore=.venv",
    "--ignore=var",
    "--ignore=tests",
    "--ignore=docs",
]


def fill_english(catalogue: polib.POFile) -> None:
    """Repeat the source as its own translation; plural sources fill both forms."""
    for entry in catalogue:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
        else:
            entry.msgstr = entry.msgid
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None


def drop_volatile_headers(catalogue: polib.POFile) -> None:
    """Dates of extraction differ in every run and would make every check fail."""
    for header in ("POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Language-Team"):
        catalogue.metadata.pop(header, None)


def collect() -> None:
    subprocess.run(COMMAND, check=True, cwd=PROJECT_ROOT, stdout=subprocess.DEVNULL)
    for path in LOCALE_ROOT.glob("*/LC_MESSAGES/django.po"):
        catalogue = polib.pofile(str(path), wrapwidth=110)
        if path.parts[-3] == "en":
            fill_english(catalogue)
        drop_volatile_headers(catalogue)
        catalogue.save(str(path))


if __name__ == "__main__":
    collect()
