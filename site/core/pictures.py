"""Responsive pictures: one ``<picture>`` with WebP and a fallback, sizes told, nothing that jumps."""

import logging
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import Picture, SourceImageIOError

from .image_files import UNREADABLE

logger = logging.getLogger(__name__)
#: What a picture raises whose file is gone or damaged.
UNDRAWABLE = (SourceImageIOError, *UNREADABLE)
_complained_of: set[int] = set()

#: Rendition filters (smallest first) and the ``sizes`` attribute of each shape.
SHAPES: dict[str, tuple[tuple[str, ...], str]] = {
    "text": (("width-480", "width-960", "width-1440"), "(min-width: 48rem) 46rem, 100vw"),
    "wide": (("width-640", "width-1280", "width-1920"), "(min-width: 80rem) 76rem, 100vw"),
    "card": (("fill-480x320", "fill-960x640"), "(min-width: 60rem) 24rem, 100vw"),
    "thumbnail": (("fill-240x160", "fill-480x320"), "15rem"),
    "portrait": (("fill-160x160", "fill-320x320"), "5rem"),
}


def specs(shape: str) -> list[str]:
    """Every rendition a shape asks for: what a listing gives to ``prefetch_renditions``."""
    return [f"{size}|format-{kind}" for kind in ("webp", "jpeg") for size in SHAPES[shape][0]]


def prefetch(images: Iterable[Any], shape: str) -> None:
    """Load the existing renditions of ``shape`` for all ``images`` at once (for images not from a queryset)."""
    found = [image for image in images if image is not None]
    if found:
        renditions = found[0].get_rendition_model().objects.filter(filter_spec__in=specs(shape))
        prefetch_related_objects(found, Prefetch("renditions", renditions, to_attr="prefetched_renditions"))


def picture(image: Any, shape: str, alt: str, eager: bool = False) -> SafeString:
    """The markup of ``image`` in ``shape``, nothing when its file is gone; ``eager`` on the first screen."""
    attributes = {"alt": alt, "sizes": SHAPES[shape][1], "decoding": "async", "loading": "eager" if eager else "lazy"}
    try:
        renditions = image.get_renditions(*specs(shape))
    except UNDRAWABLE as fault:
        _complain(image, fault)
        return SafeString("")
    return mark_safe(str(Picture(renditions, attributes)))


def rendition_url(image: Any, spec: str) -> str:
    """The address of ``image`` resized; empty when its file is gone."""
    try:
        return image.get_rendition(spec).url
    except UNDRAWABLE as fault:
        _complain(image, fault)
        return ""


def _complain(image: Any, fault: Exception) -> None:
    """One line for each picture and process: a page that many read would fill the log."""
    if image.pk not in _complained_of:
        _complained_of.add(image.pk)
        logger.error("Picture %s (%s) cannot be read, pages go without it: %s", image.pk, image.file.name, fault)
