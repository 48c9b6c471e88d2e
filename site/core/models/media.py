"""Images and documents are models of our own from the start: swapping them later would be a painful migration."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class SiteImage(AbstractImage):
    """A picture with its author, whom Russian copyright law (Civil Code, art. 1274) asks to name."""

    credit = models.CharField(
        _("author and source"),
        max_length=200,
        blank=True,
        help_text=_("Shown under the picture. For example: photo by Anna Petrova, press service."),
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class SiteRendition(AbstractRendition):
    """A resized copy of a :class:`SiteImage`."""

    image = models.ForeignKey(SiteImage, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        verbose_name = _("resized image")
        verbose_name_plural = _("resized images")
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="core_unique_rendition")
        ]


class SiteDocument(AbstractDocument):
    """A file of the document library."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
