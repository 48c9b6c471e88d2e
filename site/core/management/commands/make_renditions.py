"""Make the resized pictures that lack, after an upgrade or when files were lost."""

from typing import Any

from django.core.management.base import BaseCommand

from core.models import SiteImage
from core.renditions import make_renditions


class Command(BaseCommand):
    help = "Make the resized copies of all pictures that are not there yet."

    def handle(self, *args: Any, **options: Any) -> None:
        for image_id in SiteImage.objects.order_by("pk").values_list("pk", flat=True):
            make_renditions.call(image_id)
