"""What a followed search has found anew."""

import datetime as dt
from collections.abc import Iterator

from django.http import QueryDict
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Site

from core.following import Followable, Happening, Keys, Thing, Window, happenings_of, register_followable
from search.models import FACETS, SearchEntry
from search.page.links import follow_key
from search.query.facets import known_filters
from search.query.service import DATE, search

#: So many of the newest results are looked at.
MOST = 100


class SearchFollowable(Followable):
    """Searches by their words and filters, as :func:`search.page.links.follow_key` spells them."""

    kind = "search"
    label = gettext_lazy("search")

    def things(self, keys: Keys, language: str) -> dict[str, Thing]:
        with translation.override(language):
            address = reverse("search:results")
        found = {key: QueryDict(key) for key in keys if len(key) <= 255}
        return {
            key: Thing(_("Search: %(words)s") % {"words": query["q"]}, f"{address}?{key}")
            for key, query in found.items()
            if query.get("q") and follow_key(query) == key
        }


register_followable(SearchFollowable())


@happenings_of("search")
def found_anew(keys: Keys, window: Window) -> Iterator[Happening]:
    """Pages that were published in the window, and that the search finds."""
    new = dict(Page.objects.live().filter(**window.named("first_published_at")).values_list("pk", "first_published_at"))
    for key in keys if new else ():
        yield from _found(key, window, new)


def _found(key: str, window: Window, new: dict[int, dt.datetime]) -> Iterator[Happening]:
    query = QueryDict(key)
    site = Site.objects.filter(is_default_site=True).first()
    results = search(
        query.get("q", ""),
        language=window.language,
        site_id=site.pk if site else 0,
        filters=known_filters({name: query.getlist(name) for name in FACETS}),
        sort=DATE,
        page_size=MOST,
    )
    for entry in (hit.entry for hit in results.hits if not hit.relaxed):
        at = new.get(entry.source_id) if entry.source == SearchEntry.Source.PAGE and not entry.part else None
        if at is not None:
            yield Happening(key, f"page:{entry.source_id}", at, entry.title, entry.text, entry.url)
