"""Under which numbers recommendations have been published."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _


class PublishedAddressManager(models.Manager):
    """Remembers addresses and tells whose an old one is."""

    def remember(self, resolution_key: UUID, slugs: dict[str, UUID]) -> None:
        """Note that each number's part of an address (``1-3``) now leads to the recommendation with that key."""
        rows = [PublishedAddress(resolution_key=resolution_key, slug=slug, recommendation_key=key)
                for slug, key in slugs.items()]  # fmt: skip
        self.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["resolution_key", "slug"],
            update_fields=["recommendation_key"],
        )

    def key_at(self, resolution_key: UUID, slug: str) -> UUID | None:
        """The recommendation that was last published at ``slug``."""
        found = self.filter(resolution_key=resolution_key, slug=slug).values_list("recommendation_key", flat=True)
        return found.first()


class PublishedAddress(models.Model):
    """One number that a recommendation has had in public; a link to it works after the item is renumbered.

    Hangs on translation keys, as all that must outlive revisions: one row serves every language.
    """

    resolution_key = models.UUIDField(_("resolution"))
    slug = models.SlugField(_("number in the address"), max_length=50, allow_unicode=True, db_index=False)
    recommendation_key = models.UUIDField(_("recommendation"))

    objects = PublishedAddressManager()

    class Meta:
        verbose_name = _("published address")
        verbose_name_plural = _("published addresses")
        constraints = [models.UniqueConstraint(fields=["resolution_key", "slug"], name="forums_unique_address")]

    def __str__(self) -> str:
        return self.slug
