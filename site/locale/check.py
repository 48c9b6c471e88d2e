"""Fail when a message is untranslated, fuzzy or stale: part of ``make lint``. Needs GNU gettext."""

import shutil
import sys
from pathlib import Path

import polib
from collect import LOCALE_ROOT, collect
from compile import compile_catalogues


def gaps(path: Path) -> list[str]:
    """Messages of one catalogue that a reader would see in the wrong language."""
    catalogue = polib.pofile(str(path))
    missing = [f"{path}: untranslated: {entry.msgid[:80]}" for entry in catalogue.untranslated_entries()]
    return missing + [f"{path}: fuzzy: {entry.msgid[:80]}" for entry in catalogue.fuzzy_entries()]


def messages(path: Path) -> set[tuple[str | None, str, str, bool]]:
    """What a catalogue translates. Where a message stands in the source may lag behind: no reader sees it."""
    return {(entry.msgctxt, entry.msgid, entry.msgid_plural, bool(entry.obsolete)) for entry in polib.pofile(str(path))}


def main() -> int:
    if shutil.which("xgettext") is None:
        print("The message check needs GNU gettext (Debian: apt-get install gettext).")
        return 1
    catalogues = sorted(LOCALE_ROOT.glob("*/LC_MESSAGES/django.po"))
    before = {path: path.read_bytes() for path in catalogues}
    known = {path: messages(path) for path in catalogues}
    try:
        collect()
        stale = [f"{path}: stale; run make messages" for path in catalogues if messages(path) != known[path]]
    finally:
        for path, text in before.items():
            path.write_bytes(text)
    problems = stale + [gap for path in catalogues for gap in gaps(path)]
    print("\n".join(problems) or "Messages are complete.")
    compile_catalogues(LOCALE_ROOT)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
