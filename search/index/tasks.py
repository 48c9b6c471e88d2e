"""What is done after a change, in the request or by a worker, as the settings say."""

import logging

from django_tasks import task
from wagtail.search.backends import get_search_backend

from search.engines.base import EngineUnavailable
from search.index.documents import collection_document_ids
from search.index.pages import branch_ids
from search.index.updates import DOCUMENT, PAGE, pages_of, update

logger = logging.getLogger(__name__)


@task()
def update_pages(page_ids: list[int]) -> None:
    update(PAGE, page_ids)


@task()
def update_branch(page_id: int) -> None:
    update(PAGE, branch_ids(page_id))


@task()
def update_documents(document_ids: list[int]) -> None:
    update(DOCUMENT, document_ids)
    update(PAGE, pages_of(document_ids))


@task()
def update_collection(collection_id: int) -> None:
    ids = collection_document_ids(collection_id)
    update(DOCUMENT, ids)
    update(PAGE, pages_of(ids))


@task()
def repair_engine() -> None:
    """Tell an outside engine what it missed while it was away."""
    backend = get_search_backend("default")
    try:
        backend.repair()
    except EngineUnavailable:
        logger.warning("The search engine went away again; it will be told later")
