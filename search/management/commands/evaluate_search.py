import gc
import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError
from elastic_transport import TransportError
from elasticsearch import ApiError

from search.engines.base import EngineUnavailable
from search.engines.database import current_engine
from search.evaluation.judged import Document, Judged, read_documents, read_queries
from search.evaluation.measuring import Report, evaluate, load
from search.evaluation.temporary import temporary_engine


class Command(BaseCommand):
    help = "Measure an engine on a judged set, in a temporary index that leaves the site's alone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--corpus", required=True, help="JSONL: id, title, text, language (ru)")
        parser.add_argument("--queries", required=True, help="JSONL: query, language, relevant {id: grade} or [id]")
        parser.add_argument("--engine", choices=["sqlite", "postgresql", "elasticsearch"], help="default: the site's")
        parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")

    def handle(self, *args: Any, **options: Any) -> None:
        documents, queries = read_documents(Path(options["corpus"])), read_queries(Path(options["queries"]))
        name = options["engine"] or current_engine().name
        gc.freeze()  # what is loaded stays: the collector need not go through it again and again
        try:
            report = self._measure(name, documents, queries).as_json()
        except (EngineUnavailable, OperationalError, TransportError, ApiError) as error:
            raise CommandError(f"The engine {name} does not do what it is asked: {error}") from error
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False))
            return
        for name, value in report.items():
            self.stdout.write(f"{name:>14}  {value}")

    def _measure(self, name: str, documents: list[Document], queries: list[Judged]) -> Report:
        if len({document.id for document in documents}) < len(documents):
            self.stderr.write("Some documents share their ids; an answer with any of them counts.")
        with temporary_engine(name) as engine:
            speed = load(documents, engine)
            return evaluate(queries, engine, documents, speed, log=self.stderr.write)
