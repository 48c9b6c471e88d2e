import gc
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError
from elastic_transport import TransportError
from elasticsearch import ApiError
from wagtail.models import Site

from core.embeddings import encoder
from search.engines.base import EngineUnavailable
from search.engines.database import current_engine
from search.evaluation.judged import Document, Judged, read_documents, read_queries
from search.evaluation.measuring import Report, embed_all, evaluate, load
from search.evaluation.site import evaluate_site, is_held_out
from search.evaluation.temporary import temporary_engine


class Command(BaseCommand):
    help = (
        "Measure search on judged queries: in a temporary index of a corpus, which leaves the site's alone, or "
        "(--site) on the site itself."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        where = parser.add_mutually_exclusive_group(required=True)
        where.add_argument("--corpus", help="JSONL: id, title, text, language (ru)")
        where.add_argument("--site", action="store_true", help="ask the site's own index; ids are addresses of pages")
        parser.add_argument("--queries", required=True, help="JSONL: query, language, relevant {id: grade} or [id]")
        parser.add_argument("--engine", choices=["sqlite", "postgresql", "elasticsearch"], help="default: the site's")
        parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
        parser.add_argument("--semantic", action="store_true", help="by meaning too (EMBEDDINGS or EMBEDDINGS_URL)")
        parser.add_argument("--split", action="store_true", help="two reports: tuned two thirds, and a third held out")

    def handle(self, *args: Any, **options: Any) -> None:
        documents = read_documents(Path(options["corpus"])) if options["corpus"] else None
        queries = read_queries(Path(options["queries"]))
        name = options["engine"] or current_engine().name
        gc.freeze()  # what is loaded stays: the collector need not go through it again and again
        try:
            reports = dict(self._measure(name, documents, queries, options))
        except (EngineUnavailable, OperationalError, TransportError, ApiError) as error:
            raise CommandError(f"The engine {name} does not do what it is asked: {error}") from error
        if options["json"]:
            found = {part: report.as_json() for part, report in reports.items()}
            self.stdout.write(json.dumps(found if options["split"] else found[""], ensure_ascii=False))
            return
        for part, report in reports.items():
            if part:
                self.stdout.write(part)
            for name, value in report.as_json().items():
                self.stdout.write(f"{name:>14}  {value}")

    def _measure(
        self, name: str, documents: list[Document] | None, queries: list[Judged], options: dict[str, Any]
    ) -> Iterator[tuple[str, Report]]:
        semantic, source = options["semantic"], encoder()
        if semantic and source is None:
            raise CommandError("Embeddings are off: set EMBEDDINGS=builtin or EMBEDDINGS_URL.")
        parts = {"": queries}
        if options["split"]:
            held_out = [judged for judged in queries if is_held_out(judged)]
            parts = {"tuned": [judged for judged in queries if judged not in held_out], "held out": held_out}
        if documents is None:
            site = Site.objects.filter(is_default_site=True).first()
            for part, some in parts.items():
                yield part, evaluate_site(some, site.pk if site else 0, self.stderr.write, semantic)
            return
        if len({document.id for document in documents}) < len(documents):
            self.stderr.write("Some documents share their ids; an answer with any of them counts.")
        with temporary_engine(name) as engine:
            speed = load(documents, engine)
            if semantic and source:
                embed_all(source, engine)
            for part, some in parts.items():
                yield part, evaluate(some, engine, documents, speed, log=self.stderr.write)
