"""Thousands of pages at once: rows straight into the tables, without revisions, signals and the search index."""

import uuid
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from wagtail.models import Page

BATCH = 500


def add_pages(parent: Page, model: type[models.Model], fields: Callable[[int], dict[str, Any]], numbers: range) -> None:
    """A live page of ``model`` below ``parent`` for each of ``numbers``, with what ``fields`` gives for the number."""
    kind = ContentType.objects.get_for_model(model)
    for batch in _batches(numbers):
        plain = [_page(parent, kind, number, fields(number)) for number in batch]
        Page.objects.bulk_create(plain)
        rows = [_row(model, page, fields(number)) for page, number in zip(plain, batch, strict=True)]
        model._base_manager._insert(rows, fields=model._meta.local_concrete_fields, using="default")
    Page.objects.filter(pk=parent.pk).update(numchild=Page.objects.child_of(parent).count())


def add_rows(model: type[models.Model], rows: Iterator[models.Model]) -> None:
    """``rows`` of a plain model."""
    while batch := list(islice(rows, BATCH)):
        model._base_manager.bulk_create(batch)


def _page(parent: Page, kind: ContentType, number: int, fields: dict[str, Any]) -> Page:
    slug, now = f"p-{number}", timezone.now()
    own = {name: value for name, value in fields.items() if name in _OWN}
    return Page(
        path=parent.path + Page._int2str(number + 1).rjust(Page.steplen, "0"),
        depth=parent.depth + 1,
        slug=slug,
        url_path=f"{parent.url_path}{slug}/",
        content_type=kind,
        locale_id=parent.locale_id,
        translation_key=uuid.uuid4(),
        first_published_at=own.pop("first_published_at", now),
        last_published_at=now,
        draft_title=own["title"],
        **own,
    )


def _row(model: type[models.Model], page: Page, fields: dict[str, Any]) -> models.Model:
    row = model(page_ptr=page, **fields)
    for field in model._meta.local_concrete_fields:
        setattr(row, field.attname, field.pre_save(row, add=True))
    return row


def _batches(numbers: range) -> Iterator[range]:
    for start in range(0, len(numbers), BATCH):
        yield numbers[start : start + BATCH]


_OWN = {field.name for field in Page._meta.local_fields} - {"id", "path", "depth", "slug", "url_path"}
