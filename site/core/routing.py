"""Finding the page of an address at once, however deep it lies."""

import functools
from collections.abc import Sequence
from copy import copy
from itertools import pairwise
from typing import Any

from django.core.cache import cache
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest
from django.http.request import split_domain_port
from django.utils.translation import get_language
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.models.sites import SITE_ROOT_PATHS_CACHE_KEY, SITE_ROOT_PATHS_CACHE_VERSION, SiteRootPath
from wagtail.url_routing import RouteResult

from core.caching import remember


def site_of(request: HttpRequest) -> Site | None:
    """As :meth:`Site.find_for_request`, without asking the database of every request."""
    if not hasattr(request, "_wagtail_site"):
        host, _port = split_domain_port(request.get_host())
        request._wagtail_site = _best(remember("sites", _find_sites), host, int(request.get_port()))
    return request._wagtail_site


def _find_sites() -> list[Site]:
    """All sites, with the settings that every page of them shows."""
    return list(Site.objects.select_related("root_page", "sitesettings__emblem", "sitesettings__share_image"))


def _best(sites: list[Site], host: str, port: int) -> Site | None:
    """The site of an address, by Wagtail's own rule; None where there is none, or several would do equally."""
    named = [site for site in sites if site.hostname == host]
    exact = [site for site in named if site.port == port] or [site for site in named if site.is_default_site]
    if exact or len(named) == 1:
        return (exact or named)[0]
    return next((site for site in sites if site.is_default_site), None)


def route(request: HttpRequest, path: str) -> RouteResult | None:
    """As :meth:`Page.route_for_request`; the front pages, from which every way begins, are remembered."""
    site = site_of(request)
    if site is None:
        return None
    try:
        return copy(_front_page(site)).route(request, [component for component in path.split("/") if component])
    except Http404:
        return None


def _front_page(site: Site) -> Page:
    """The front page in the active language, else the site's own: as :attr:`Page.localized`, in one question."""
    fronts = remember(("front pages", site.pk), lambda: _find_front_pages(site))
    own = next(page for page in fronts if page.pk == site.root_page_id)
    return next((page for page in fronts if page.live and page.locale.language_code == get_language()), own)


def _find_front_pages(site: Site) -> list[Page]:
    """The front page in every language, as its own type, drafts included."""
    pages = site.root_page.specific_class._default_manager.filter(translation_key=site.root_page.translation_key)
    found = list(pages.select_related("locale"))
    if len(remember("sites", _find_sites)) == 1:
        _tell_root_paths(site, found)
    return found


def _tell_root_paths(site: Site, fronts: list[Page]) -> None:
    """Spare Wagtail the two questions by which it would find out where the pages of a single site begin."""
    paths = [SiteRootPath(site.pk, page.url_path, site.root_url, page.locale.language_code) for page in fronts]
    cache.set(SITE_ROOT_PATHS_CACHE_KEY, paths, 3600, version=SITE_ROOT_PATHS_CACHE_VERSION)


def nearest_descendant(page: Page, components: Sequence[str]) -> tuple[Page | None, list[str]]:
    """The deepest page below ``page`` on the way that ``components`` name, and the components left over.

    Wagtail walks the tree page by page; here the pages on the way are looked up together. A child page wins over
    a sub-address (``forum.ics``) that its parent serves itself. Gives None when not even the first step exists.

    The page found knows the ``way`` it was found on, from the root of the tree down to its parent.
    """
    lengths = {}
    way = page.url_path
    for length, component in enumerate(components, start=1):
        way += f"{component}/"
        lengths[way] = length
    steps = _steps(page, [*_prefixes(page.url_path), *lengths], components)
    if not steps or steps[-1].depth <= page.depth or not _is_unbroken(steps):
        return None, list(components)
    found = _in_full(steps[-1])
    found.way = steps[:-1]
    found.is_restricted = any(step.is_restricted or step.alias_of_id for step in steps)
    found._cached_parent_obj = steps[-2]
    return found, list(components[lengths[found.url_path] :])


def _prefixes(url_path: str) -> list[str]:
    """``/home/news/`` → ``/``, ``/home/``, ``/home/news/``."""
    parts = [part for part in url_path.split("/") if part]
    return ["/", *("/" + "/".join(parts[: count + 1]) + "/" for count in range(len(parts)))]


def _steps(page: Page, ways: list[str], components: Sequence[str]) -> list[Page]:
    """Pages with the addresses ``ways`` from the root down, each knowing its parent and whether it is restricted.

    Addresses have no index in the database: pages below ``page`` are looked up by their slugs, those above by their
    places in the tree.
    """
    restricted = Exists(PageViewRestriction.objects.filter(page=OuterRef("pk")))
    above = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
    found = Page.objects.filter(Q(path__in=above) | Q(slug__in=components), url_path__in=ways)
    steps = list(found.annotate(is_restricted=restricted).order_by("depth"))
    for parent, step in pairwise(steps):
        step._cached_parent_obj = parent  # treebeard's own cache: get_parent() asks the database no more
    return steps


def _in_full(step: Page) -> Any:
    """The page as its own type, with what its own foreign keys name, and knowing which of its child tables are empty.

    Most pages have rows in few of their child tables; the others are asked no more.
    """
    model: Any = step.specific_class
    if model in (None, Page):
        return step.specific
    named, children = _relations(model)
    rows = {
        f"has_{name}": Exists(child.related_model._default_manager.filter(**{child.field.name: OuterRef("pk")}))
        for name, child in children.items()
    }
    page = model._default_manager.select_related("locale", *named).annotate(**rows).get(pk=step.pk)
    page._prefetched_objects_cache = {
        name: child.related_model._default_manager.none()
        for name, child in children.items()
        if not getattr(page, f"has_{name}")
    }
    return page


@functools.cache
def _relations(model: type[Page]) -> tuple[list[str], dict[str, Any]]:
    """The foreign keys that a page type has beside Wagtail's own, and its child tables by their accessors."""
    own = [field for field in model._meta.get_fields() if field not in Page._meta.get_fields()]
    named = [field.name for field in own if field.many_to_one and field.concrete]
    children = {child.get_accessor_name(): child for child in get_all_child_relations(model) if child in own}
    return named, children


def _is_unbroken(steps: list[Page]) -> bool:
    """Whether each page is the next one's parent, from the root of the tree on."""
    return steps[0].depth == 1 and all(
        step.depth == parent.depth + 1 and step.path.startswith(parent.path) for parent, step in pairwise(steps)
    )
