"""What is done after a change, in the request or by a worker, as the settings say."""

import logging

from django_tasks import task
from wagtail.search.backends import get_search_backend

from . import indexing
from .engines.base import EngineUnavailable

logger = logging.getLogger(__name__)


@task()
def update_pages(page_ids: list[int]) -> None:
    indexing.update_pages(page_ids)


@task()
def update_branch(page_id: int) -> None:
    indexing.update_pages(indexing.branch_ids(page_id))


@task()
def update_documents(document_ids: list[int]) -> None:
    indexing.update_documents(document_ids)


@task()
def update_collection(collection_id: int) -> None:
    indexing.update_documents(indexing.collection_document_ids(collection_id))


@task()
def repair_engine() -> None:
    """After an outside engine was away: tell it what it missed."""
    backend = get_search_backend("default")
    try:
        backend.repair()
    except EngineUnavailable:
        logger.warning("The search engine went away again; it will be told later")
