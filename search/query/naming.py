"""What a query names outright comes first: an edition, a resolution, an item, an act. Pages know it."""

from dataclasses import replace

from django.db import router
from django.db.models import Q

from core.search import Question, named_things
from search.models import SearchEntry
from search.query.candidates import WINDOW, Found
from search.query.facets import Filters, allowed, load

_MOST = 5


def with_named(found: Found, question: Question, site_id: int, filters: Filters, using: str) -> Found:
    """``found`` with the entries of what is named in front; of several, those of a kind that the query names."""
    # Of an index in another database (one to measure on) the site's pages know nothing.
    named = named_things(question)[:_MOST] if using == router.db_for_read(SearchEntry) else []
    if not named:
        return found
    wanted = Q()
    for thing in named:
        wanted |= Q(source_id=thing.page_id, part=thing.part)
    rows = SearchEntry.objects.using(using).filter(
        wanted, source=SearchEntry.Source.PAGE, language=question.language, site_id__in=(0, site_id)
    )
    by_place = {
        (entry.source_id, entry.part): entry for entry in rows.only("source_id", "part", "kind", "facet_set_id")
    }
    entries = [entry for thing in named if (entry := by_place.get((thing.page_id, thing.part)))]
    sets = load({entry.facet_set_id for entry in entries}, using)
    passed = allowed(sets, filters)
    entries = [entry for entry in entries if entry.facet_set_id in passed]
    entries.sort(key=lambda entry: entry.kind not in found.leaning.kinds)
    first = tuple(entry.pk for entry in entries)
    named_now = set(first)
    return replace(
        found,
        ids=(*first, *(pk for pk in found.ids if pk not in first))[:WINDOW],
        strict_ids=found.strict_ids | named_now,
        strict_total=found.strict_total + len(named_now - found.strict_ids),
        total=found.total + len(named_now - set(found.ids)),
        named=len(first),
    )
