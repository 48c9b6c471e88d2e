"""Links on pages that lead nowhere, as the nightly check found them."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DeadLink(models.Model):
    """One link of a page that did not answer."""

    page = models.ForeignKey("wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")
    address = models.CharField(_("address"), max_length=1000)
    words = models.CharField(_("words of the link"), max_length=255, blank=True)
    reason = models.CharField(_("what is wrong"), max_length=255)
    found_at = models.DateTimeField(_("found at"), default=timezone.now)

    class Meta:
        ordering = ["-found_at", "pk"]
        verbose_name = _("dead link")
        verbose_name_plural = _("dead links")

    def __str__(self) -> str:
        return self.address
