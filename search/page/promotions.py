"""What editors put above the results, and topics for whoever found nothing."""

from dataclasses import dataclass

from django.db.models import Count, F
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Page

from core.visibility import readable
from search.models import FacetSet, SearchTerm
from search.query.parser import parse

_TOPICS = 12


@dataclass(frozen=True)
class Promoted:
    title: str
    url: str
    description: str


def promoted(query: str, language: str) -> list[Promoted]:
    """Promotions of a query that says the same in whatever word forms; of pages, only those visitors may read."""
    wanted = _meaning(query)
    if not wanted:
        return []
    promotions = SearchPromotion.objects.select_related("query", "page").order_by("sort_order", "pk")
    matching = [promotion for promotion in promotions if _meaning(promotion.query.query_string) == wanted]
    pages = Page.objects.filter(locale__language_code=language, pk__in={one.page_id for one in matching if one.page_id})
    shown = set(readable(pages).values_list("pk", flat=True)) if matching else set()
    found = []
    for promotion in matching:
        url = promotion.external_link_url if promotion.page is None else promotion.page.url
        if url and (promotion.page_id is None or promotion.page_id in shown):
            found.append(Promoted(promotion.title or url, url, promotion.description))
    return found


def _meaning(query: str) -> frozenset[str]:
    return frozenset(key for term in parse(query).content for key in term.keys)


def topics(language: str, site_id: int) -> list[SearchTerm]:
    """Topics that most entries are about."""
    sets = FacetSet.objects.filter(language=language, site_id__in=(0, site_id)).annotate(number=Count("entries"))
    weights: dict[str, int] = {}
    for keys, number in sets.filter(number__gt=0).values_list("topics", F("number")):
        for key in keys:
            weights[key] = weights.get(key, 0) + number
    best = sorted(weights, key=lambda key: -weights[key])[:_TOPICS]
    found = SearchTerm.objects.filter(facet="topics", language=language, key__in=best).order_by("label")
    return list({term.label: term for term in found}.values())
