from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from core.embeddings import encoder
from search.models import SearchEntry
from search.semantic.vectors import calibrate, embed, forget, waiting


class Command(BaseCommand):
    help = "Make the vectors of entries that have none, or an old one. A break loses nothing: run it again."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        source = encoder()
        if source is None:
            raise CommandError("Embeddings are off: set EMBEDDINGS=builtin or EMBEDDINGS_URL.")
        ids = list(waiting(source).order_by("pk").values_list("pk", flat=True))
        with tqdm(total=len(ids), unit="entry", disable=verbosity == 0) as bar:
            made = 0
            for number in embed(source, ids):
                made += number
                bar.update(number)
        forget()
        if made < len(ids):
            raise CommandError(f"The source of embeddings stopped answering; {len(ids) - made} entries wait.")
        for language in sorted(set(SearchEntry.objects.values_list("language", flat=True))):
            floor = calibrate(source, language)
            if verbosity:
                self.stdout.write(f"{language}: nearness below {floor or 0:.3f} is not shown.")
