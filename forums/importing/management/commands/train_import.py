"""``manage.py train_import``: the model of the import is made anew from the samples and the generator."""

import tempfile
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from documents import read
from forums.importing import Role, annotate
from forums.importing.model import PATH
from forums.importing.model import load as load_model
from forums.importing.training.calibration import calibration, expected_error
from forums.importing.training.generator import generate
from forums.importing.training.labelled import Labelled, Misfit, load
from forums.importing.training.train import COUNT, TEST_COUNT, TEST_SEED, cross_validate, fits, labelled_samples, train


class Command(BaseCommand):
    help = "Train the model that reads imported documents. The same data give the same file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--with-corrections",
            metavar="FOLDER",
            nargs="?",
            const="",
            help="also learn from what editors of this site have corrected, and from labelled documents in FOLDER",
        )
        parser.add_argument(
            "--label", metavar="FILE", help="write FILE.roles as the model reads FILE, to be corrected by hand"
        )
        parser.add_argument(
            "--cross-validate", action="store_true", help="only tell how samples are read that were left out"
        )
        parser.add_argument(
            "--calibration", action="store_true", help="only tell how often the model is right where it is so sure"
        )
        parser.add_argument("--generated", type=int, default=COUNT, help="how many generated documents to learn from")

    def handle(self, *args: object, generated: int, **options: Any) -> None:
        if options["label"]:
            self._label(Path(options["label"]))
        elif options["calibration"]:
            self._calibration()
        elif options["cross_validate"]:
            self._cross_validate(generated)
        else:
            self._train(options["with_corrections"], generated)

    def _train(self, wanted: str | None, generated: int) -> None:
        try:
            corrections = self._corrections(wanted) if wanted is not None else []
            facts = train(labelled_samples(), corrections=corrections, count=generated, say=self.stdout.write)
        except (Misfit, OSError) as error:
            raise CommandError(
                f"{error}. Compare the words of the file of roles with those of its document."
            ) from error
        self.stdout.write(f"{PATH} ({PATH.stat().st_size} bytes): {facts}")

    def _corrections(self, folder: str) -> list[Labelled]:
        """Return what editors have corrected, as far as its words still fit its lines, and the folder's documents."""
        from forums.importing.corrections import kept

        known = list(kept())
        fitting = [document for document in known if fits(document)]
        self.stdout.write(f"{len(fitting)} of {len(known)} corrected documents of this site")
        return [*fitting, *(load(Path(folder)) if folder else [])]

    def _cross_validate(self, generated: int) -> None:
        with tempfile.TemporaryDirectory() as folder:
            score = cross_validate(labelled_samples(), 4, generated, Path(folder) / "model.json.gz")
        self.stdout.write(str(score.to_json()))

    def _calibration(self) -> None:
        """Over generated documents in layouts that training leaves out."""
        unseen = list(islice(filter(fits, generate(TEST_COUNT * 20, TEST_SEED, held_out=True)), TEST_COUNT))
        for name, role in (("all roles", None), ("addressees", Role.ADDRESSEE)):
            bins = calibration(unseen, load_model(), role)
            self.stdout.write(f"{name}: expected error {expected_error(bins):.4f}")
            for one in bins:
                self.stdout.write(f"  {one}")

    def _label(self, path: Path) -> None:
        document = annotate(read(path.read_bytes(), path.name))
        lines = (f"{line.role.value}\t{f'{line.mark} ' if line.mark else ''}{line.text}" for line in document.lines)
        path.with_name(f"{path.name}.roles").write_text("\n".join(lines) + "\n", encoding="utf-8")
