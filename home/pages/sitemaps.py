"""The map of the site for robots: an index of parts, each built by itself in a constant number of queries.

Protocol: https://www.sitemaps.org/protocol.html; languages as Google describes them (``xhtml:link``).
"""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Locale, Page, PageQuerySet, Site

from core.visibility import readable

#: Pages in a part. A page may have several addresses (a resolution's recommendations have one each); the protocol
#: allows 50,000 in a part.
PER_PART = 1000


def site_pages(request: HttpRequest) -> PageQuerySet:
    """Every page of the request's site that anybody may read, in an order that publishing does not change."""
    site = Site.find_for_request(request)
    roots = [path.root_path for path in Site.get_site_root_paths() if site and path.site_id == site.pk]
    within = Q()
    for root in roots:
        within |= Q(url_path__startswith=root)
    return readable(Page.objects.filter(within)).order_by("pk") if roots else Page.objects.none()


def count_parts(request: HttpRequest) -> int:
    """How many parts the map has; at least one."""
    return max(1, -(-site_pages(request).count() // PER_PART))


def part_urls(request: HttpRequest, number: int) -> list[dict[str, Any]]:
    """Addresses of the part ``number``, counted from 1, as Django's template ``sitemap.xml`` wants them.

    Empty when there is no such part.
    """
    start = (number - 1) * PER_PART
    pages = list(site_pages(request).specific().defer_streamfields()[start : start + PER_PART])
    languages = _alternates(request, pages)
    urls = []
    for page in pages:
        found = page.get_sitemap_urls(request)
        own = page.get_full_url(request)
        for url in found:
            if url["location"] == own:
                url.setdefault("alternates", languages.get(page.translation_key, []))
        urls += found
    return urls


def _alternates(request: HttpRequest, pages: list[Page]) -> dict[Any, list[dict[str, str]]]:
    """The language versions of ``pages`` by translation key, for those that have more than one."""
    codes = dict(Locale.objects.values_list("pk", "language_code"))
    keys = {page.translation_key for page in pages}
    found: dict[Any, list[dict[str, str]]] = {}
    for page in site_pages(request).filter(translation_key__in=keys).order_by("locale_id"):
        version = {"lang_code": codes[page.locale_id], "location": page.get_full_url(request)}
        found.setdefault(page.translation_key, []).append(version)
    return {key: versions for key, versions in found.items() if len(versions) > 1}
