import gc
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm
from wagtail.search.backends import get_search_backend

from search.engines.database import current_engine
from search.index.updates import differences, everything, update


class Command(BaseCommand):
    help = "Bring the site's search and the admin's to what the site holds now; searching goes on meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="say what differs, and repair only that")

    def handle(self, *args: Any, check: bool, verbosity: int, **options: Any) -> None:
        if check:
            self._check()
            return
        gc.freeze()  # what is loaded stays: the collector need not go through it again and again
        batches = list(everything())
        total = sum(len(ids) for _source, ids in batches)
        quiet = verbosity == 0
        with tqdm(total=total, unit="page", disable=quiet, file=self.stderr) as bar:
            for source, ids in batches:
                update(source, ids)
                bar.update(len(ids))
        engine = current_engine()
        engine.rebuild()
        call_command("wagtail_update_index", verbosity=0)
        if not quiet:
            self.stdout.write(f"{total} pages and documents looked at; engine: {engine.name}.")

    def _check(self) -> None:
        found = list(differences())
        for difference in found:
            self.stdout.write(f"{difference.reason:>9}  {difference.source} {difference.source_id}  {difference.title}")
            update(difference.source, [difference.source_id])
        told = get_search_backend("default").repair()
        if found or told:
            self.stdout.write(f"Repaired: {len(found)} in the index, {told} in the engine.")
        else:
            self.stdout.write("Nothing differs.")
