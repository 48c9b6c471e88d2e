"""Absolute addresses: a letter is written where no request says which host the site has."""

from django.conf import settings
from wagtail.models import Site


def site_url(path: str = "") -> str:
    """Absolute address of ``path`` on the default site."""
    site = Site.objects.filter(is_default_site=True).first()
    root = site.root_url if site else settings.WAGTAILADMIN_BASE_URL
    return f"{root}{path}"
