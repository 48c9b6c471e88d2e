"""Blocks of pictures: each says in words what is seen, or that it is decoration."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock


class PictureBlock(blocks.StructBlock):
    """A picture with a caption; the author comes from the image itself."""

    image = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(
        label=_("Caption"),
        required=False,
        max_length=255,
        help_text=_("Who, where, when. For example: the yard in Lesnaya street after the repair, May 2026."),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "core/blocks/picture.html"


class GalleryBlock(blocks.StructBlock):
    """Several pictures in rows."""

    title = blocks.CharBlock(
        label=_("Title"), required=False, max_length=150, help_text=_("For example: The forum in pictures.")
    )
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=1)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "core/blocks/gallery.html"
