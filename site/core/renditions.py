"""Resized pictures are made when a picture is saved: whoever reads a page neither waits for them nor writes."""

import logging
from functools import partial
from typing import Any

from django.db import transaction
from django_tasks import task
from wagtail.images.models import SourceImageIOError

from core.image_files import UNREADABLE
from core.models import SiteImage
from core.pictures import ALL_SPECS

logger = logging.getLogger(__name__)


def image_saved(sender: type[SiteImage], instance: SiteImage, raw: bool = False, **kwargs: Any) -> None:
    """Receiver of ``post_save``."""
    if not raw:
        transaction.on_commit(partial(make_renditions.enqueue, instance.pk))


@task()
def make_renditions(image_id: int) -> None:
    """Make what pages may show of a picture and what is not there yet."""
    image = SiteImage.objects.filter(pk=image_id).first()
    if image is None:
        return
    try:
        image.get_renditions(*ALL_SPECS)
    except (SourceImageIOError, *UNREADABLE) as error:
        logger.error("Picture %s (%s) cannot be read; pages are shown without it: %s", image.pk, image.title, error)
