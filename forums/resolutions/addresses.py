"""A recommendation's old address leads to where it is now."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .models import Recommendation, ResolutionPage


def remember_addresses(sender: type, instance: "ResolutionPage", **kwargs: Any) -> None:
    """Note the numbers of a resolution that has just been published (a receiver of ``page_published``)."""
    from .models import PublishedAddress, Recommendation

    rows = Recommendation.objects.filter(section__page_id=instance.pk)
    slugs = {row.slug: row.translation_key for row in rows if row.slug}
    PublishedAddress.objects.remember(instance.translation_key, slugs)


def forget_addresses(sender: "type[ResolutionPage]", instance: "ResolutionPage", **kwargs: Any) -> None:
    """Drop the addresses of a resolution that is deleted in its last language (a receiver of ``post_delete``)."""
    from .models import PublishedAddress

    if not sender.objects.filter(translation_key=instance.translation_key).exclude(pk=instance.pk).exists():
        PublishedAddress.objects.filter(resolution_key=instance.translation_key).delete()


def moved_from(resolution: "ResolutionPage", slug: str) -> "Recommendation | None":
    """The recommendation of ``resolution`` that once was at ``slug``, which no present one has."""
    from .models import PublishedAddress

    key = PublishedAddress.objects.key_at(resolution.translation_key, slug)
    return next((item for item in resolution.recommendations if item.translation_key == key), None)
