"""Responsive pictures: one ``<picture>`` with WebP and a fallback, sizes told, nothing that jumps."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

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
    """The markup of ``image`` in ``shape``; ``eager`` for what stands on the first screen."""
    attributes = {"alt": alt, "sizes": SHAPES[shape][1], "decoding": "async", "loading": "eager" if eager else "lazy"}
    return mark_safe(str(Picture(get_renditions_or_not_found(image, specs(shape)), attributes)))
