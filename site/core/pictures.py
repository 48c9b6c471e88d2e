"""Responsive pictures: one ``<picture>`` with WebP and a fallback, sizes told, nothing that jumps."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.safestring import SafeString, mark_safe
from wagtail.images.models import Filter, Picture

from core.caching import remember

#: Rendition filters (smallest first) and the ``sizes`` attribute of each shape.
SHAPES: dict[str, tuple[tuple[str, ...], str]] = {
    "text": (("width-480", "width-960", "width-1440"), "(min-width: 48rem) 46rem, 100vw"),
    "wide": (("width-640", "width-1280", "width-1920"), "(min-width: 80rem) 76rem, 100vw"),
    "card": (("fill-480x320", "fill-960x640"), "(min-width: 60rem) 24rem, 100vw"),
    "thumbnail": (("fill-240x160", "fill-480x320"), "15rem"),
}


#: Pictures of one size: of share cards, of a municipality's emblem, of a person, of an evidence.
SINGLE = {
    "share": "fill-1200x630|format-jpeg",
    "emblem": "max-160x160",
    "person": "fill-160x160",
    "evidence": "width-640|format-webp",
}


def specs(shape: str) -> list[str]:
    """Every rendition a shape asks for: what a listing gives to ``prefetch_renditions``."""
    return [f"{size}|format-{kind}" for kind in ("webp", "jpeg") for size in SHAPES[shape][0]]


#: Everything that pages may show of a picture.
ALL_SPECS = list(dict.fromkeys([*(spec for shape in SHAPES for spec in specs(shape)), *SINGLE.values()]))


def prefetch(images: Iterable[Any], shape: str) -> None:
    """Load the existing renditions of ``shape`` for all ``images`` at once (for images not from a queryset)."""
    found = [image for image in images if image is not None]
    if found:
        renditions = found[0].get_rendition_model().objects.filter(filter_spec__in=specs(shape))
        prefetch_related_objects(found, Prefetch("renditions", renditions, to_attr="prefetched_renditions"))


def look_up(images: Iterable[Any]) -> None:
    """Load the renditions of all ``images`` at once, as :func:`existing` would do one by one."""
    known = {image.pk: image for image in images if image is not None}
    found = remember(("renditions of", *sorted(known)), lambda: _find_renditions(known.values())) if known else {}
    for key, image in known.items():
        image.prefetched_renditions = found.get(key, [])


def _find_renditions(images: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for rendition in next(iter(images)).get_rendition_model().objects.filter(image__in=[image.pk for image in images]):
        found.setdefault(rendition.image_id, []).append(rendition)
    return found


def existing(image: Any, *filter_specs: str) -> dict[str, Any]:
    """The renditions of ``image`` that are there, by their specs; readers make none (:mod:`core.renditions`)."""
    if getattr(image, "prefetched_renditions", None) is None:
        image.prefetched_renditions = remember(("renditions", image.pk), lambda: list(image.renditions.all()))
    filters = [image.clean_filter_for_svg(Filter(spec=spec)) for spec in filter_specs]
    found = image.find_existing_renditions(*filters)
    return {one.spec: found[one] for one in filters if one in found}


def rendition_url(image: Any, spec: str) -> str:
    """The address of one rendition; empty as long as it is not there."""
    found = existing(image, spec).get(spec)
    return found.url if found else ""


def picture(image: Any, shape: str, alt: str, eager: bool = False) -> SafeString:
    """The markup of ``image`` in ``shape``; ``eager`` for what stands on the first screen.

    Empty as long as there are no renditions of it.
    """
    return mark_safe(remember(("picture", image.pk, shape, str(alt), eager), lambda: _drawn(image, shape, alt, eager)))


def _drawn(image: Any, shape: str, alt: str, eager: bool) -> str:
    attributes = {"alt": alt, "sizes": SHAPES[shape][1], "decoding": "async", "loading": "eager" if eager else "lazy"}
    found = existing(image, *specs(shape))
    return str(Picture(found, attributes)) if found else ""
