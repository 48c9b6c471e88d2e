"""A temporary index to measure an engine on: tables (and an Elasticsearch index) of its own, deleted at the end."""

import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

import environ
from django.conf import settings
from django.core.management.base import CommandError
from django.db import connections
from django.db.utils import load_backend
from elasticsearch import Elasticsearch

from search.backends.elasticsearch import ElasticsearchBackend
from search.engines.base import EntryEngine
from search.engines.database import create_index, database_engine
from search.engines.elasticsearch.engine import temporary_index
from search.models import EntryVector, FacetSet, MissedUpdate, NearnessFloor, SearchEntry, SearchTerm, Synonyms, Word
from search.query.synonyms import FIRST

_MODELS = (FacetSet, SearchTerm, SearchEntry, Word, Synonyms, MissedUpdate, EntryVector, NearnessFloor)


@contextmanager
def temporary_engine(name: str) -> Iterator[EntryEngine]:
    """An empty engine of kind ``name``, deleted with everything in it at the end.

    Raises ``CommandError`` where the settings know no such engine.
    """
    if name == "postgresql":
        with _schema() as using:
            yield database_engine(using)
    elif name == "sqlite":
        with _file() as using:
            yield database_engine(using)
    elif name == "elasticsearch":
        with _file() as using, _client() as client, temporary_index(client, using) as engine:
            yield engine
    else:
        raise CommandError(f"There is no engine {name!r}.")


@contextmanager
def _client() -> Iterator[Elasticsearch]:
    """A client for the server that the settings name, with the time that a measurement may take."""
    if not settings.ELASTICSEARCH_URL:
        raise CommandError("Point ELASTICSEARCH_URL at a server.")
    with ElasticsearchBackend({**settings.ELASTICSEARCH, "TIMEOUT": 60}).es as client:
        yield client


@contextmanager
def _file() -> Iterator[str]:
    """The alias of a fresh SQLite database in a file of its own."""
    with tempfile.TemporaryDirectory(prefix="search-temporary-") as folder:
        options = {"init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"}
        database = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(Path(folder) / "temporary.sqlite3")}
        with _connected({**database, "OPTIONS": options}) as using:
            yield using


@contextmanager
def _schema() -> Iterator[str]:
    """The alias of a fresh schema in the site's PostgreSQL database, or in the one that POSTGRESQL_URL names."""
    url = os.environ.get("POSTGRESQL_URL", "")
    if connections["default"].vendor != "postgresql" and not url:
        raise CommandError("The site's database is not PostgreSQL; point DATABASE_URL or POSTGRESQL_URL at one.")
    name = f"temporary_{uuid.uuid4().hex[:12]}"
    database = environ.Env.db_url_config(url) if url else deepcopy(connections["default"].settings_dict)
    database["OPTIONS"] = {**database.get("OPTIONS", {}), "options": f"-c search_path={name}"}
    with _connected(database, before=f"CREATE SCHEMA {name}", after=f"DROP SCHEMA {name} CASCADE") as using:
        yield using


@contextmanager
def _connected(database: dict[str, Any], before: str = "", after: str = "") -> Iterator[str]:
    """The alias of a database with the tables of the index; ``before`` and ``after`` are statements of its own."""
    using = f"temporary_{uuid.uuid4().hex[:12]}"
    settled = {**deepcopy(connections["default"].settings_dict), "OPTIONS": {}, **database}
    # Opened before Django knows its name, so that a test which forbids other databases lets it be.
    connection = load_backend(settled["ENGINE"]).DatabaseWrapper(settled, using)
    connections[using] = connection
    connection.ensure_connection()
    connections.databases[using] = settled
    try:
        _execute(using, before)
        with connection.schema_editor() as editor:
            for model in _MODELS:
                editor.create_model(model)
            create_index(editor)
        Synonyms.objects.using(using).bulk_create(_synonyms())
        yield using
    finally:
        _execute(using, after)
        connection.close()
        del connections[using]
        del connections.databases[using]


def _execute(using: str, statement: str) -> None:
    if statement:
        with connections[using].cursor() as cursor:
            cursor.execute(statement)


def _synonyms() -> list[Synonyms]:
    """The site's synonyms; those it begins with where its tables are not made yet."""
    if Synonyms._meta.db_table not in connections["default"].introspection.table_names():
        return [Synonyms(words="\n".join(phrases)) for phrases in FIRST]
    return [Synonyms(words=found.words) for found in Synonyms.objects.all()]
