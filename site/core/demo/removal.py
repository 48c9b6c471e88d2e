"""Undoing the demo: what it made goes, what it changed is restored, everything else stays."""

from collections.abc import Callable

from django.db import models
from wagtail.models import Page

from core.models import DemoRecord


def remove_demo(say: Callable[[str], None]) -> None:
    """Delete the demo's objects, newest first, and restore what it changed.

    A page under which somebody has put pages of their own stays, and ``say`` is told so.
    """
    for record in DemoRecord.objects.order_by("-pk").select_related("content_type"):
        model = record.content_type.model_class()
        instance = model._base_manager.filter(pk=record.object_id).first() if model else None
        if instance is not None and not _undo(instance, record):
            say(f"Kept, since it holds pages that the demo did not make: {instance}")
            continue
        record.delete()


def _undo(instance: models.Model, record: DemoRecord) -> bool:
    if record.before is not None:
        for name, text in record.before.items():
            field = instance._meta.get_field(name)
            setattr(
                instance,
                field.attname,
                None if text in ("None", "") and field.null else field.to_python(text),
            )
        instance.save_revision().publish() if isinstance(instance, Page) else instance.save()
        return True
    if isinstance(instance, Page):
        instance = Page.objects.get(pk=instance.pk)
        if not instance.is_leaf():
            return False
        instance.delete()
        return True
    instance.delete()
    return True
