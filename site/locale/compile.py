"""Compile the message catalogues to .mo without GNU gettext: ``python site/locale/compile.py``."""

from pathlib import Path

import polib


def compile_catalogues(root: Path) -> None:
    """Write a ``.mo`` beside every ``.po`` below ``root``."""
    for catalogue in sorted(root.glob("*/LC_MESSAGES/*.po")):
        polib.pofile(str(catalogue)).save_as_mofile(str(catalogue.with_suffix(".mo")))


if __name__ == "__main__":
    compile_catalogues(Path(__file__).resolve().parent)
