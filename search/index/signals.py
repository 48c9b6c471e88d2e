"""Keeping the index in step: every change that visitors could see leads to a task, after the commit."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move

from core.models import Addressee, Territory, Topic
from core.search import offers_changed
from search.index import tasks
from search.models import SearchTerm

_FACET_OF = {Topic: "topics", Addressee: "addressees", Territory: "territories"}


def connect() -> None:
    """Listen to everything; called once, when the apps are ready."""
    for signal, receiver in (
        (pre_save, page_will_be_saved),
        (post_save, page_saved),
        (post_delete, page_deleted),
        (post_page_move, branch_changed),
        (page_slug_changed, branch_changed),
        (page_unpublished, branch_changed),
        (offers_changed, offers_have_changed),
    ):
        signal.connect(receiver, dispatch_uid=f"search.{receiver.__name__}.{id(signal)}")
    for sender, receiver in (
        (PageViewRestriction, restriction_changed),
        (get_document_model(), document_changed),
        (CollectionViewRestriction, collection_restriction_changed),
    ):
        post_save.connect(receiver, sender=sender, dispatch_uid=f"search.{receiver.__name__}")
        post_delete.connect(receiver, sender=sender, dispatch_uid=f"search.{receiver.__name__}")
    post_save.connect(collection_saved, sender=Collection, dispatch_uid="search.collection_saved")
    for sender in _FACET_OF:
        post_save.connect(term_saved, sender=sender, dispatch_uid=f"search.{sender.__name__}")


def _later(task: Any, argument: Any) -> None:
    transaction.on_commit(partial(task.enqueue, argument))


# --- pages ------------------------------------------------------------------------------------------------


def page_will_be_saved(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    if isinstance(instance, Page) and instance.pk:
        before = Page.objects.filter(pk=instance.pk).values_list("live", "url_path").first()
        instance._search_place_before = before


def page_saved(sender: type[Model], instance: Model, raw: bool = False, **kwargs: Any) -> None:
    if raw or not isinstance(instance, Page):
        return
    before = getattr(instance, "_search_place_before", None)
    if before and before != (instance.live, instance.url_path):
        _later(tasks.update_branch, instance.pk)
    else:
        _later(tasks.update_pages, [instance.pk])


def page_deleted(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    if isinstance(instance, Page):
        _later(tasks.update_pages, [instance.pk])


def branch_changed(sender: Any, instance: Page, **kwargs: Any) -> None:
    _later(tasks.update_branch, instance.pk)


def restriction_changed(sender: Any, instance: PageViewRestriction, **kwargs: Any) -> None:
    _later(tasks.update_branch, instance.page_id)


def offers_have_changed(sender: Any, page_ids: Any, **kwargs: Any) -> None:
    _later(tasks.update_pages, [int(pk) for pk in page_ids])


# --- documents --------------------------------------------------------------------------------------------


def document_changed(sender: Any, instance: Model, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        _later(tasks.update_documents, [instance.pk])


def collection_restriction_changed(sender: Any, instance: CollectionViewRestriction, **kwargs: Any) -> None:
    _later(tasks.update_collection, instance.collection_id)


def collection_saved(sender: Any, instance: Collection, created: bool = False, **kwargs: Any) -> None:
    if not created:
        _later(tasks.update_collection, instance.pk)


# --- vocabularies -----------------------------------------------------------------------------------------


def term_saved(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """A renamed topic is renamed in the facets; entries name it by its key."""
    SearchTerm.objects.filter(
        facet=_FACET_OF[sender], key=str(instance.translation_key), language=instance.locale.language_code
    ).update(label=instance.title)
