"""What is done after a change, in the request or by a worker, as the settings say."""

import logging

from django.conf import settings
from django_tasks import task
from wagtail.search.backends import get_search_backend

from core.embeddings import encoder
from search.engines.base import EngineUnavailable
from search.index.documents import collection_document_ids
from search.index.pages import branch_ids
from search.index.updates import DOCUMENT, PAGE, pages_of, update
from search.semantic.vectors import embed, forget, waiting

logger = logging.getLogger(__name__)
_IMMEDIATE = "django_tasks.backends.immediate.ImmediateBackend"
#: A worker does other things as well; what is left over comes with the next change, or by the command.
_EMBEDDED_AT_ONCE = 200


@task()
def update_pages(page_ids: list[int]) -> None:
    update(PAGE, page_ids)
    _embed_later()


@task()
def update_branch(page_id: int) -> None:
    update(PAGE, branch_ids(page_id))
    _embed_later()


@task()
def update_documents(document_ids: list[int]) -> None:
    update(DOCUMENT, document_ids)
    update(PAGE, pages_of(document_ids))
    _embed_later()


@task()
def update_collection(collection_id: int) -> None:
    ids = collection_document_ids(collection_id)
    update(DOCUMENT, ids)
    update(PAGE, pages_of(ids))


@task()
def embed_changed() -> None:
    """Give vectors to the entries that have none, or an old one; the worker's, since it takes a moment an entry."""
    source = encoder()
    if source is not None:
        for _made in embed(source, waiting(source).values_list("pk", flat=True)[:_EMBEDDED_AT_ONCE]):
            pass
        forget()


def _embed_later() -> None:
    """Ask the worker for vectors where there is one: in a request it would take too long."""
    if encoder() is not None and settings.TASKS["default"]["BACKEND"] != _IMMEDIATE:
        embed_changed.enqueue()


@task()
def repair_engine() -> None:
    """Tell an outside engine what it missed while it was away."""
    backend = get_search_backend("default")
    try:
        backend.repair()
    except EngineUnavailable:
        logger.warning("The search engine went away again; it will be told later")
