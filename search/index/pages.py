"""Entries of pages: who may read them, what they offer, where they stand."""

from collections.abc import Iterable
from functools import cached_property

from wagtail.models import Page, PageViewRestriction

from core.search import SearchOffer
from search.index.documents import text_of_files
from search.index.store import Draft
from search.models import SearchEntry

SITE_ROOT_DEPTH = 2


class PublicPages:
    """Which pages an anonymous visitor may read: asked once for a batch, then answered from memory."""

    def __init__(self) -> None:
        self.titles: dict[str, str] = {}

    @cached_property
    def closed(self) -> set[str]:
        """Paths of the pages that are restricted or not published."""
        restricted = PageViewRestriction.objects.values_list("page__path", flat=True)
        drafts = Page.objects.filter(live=False).values_list("path", flat=True)
        return set(restricted) | set(drafts)

    def allow(self, page: Page) -> bool:
        """Whether the page and everything above it is live and open, under a site's front page."""
        steps = Page.steplen
        lineage = (page.path[:end] for end in range(steps, len(page.path) + 1, steps))
        return page.live and not page.expired and page.depth >= SITE_ROOT_DEPTH and self.closed.isdisjoint(lineage)

    def trail(self, page: Page) -> tuple[str, ...]:
        """Titles of the pages between the front page and ``page``."""
        steps = Page.steplen
        above = [page.path[:end] for end in range(steps * (SITE_ROOT_DEPTH + 1), len(page.path), steps)]
        missing = [path for path in above if path not in self.titles]
        if missing:
            self.titles.update(Page.objects.filter(path__in=missing).values_list("path", "title"))
        return tuple(self.titles[path] for path in above if path in self.titles)


def page_drafts(page: Page, public: PublicPages) -> list[Draft]:
    """What a page (of its own type) offers, if visitors may read it; nothing otherwise."""
    offers: Iterable[SearchOffer] = getattr(page, "get_search_offers", list)()
    if not public.allow(page) or _is_mirror(page):
        return []
    parts = page.get_url_parts()
    if not parts or not parts[2]:
        return []
    site_id, _root, path = parts
    return [
        Draft(
            offer,
            source=SearchEntry.Source.PAGE,
            source_id=page.pk,
            language=page.locale.language_code,
            url=path + offer.path,
            site_id=site_id,
            trail=public.trail(page),
            extra_text=text_of_files(offer.files),
        )
        for offer in offers
    ]


def _is_mirror(page: Page) -> bool:
    """Whether the page only stands in for one of another language that is not translated yet."""
    return bool(page.alias_of_id) and page.alias_of.locale_id != page.locale_id


def drafts_of_pages(page_ids: Iterable[int], public: PublicPages) -> dict[int, list[Draft]]:
    """What each of these pages offers now; pages that are gone have no key."""
    pages = Page.objects.filter(pk__in=page_ids).select_related("locale", "alias_of").specific()
    return {page.pk: page_drafts(page, public) for page in pages}


def branch_ids(page_id: int) -> list[int]:
    """A page and everything below it."""
    path = Page.objects.filter(pk=page_id).values_list("path", flat=True).first()
    return list(Page.objects.filter(path__startswith=path).values_list("pk", flat=True)) if path else [page_id]
