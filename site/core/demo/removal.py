"""Undoing the demo: what it made goes, what it changed is restored, everything else stays."""

from collections.abc import Callable

from django.db import models
from django.db.models import ProtectedError
from wagtail.models import Page

from core.models import DemoRecord


def remove_demo(say: Callable[[str], None]) -> None:
    """Delete the demo's objects, newest first, and restore what it changed.

    What is still held by something newer waits for the next round. A page under which somebody has put pages of their
    own stays, and ``say`` is told so; so does what that page needs.
    """
    left = DemoRecord.objects.count() + 1
    while (count := DemoRecord.objects.count()) < left:
        left = count
        for record in DemoRecord.objects.order_by("-pk").select_related("content_type"):
            if _undo(record):
                record.delete()
    for record in DemoRecord.objects.select_related("content_type"):
        say(f"Kept, since something that the demo did not make needs it: {_instance(record)}")


def _instance(record: DemoRecord) -> models.Model | None:
    model = record.content_type.model_class()
    return model._base_manager.filter(pk=record.object_id).first() if model else None


def _undo(record: DemoRecord) -> bool:
    """Whether the object of ``record`` is now as it was before the demo."""
    instance = _instance(record)
    if instance is None:
        return True
    if record.before is not None:
        _restore(instance, record.before)
        return True
    if isinstance(instance, Page):
        instance = Page.objects.get(pk=instance.pk)
        if not instance.is_leaf():
            return False
    try:
        instance.delete()
    except ProtectedError:
        return False
    return True


def _restore(instance: models.Model, before: dict[str, str]) -> None:
    for name, text in before.items():
        field = instance._meta.get_field(name)
        setattr(instance, field.attname, None if text in ("None", "") and field.null else field.to_python(text))
    if isinstance(instance, Page):
        instance.save_revision().publish()
    else:
        instance.save()
