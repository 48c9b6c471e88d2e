"""Old addresses of recommendations are kept as long as the resolution is there. Connected by the app's ``ready``."""

from typing import Any

from django.db.models.signals import post_delete
from django.dispatch import receiver
from wagtail.signals import page_published

from .models import PublishedAddress, Recommendation, ResolutionPage


@receiver(page_published, sender=ResolutionPage)
def remember_addresses(sender: type[ResolutionPage], instance: ResolutionPage, **kwargs: Any) -> None:
    """Note the numbers of a resolution that has just been published."""
    rows = Recommendation.objects.filter(section__page_id=instance.pk)
    slugs = {row.slug: row.translation_key for row in rows if row.slug}
    PublishedAddress.objects.remember(instance.translation_key, slugs)


@receiver(post_delete, sender=ResolutionPage)
def forget_addresses(sender: type[ResolutionPage], instance: ResolutionPage, **kwargs: Any) -> None:
    """Drop the addresses of a resolution that is deleted in its last language."""
    if not sender.objects.filter(translation_key=instance.translation_key).exclude(pk=instance.pk).exists():
        PublishedAddress.objects.filter(resolution_key=instance.translation_key).delete()
