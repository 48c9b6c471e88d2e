"""A new archive of forums is the organisers' to fill. Connected by the app's ``ready``."""

from typing import Any

from django.apps import apps
from django.db.models.signals import post_save
from django.dispatch import receiver

from core.roles import ORGANISERS, grant_pages

from .models import ForumIndexPage


@receiver(post_save, sender=ForumIndexPage)
def give_to_organisers(sender: type[ForumIndexPage], instance: ForumIndexPage, created: bool, **kwargs: Any) -> None:
    """Organisers write and publish below every archive, the translated ones included."""
    if created and not kwargs.get("raw"):
        grant_pages(apps, ORGANISERS, instance.pk, ("add", "change", "publish", "lock", "unlock"))
