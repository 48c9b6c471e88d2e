"""What is done after a change, in the request or by a worker, as the settings say."""

from django_tasks import task

from . import indexing


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
