from typing import Any

from django.core.management.base import BaseCommand

from search.models import Synonyms
from search.query.synonyms import missing


class Command(BaseCommand):
    help = "Add the shipped groups of synonyms that are missing; those that editors have stay as they are."

    def handle(self, *args: Any, **options: Any) -> None:
        added = missing(Synonyms.objects.values_list("words", flat=True))
        Synonyms.objects.bulk_create(Synonyms(words="\n".join(group)) for group in added)
        self.stdout.write(f"{len(added)} groups were added.")
