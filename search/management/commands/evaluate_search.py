import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from search.engines.registry import current_engine
from search.evaluation import evaluate, load, read_documents, read_queries
from search.scratch import scratch_engine


class Command(BaseCommand):
    help = "Measure an engine on a judged set, in a scratch index that leaves the site's alone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--corpus", required=True, help="JSONL: id, title, text, language")
        parser.add_argument("--queries", required=True, help="JSONL: query, language, relevant {id: grade}")
        parser.add_argument("--engine", choices=["sqlite", "postgresql", "elasticsearch"], help="default: the site's")
        parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")

    def handle(self, *args: Any, **options: Any) -> None:
        documents, queries = read_documents(Path(options["corpus"])), read_queries(Path(options["queries"]))
        with scratch_engine(options["engine"] or current_engine().name) as engine:
            speed = load(documents, engine)
            report = evaluate(queries, engine, len(documents), speed).as_json()
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False))
            return
        for name, value in report.items():
            self.stdout.write(f"{name:>14}  {value}")
